package dev.seqscan.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqscan.source.TextFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunSettingsReaderTest {

    @Test
    void what_parameters_say_may_stand_in_the_file() {
        RunSettings run = read("""
                failOnSeverity: warning
                includeTests: true
                includePossible: false
                profiles: [prod, eu]
                includes:
                  - src/main/java/com/shop/**
                excludes: "**/legacy/**, **/*Report.java"
                """);
        assertThat(run.word(RunSettings.FAIL_ON_SEVERITY)).contains("warning");
        assertThat(run.flag(RunSettings.INCLUDE_TESTS)).contains(true);
        assertThat(run.flag(RunSettings.INCLUDE_POSSIBLE)).contains(false);
        assertThat(run.list(RunSettings.PROFILES)).contains(List.of("prod", "eu"));
        assertThat(run.list(RunSettings.INCLUDES)).contains(List.of("src/main/java/com/shop/**"));
        assertThat(run.list(RunSettings.EXCLUDES)).contains(List.of("**/legacy/**", "**/*Report.java"));
    }

    @Test
    void a_rule_gets_a_level_in_a_word_or_with_options() {
        Map<String, RuleSetting> rules = read("""
                rules:
                  offset-pagination: off
                  query-in-loop: error
                  select-star: {level: note, options: {wide: 20}}
                  over-fetching: {options: {wide: 5}}
                """).rules();
        assertThat(rules.get("offset-pagination").level()).isEqualTo("off");
        assertThat(rules.get("query-in-loop").level()).isEqualTo("error");
        assertThat(rules.get("select-star").level()).isEqualTo("note");
        assertThat(rules.get("select-star").options()).containsEntry("wide", "20");
        assertThat(rules.get("over-fetching").level()).isEmpty();
        assertThat(rules.get("over-fetching").place()).startsWith("seqscan.yml:5:");
    }

    @Test
    void what_older_yaml_makes_of_off_and_on_means_the_same() {
        Map<String, RuleSetting> rules = read("rules: {offset-pagination: false, query-in-loop: true}").rules();
        assertThat(rules.get("offset-pagination").level()).isEqualTo("off");
        assertThat(rules.get("query-in-loop").level()).isEqualTo("on");
    }

    @Test
    void an_unknown_word_is_told_with_its_place_and_the_nearest_one() {
        assertWrong("failOnSeverty: error\n", "seqscan.yml:1:1: unknown \"failOnSeverty\"; did you mean failOnSeverity? Allowed are "
                + "excludes, failOnSeverity, includePossible, includeTests, includes, methods, profiles, rules, tables");
        assertWrong("failOnSeverity: eror\n", "did you mean error? Allowed are error, warning, note, never");
        assertWrong("includeTests: yes\n", "Allowed are true, false");
        assertWrong("rules:\n  query-in-loop: fatal\n", "seqscan.yml:2:3: unknown \"fatal\"");
        assertWrong("rules:\n  query-in-loop: {levl: error}\n", "did you mean level? Allowed are level, options");
    }

    @Test
    void what_has_another_form_is_told() {
        assertWrong("failOnSeverity: [error]\n", "failOnSeverity is one word");
        assertWrong("includes: {path: src}\n", "includes is a list of words");
        assertWrong("rules: [query-in-loop]\n", "rules holds ids");
        assertWrong("rules: off\n", "rules holds ids");
        assertWrong("rules: {query-in-loop: {options: 5}}\n", "options holds names and values");
        assertWrong("rules: {query-in-loop: {level: {a: b}}}\n", "level is one word");
        assertWrong("includes: [/src/main]\n", "is no path below the scanned folder");
        assertWrong("includeTests: true\n---\nincludeTests: false\n", "a second includeTests");
        assertWrong("rules: {a: off}\n---\nrules: {a: on}\n", "a second level of a");
    }

    @Test
    void arguments_of_a_parameter_say_the_same_of_rules() {
        Map<String, RuleSetting> rules = RuleArguments.parse(
                List.of("offset-pagination=off", " query-in-loop = error", "select-star.wide=20", "select-star=note"), "here");
        assertThat(rules.get("offset-pagination").level()).isEqualTo("off");
        assertThat(rules.get("query-in-loop").level()).isEqualTo("error");
        assertThat(rules.get("select-star").level()).isEqualTo("note");
        assertThat(rules.get("select-star").options()).containsEntry("wide", "20");
        assertThatThrownBy(() -> RuleArguments.parse(List.of("query-in-loop"), "here")).isInstanceOf(WrongSettings.class)
                .hasMessageContaining("offset-pagination=off,query-in-loop=error");
        assertThatThrownBy(() -> RuleArguments.parse(List.of("query-in-loop=eror"), "here"))
                .hasMessageContaining("did you mean error?");
    }

    @Test
    void a_stronger_source_wins_name_by_name_and_rule_by_rule() {
        RunSettings file = read("includeTests: true\nprofiles: [prod]\nrules: {a: off, b: {level: note, options: {wide: 3, deep: 4}}}\n");
        RunSettings given = read("profiles: [test]\nrules: {b: {options: {wide: 9}}, c: error}\n");
        RunSettings both = given.over(file);
        assertThat(both.flag(RunSettings.INCLUDE_TESTS)).contains(true);
        assertThat(both.list(RunSettings.PROFILES)).contains(List.of("test"));
        assertThat(both.rules().keySet()).containsExactly("a", "b", "c");
        assertThat(both.rules().get("b").level()).isEqualTo("note");
        assertThat(both.rules().get("b").options()).isEqualTo(Map.of("wide", "9", "deep", "4"));
    }

    private static RunSettings read(String text) {
        return new UserSettingsReader().read(new TextFile("seqscan.yml", text)).run();
    }

    private static void assertWrong(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(WrongSettings.class).hasMessageContaining(message);
    }
}
