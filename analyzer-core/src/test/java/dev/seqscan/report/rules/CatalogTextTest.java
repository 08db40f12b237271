package dev.seqscan.report.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.finding.Level;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.RuleOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogTextTest {

    private static final RuleCard LONG = new RuleCard("select-star", "Select star", "word ".repeat(40).strip() + ".",
            Level.WARNING, "0.1.0", "preview", List.of("fetching", "sql"),
            Map.of("wide", new RuleOption("wide", RuleOption.Type.NUMBER, "16", "from how many columns on")),
            "# Select star\n\nAll columns.\n");
    private static final RuleCard SHORT = new RuleCard("query-in-loop", "Query in a loop", "A loop asks in each turn.",
            Level.ERROR, "0.1.0", "stable", List.of("looping"), Map.of(), "# Query in a loop\n");

    @Test
    void each_rule_has_a_line_with_its_level_and_status_and_its_summary_below() {
        assertThat(new CatalogText().catalog(List.of(SHORT, LONG), name -> "-Dseqscan." + name)).startsWith("query-in-loop  error    stable\n"
                + "    A loop asks in each turn.\n" + "select-star    warning  preview\n    word word")
                .contains("\n2 rules. Read the page of one with -Dseqscan.rule=ID;");
    }

    @Test
    void no_line_is_longer_than_a_terminal() {
        assertThat(new CatalogText().catalog(List.of(LONG), name -> "--" + name).lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void a_page_begins_with_the_card_and_the_options() {
        assertThat(new CatalogText().page(LONG)).isEqualTo("""
                select-star: warning, preview, since 0.1.0, fetching, sql
                    option wide, a number, by default 16: from how many columns on

                # Select star

                All columns.
                """);
    }
}
