package dev.seqscan.rules.indexing.oracrosscolumns;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.IndexNeed;
import dev.seqscan.query.Alternatives;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.ReferenceTables;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.SearchFindings;
import dev.seqscan.rule.Selectivity;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.IndexStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reports an OR that makes the index of one of its alternatives useless, since another one needs the whole table. */
@AutoService(Rule.class)
public final class OrAcrossColumns implements Rule {

    private static final Certainty RANGE = Certainty.possible("a range may hold most rows, which are read one way or the other");
    private static final String UNION = "Ask each alternative in a statement of its own, and join them with UNION.";

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        SearchFindings found = new SearchFindings(card(), model);
        Selectivity selectivity = new Selectivity(model.entities());
        ReferenceTables references = new ReferenceTables(model.flow().queryUses());
        TableSearch.forEach(model, search -> check(search, new AlternativeReader(search, selectivity, references), found));
        found.give(findings);
    }

    /** Where a condition beside the OR picks few rows, an index for that one is the cure, of which unindexed-filter speaks. */
    private static void check(TableSearch search, AlternativeReader reader, SearchFindings found) {
        Map<Integer, List<Predicate>> groups = search.conditions();
        if (groups.get(0).stream().anyMatch(reader::isSelective)) {
            return;
        }
        groups.entrySet().stream().filter(each -> each.getKey() != 0)
                .forEach(each -> check(search, Alternatives.branches(each.getValue()), reader, found));
    }

    /** An alternative that many rows meet makes the statement read them anyway, and no index is lost. */
    private static void check(TableSearch search, List<List<Predicate>> branches, AlternativeReader reader,
            SearchFindings found) {
        List<Alternative> alternatives = branches.stream().flatMap(each -> reader.read(each).stream()).toList();
        Optional<Alternative> lost = alternatives.stream()
                .filter(each -> each.index().isPresent() && each.isOf(search.table())).findFirst();
        if (branches.size() < 2 || alternatives.size() < branches.size() || lost.isEmpty() || isOfAnother(search, alternatives)) {
            return;
        }
        List<Alternative> elsewhere = alternatives.stream().filter(each -> !each.isOf(search.table())).toList();
        List<Alternative> missing = alternatives.stream().filter(each -> each.index().isEmpty()).toList();
        report(search, lost.get(), elsewhere.isEmpty() ? missing : elsewhere, elsewhere.isEmpty(), found);
    }

    /** Of alternatives in several tables that all have indexes one table is enough to speak of: the first. */
    private static boolean isOfAnother(TableSearch search, List<Alternative> alternatives) {
        return alternatives.stream().filter(each -> each.index().isPresent()).findFirst()
                .filter(each -> !each.isOf(search.table())).isPresent();
    }

    private static void report(TableSearch search, Alternative lost, List<Alternative> others, boolean one,
            SearchFindings found) {
        String on = search.oneOfSeveral() ? "On " + search.product().title() + " the database" : "The database";
        List<String> columns = new ArrayList<>();
        if (one) {
            others.forEach(each -> columns.add(each.asked().column()));
        }
        columns.add(lost.asked().column());
        String asked = others.stream().map(each -> each.text(search.table())).distinct().collect(Collectors.joining(" and "));
        String why = one ? "no index finds the rows of " + asked
                : asked + " asks another table, which no index of this one can answer";
        Certainty certainty = lost.isRange() || others.stream().anyMatch(Alternative::isRange) ? RANGE : Certainty.PROVEN;
        found.add(search, columns.stream().distinct().toList(), certainty, on + " walks the whole table "
                + search.table().name() + " although " + lost.asked().column() + " has an index (" + search.use().query().label()
                + "): it stands in an OR, and " + why + ". " + (one ? cure(search, others) : UNION),
                one ? needs(search, others) : List.of());
    }

    private static List<IndexNeed> needs(TableSearch search, List<Alternative> missing) {
        return missing.stream().map(each -> each.asked().column()).distinct()
                .map(column -> search.need(List.of(Index.Part.of(column)), List.of())).toList();
    }

    private static String cure(TableSearch search, List<Alternative> missing) {
        List<String> indexes = missing.stream().map(each -> each.asked().column()).distinct()
                .flatMap(column -> IndexStatement.create(search.product(), search.table(), List.of(Index.Part.of(column)),
                        Set.of()).stream()).toList();
        String index = indexes.isEmpty() ? "Add an index for it" : "Add an index for it: " + String.join("; ", indexes);
        return index + (search.product().unitesIndexes() ? ". Then the database joins what both indexes find."
                : ", and ask each alternative in a statement of its own, joined with UNION.");
    }
}
