package dev.seqscan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final Map<String, String> WORKFLOW = Map.of("GITHUB_ACTIONS", "true");

    @Test
    void without_a_choice_text_and_sarif_are_written_and_a_workflow_is_told() throws Exception {
        assertThat(Formats.of(List.of(), Map.of())).containsExactly("text", "sarif");
        assertThat(Formats.of(List.of(" "), WORKFLOW)).containsExactly("text", "sarif", "github");
    }

    @Test
    void a_choice_is_all_there_is() throws Exception {
        assertThat(Formats.of(List.of("gitlab", " sonar", "gitlab"), WORKFLOW)).containsExactly("gitlab", "sonar");
    }

    @Test
    void commands_are_printed_only_where_a_workflow_reads_them() throws Exception {
        assertThat(Formats.of(List.of("markdown", "github"), Map.of())).containsExactly("markdown");
        assertThat(Formats.of(List.of("markdown", "github"), WORKFLOW)).containsExactly("markdown", "github");
    }

    @Test
    void a_wrong_name_stops_and_the_nearest_and_all_are_named() {
        assertThatThrownBy(() -> Formats.of(List.of("text", "sarf"), Map.of())).hasMessage("Wrong parameter formats=sarf:"
                + " did you mean sarif? allowed are text, sarif, html, gitlab, sonar, markdown, github, separated by commas");
        assertThatThrownBy(() -> Formats.of(List.of("spreadsheet"), Map.of())).hasMessage("Wrong parameter"
                + " formats=spreadsheet: allowed are text, sarif, html, gitlab, sonar, markdown, github, separated by"
                + " commas");
    }
}
