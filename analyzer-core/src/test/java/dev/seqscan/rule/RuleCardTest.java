package dev.seqscan.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqscan.finding.Level;
import dev.seqscan.testkit.Case;
import dev.seqscan.testkit.MarkdownCases;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleCardTest {

    @Test
    void the_page_beside_the_class_is_read() {
        RuleCard card = RuleCard.of(SampleRule.class);
        assertThat(card.id()).isEqualTo("sample-rule");
        assertThat(card.title()).isEqualTo("Orders one by one");
        assertThat(card.summary()).isEqualTo("Reads each order with a statement of its own.");
        assertThat(card.level()).isEqualTo(Level.ERROR);
        assertThat(card.since()).isEqualTo("0.1.0");
        assertThat(card.status()).isEqualTo("preview");
        assertThat(card.tags()).containsExactly("fetching", "jpa");
        assertThat(card.options()).isEqualTo(Map.of("rows",
                new RuleOption("rows", RuleOption.Type.NUMBER, "1000", "how many rows a table must have")));
        assertThat(card.markdown()).startsWith("# Orders one by one\n").endsWith("By looking.\n").doesNotContain("level:");
    }

    @Test
    void a_section_reaches_to_the_next_of_its_level() {
        RuleCard card = RuleCard.of(SampleRule.class);
        assertThat(card.section("Why it costs")).contains("Each statement is a round trip.");
        assertThat(card.section("Bad").orElseThrow()).startsWith("```java").endsWith("Words.");
        assertThat(card.section("How it is found")).contains("By looking.");
        assertThat(card.section("No such section")).isEmpty();
    }

    @Test
    void the_examples_of_both_pages_are_found_beside_the_class() {
        assertThat(MarkdownCases.of(SampleRule.class)).extracting(Case::name).containsExactly("Bad", "An empty service");
    }

    @Test
    void a_class_name_becomes_an_id() {
        assertThat(List.of(RuleCards.id("LazyLoadInLoop"), RuleCards.id("JSONColumn"), RuleCards.id("H2Only")))
                .containsExactly("lazy-load-in-loop", "json-column", "h2-only");
    }

    @Test
    void a_missing_page_is_named() {
        assertThatThrownBy(() -> RuleCard.of(RuleCardTest.class)).isInstanceOf(RulePageException.class)
                .hasMessage("RuleCardTest.md:1: there is no such page beside dev.seqscan.rule.RuleCardTest");
    }

    @Test
    void windows_line_ends_make_no_difference() throws IOException {
        assertThat(RulePage.parse("sample-rule", "X.md", page().replace("\n", "\r\n"))).isEqualTo(RuleCard.of(SampleRule.class));
    }

    @Test
    void a_fault_names_page_and_line() throws IOException {
        assertFault("level: error", "level: fatal", "X.md:2: level is one of note, warning, error");
        assertFault("level: error\n", "", "X.md:1: level is missing");
        assertFault("status: preview", "status: new", "X.md:4: status is one of preview, stable");
        assertFault("tags: [fetching, jpa]", "tags: fetching", "X.md:5: tags is a list");
        assertFault("since: 0.1.0", "since 0.1.0", "X.md:3: write key: value");
        assertFault("since: 0.1.0", "age: 1", "X.md:3: unknown key age");
        assertFault("rows: number, 1000,", "rows: number,", "X.md:7: an option is written as name: number, 16");
        assertFault("rows: number, 1000,", "rows: text, 1000,", "X.md:7: an option is written as");
        assertFault("rows: number, 1000,", "rows: number, few,", "X.md:7: the default of rows is a whole number");
        assertFault("since: 0.1.0", "level: note", "X.md:3: a second level");
        assertFault("---\n\n", "\n\n", "X.md:10: write key: value");
        assertFault("# Orders one by one", "Orders", "X.md:9: the title is missing");
        assertFault("Reads each order with\na statement of its own.\n", "", "X.md:10: a sentence");
        assertFault("## Good", "## Better", "X.md:31: section \"Better\" does not belong here");
        assertFault("## Good\n\nAll at once.\n\n", "", "X.md:31: section \"When to leave it\" does not belong here");
        assertFault("All at once.\n", "", "X.md:31: section \"Good\" is empty");
        assertFault("\n## How it is found\n\nBy looking.\n", "", "X.md:37: section \"How it is found\" is missing");
        assertFault("}\n```", "}\n", "X.md:21: the fenced block is never closed");
    }

    private static void assertFault(String good, String bad, String message) throws IOException {
        String page = page();
        assertThat(page).contains(good);
        assertThatThrownBy(() -> RulePage.parse("x", "X.md", page.replace(good, bad))).isInstanceOf(RulePageException.class)
                .hasMessageStartingWith(message);
    }

    private static String page() throws IOException {
        try (InputStream in = SampleRule.class.getResourceAsStream("SampleRule.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
