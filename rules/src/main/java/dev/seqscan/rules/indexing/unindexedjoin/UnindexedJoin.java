package dev.seqscan.rules.indexing.unindexedjoin;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.query.IndexUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.rule.AssociationLinks;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.SearchFindings;
import dev.seqscan.rule.Selectivity;
import dev.seqscan.rule.TableAccess;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.ForeignKey;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.IndexStatement;
import dev.seqscan.schema.Names;
import dev.seqscan.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reports joins that alone make the database walk a table: the other side is found by an index, this one has none to join by. */
@AutoService(Rule.class)
public final class UnindexedJoin implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        SearchFindings found = new SearchFindings(card(), model, "the rows that are joined");
        Selectivity selectivity = new Selectivity(model.entities());
        AssociationLinks links = new AssociationLinks(model.entities());
        TableSearch.forEach(model, access -> access.with(links).joinWalked().stream(),
                search -> check(search, search.access().with(links), selectivity, found));
        found.give(findings);
    }

    private static void check(TableSearch search, TableAccess access, Selectivity selectivity, SearchFindings found) {
        Table table = search.table();
        boolean filtered = access.mandatory(table.name()).stream().anyMatch(each -> selectivity.isSelective(table, each));
        Optional<Table> few = access.joinedWith(table).stream()
                .filter(other -> isFound(access, other, selectivity)).findFirst();
        if (!filtered && few.isPresent() && access.groups().isEmpty()) {
            List<String> columns = columns(access, table, few.get());
            if (!columns.isEmpty()) {
                found.add(search, columns, certainty(search, access, few.get()), message(search, few.get(), columns),
                        List.of(search.need(columns.stream().map(Index.Part::of).toList(), List.of())));
            }
        }
    }

    /** By a key few rows are found for sure; and who ends after a page in the order of an index need not read all. */
    private static Certainty certainty(TableSearch search, TableAccess access, Table found) {
        List<String> pinned = access.mandatory(found.name()).stream().filter(Selectivity::pins)
                .filter(each -> each.value() == Value.PARAMETER || each.value() == Value.CONSTANT).map(Predicate::column).toList();
        boolean ofKey = found.indexes().stream().anyMatch(index -> index.unique() && !index.parts().isEmpty()
                && index.leadingColumns().size() == index.parts().size() && pinned.containsAll(index.leadingColumns()));
        boolean ofParent = found.foreignKeys().stream().anyMatch(key -> pinned.containsAll(key.columns()));
        if (!ofKey && !ofParent) {
            return Certainty.possible("many rows of " + found.name() + " may share the value that is asked for");
        }
        boolean page = search.use().query().paging().form() != Query.Paging.Form.NONE;
        return page && access.sorted().filter(access::isOrderGiven).isPresent()
                ? Certainty.possible("an index gives the rows in order, and the statement ends after a page") : Certainty.PROVEN;
    }

    /** Whether an index finds a few rows of a table by a value that few share; a kind has many rows, for which a walk may be right. */
    private static boolean isFound(TableAccess access, Table table, Selectivity selectivity) {
        List<Predicate> own = access.mandatory(table.name());
        return own.stream().filter(each -> each.value() == Value.PARAMETER || each.value() == Value.CONSTANT)
                .anyMatch(each -> Selectivity.pins(each) && selectivity.isSelective(table, each)
                        && !selectivity.isKind(table, each.column()) && IndexUse.isServed(table, each, own));
    }

    /** The columns to join by: those of the foreign key to the other table, or the only one. */
    private static List<String> columns(TableAccess access, Table table, Table other) {
        List<String> links = access.links(table).stream().filter(each -> each.function().isEmpty()).map(Predicate::column)
                .distinct().toList();
        Optional<ForeignKey> key = table.foreignKeys().stream()
                .filter(each -> Names.normalise(each.referencedTable()).equals(other.name()) && links.containsAll(each.columns()))
                .findFirst();
        return key.map(ForeignKey::columns).orElse(links.size() == 1 ? links : List.of());
    }

    private static String message(TableSearch search, Table few, List<String> columns) {
        String table = search.table().name();
        String names = String.join(", ", columns);
        List<Index.Part> parts = columns.stream().map(Index.Part::of).toList();
        return search.database() + " walks the whole table " + table + " to join it (" + search.use().query().label()
                + "): an index finds the few rows of " + few.name() + ", but no index of " + table + " begins with " + names
                + ". It takes longer as the table grows. Add it: "
                + IndexStatement.create(search.product(), search.table(), parts, Set.of()).orElseThrow() + ".";
    }
}
