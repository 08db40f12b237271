package dev.seqscan.rules.indexing.leadingwildcardlike;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.SearchFindings;
import dev.seqscan.rule.Selectivity;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reports searches for a text anywhere in a column, where nothing else finds the rows of a table that grows. */
@AutoService(Rule.class)
public final class LeadingWildcardLike implements Rule {

    private static final Certainty AS_THE_TABLE = Certainty.PROVEN;

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        SearchFindings found = new SearchFindings(card(), model);
        Selectivity selectivity = new Selectivity(model.entities());
        TableSearch.forEach(model, search -> check(search, selectivity, found));
        found.give(findings);
    }

    /** Where another condition picks few rows, an index for that one is the cure, of which unindexed-filter speaks. */
    private static void check(TableSearch search, Selectivity selectivity, SearchFindings found) {
        boolean picked = search.conditions().get(0).stream().anyMatch(each -> selectivity.isSelective(search.table(), each));
        if (picked) {
            return;
        }
        List<Predicate> sure = new ArrayList<>();
        search.conditions().values().stream().filter(group -> isOwn(search, group))
                .forEach(group -> sure.addAll(patterns(search, group)));
        if (!sure.isEmpty()) {
            report(search, sure, certainty(sure), found);
            return;
        }
        List<Predicate> optional = patterns(search, search.access().optional(search.table().name()));
        if (!optional.isEmpty()) {
            report(search, optional, Certainty.possible("a parameter may switch the condition off"), found);
        }
    }

    /** Of alternatives in several tables no index finds the rows, whatever it can search for. */
    private static boolean isOwn(TableSearch search, List<Predicate> group) {
        return group.stream().allMatch(each -> each.table().equals(search.table().name()));
    }

    private static List<Predicate> patterns(TableSearch search, List<Predicate> predicates) {
        return predicates.stream().filter(each -> each.table().equals(search.table().name())
                && isPattern(search.table(), each)).toList();
    }

    private static boolean isPattern(Table table, Predicate predicate) {
        boolean like = predicate.operator() == Operator.LIKE_ANYWHERE || predicate.operator() == Operator.LIKE_PARAMETER;
        boolean compared = predicate.value() == Value.PARAMETER || predicate.value() == Value.CONSTANT;
        return like && compared && predicate.clause() == Clause.WHERE && TextSearch.isText(table, predicate.column());
    }

    private static Certainty certainty(List<Predicate> patterns) {
        return patterns.stream().anyMatch(each -> each.operator() == Operator.LIKE_ANYWHERE) ? AS_THE_TABLE
                : Certainty.possible("the pattern is a parameter, which may begin without a wildcard");
    }

    private static void report(TableSearch search, List<Predicate> patterns, Certainty certainty, SearchFindings found) {
        List<String> columns = patterns.stream().map(Predicate::column).distinct().sorted().toList();
        String on = search.oneOfSeveral() ? "On " + search.product().title() + " the database" : "The database";
        String names = String.join(" or ", columns);
        boolean anywhere = patterns.stream().anyMatch(each -> each.operator() == Operator.LIKE_ANYWHERE);
        String when = anywhere ? "an ordered index finds a text by its beginning only. It takes longer as the table grows. "
                : "where the pattern begins with a wildcard, no ordered index helps. ";
        found.add(search, columns, certainty, on + " walks the whole table " + search.table().name() + " for " + names
                + (anywhere ? " like '%?%' (" : " like ? (") + search.use().query().label() + "): " + when
                + TextSearch.advice(search, patterns));
    }
}
