package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqscan.rule.Markdown;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.rule.RulePageException;
import dev.seqscan.testkit.Case;
import dev.seqscan.testkit.MarkdownCases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every rule, so that a reader of one knows his way in all of them. Missing sections stop the catalogue. */
class RuleCatalogTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final List<RuleCatalog.Entry> RULES = RuleCatalog.load(RuleCatalogTest.class.getClassLoader()).entries();

    @Test
    void there_are_rules() {
        assertThat(RULES).isNotEmpty();
    }

    @Test
    void each_rule_has_an_id_of_its_own() {
        assertThat(RULES).extracting(each -> each.card().id()).doesNotHaveDuplicates();
    }

    @Test
    void a_rule_whose_id_another_has_already_is_refused() {
        List<Rule> twice = List.of(RULES.get(0).rule(), RULES.get(0).rule());
        assertThatThrownBy(() -> RuleCatalog.of(twice)).isInstanceOf(RulePageException.class)
                .hasMessageContaining("two rules have the id " + RULES.get(0).card().id());
    }

    @Test
    void an_id_is_the_class_name_in_kebab_case() {
        assertThat(RULES).allSatisfy(each -> assertThat(each.card().id().replace("-", ""))
                .isEqualTo(each.rule().getClass().getSimpleName().toLowerCase(Locale.ROOT)));
        assertThat(RULES).allSatisfy(each -> assertThat(each.card().id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"));
    }

    @Test
    void a_name_states_the_smell_and_not_the_remedy() {
        assertThat(RULES).extracting(each -> each.card().id()).noneMatch(id -> id.matches("(prefer|use|avoid|no)-.*"));
    }

    @Test
    void a_rule_lives_in_a_folder_of_its_name_below_its_family() {
        assertThat(RULES).allSatisfy(each -> assertThat(each.rule().getClass().getPackageName())
                .matches("dev\\.seqscan\\.rules\\.[a-z]+\\." + each.card().id().replace("-", "")));
    }

    @Test
    void a_page_shows_a_checked_bad_and_a_checked_good_example() {
        for (RuleCatalog.Entry each : RULES) {
            List<Case> cases = MarkdownCases.of(each.rule().getClass());
            assertThat(cases).as(each.card().id()).anyMatch(one -> one.name().startsWith("Bad") && !one.expectations().isEmpty());
            assertThat(cases).as(each.card().id()).anyMatch(one -> one.name().startsWith("Good"));
            assertThat(cases).as(each.card().id()).filteredOn(one -> one.name().startsWith("Good"))
                    .allMatch(one -> one.expectations().isEmpty());
        }
    }

    @Test
    void a_summary_is_one_sentence() {
        assertThat(RULES).extracting(RuleCatalog.Entry::card).extracting(RuleCard::summary)
                .allMatch(summary -> summary.endsWith(".") && summary.indexOf(". ") < 0);
    }

    @Test
    void every_page_belongs_to_a_rule() {
        Set<String> known = new TreeSet<>();
        for (RuleCatalog.Entry each : RULES) {
            String path = each.rule().getClass().getName().replace('.', '/');
            known.addAll(List.of(path + ".md", path + ".cases.md"));
        }
        assertThat(known).containsAll(pages());
    }

    @Test
    void headings_of_cases_differ() {
        assertThat(pages()).allSatisfy(page -> assertThat(headings(page)).doesNotHaveDuplicates());
    }

    private static List<String> headings(String page) throws IOException {
        return Markdown.parts(page, Files.readString(SOURCES.resolve(page))).stream()
                .filter(Markdown.Heading.class::isInstance).map(each -> ((Markdown.Heading) each).title()).toList();
    }

    private static Set<String> pages() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(each -> each.toString().endsWith(".md"))
                    .map(each -> SOURCES.relativize(each).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
