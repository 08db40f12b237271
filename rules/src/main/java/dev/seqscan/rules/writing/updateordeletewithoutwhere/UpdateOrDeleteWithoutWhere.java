package dev.seqscan.rules.writing.updateordeletewithoutwhere;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.SearchFindings;
import dev.seqscan.rule.TableAccess;
import dev.seqscan.rule.TableDoubts;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reports statements that change or delete all rows of a table that grows. */
@AutoService(Rule.class)
public final class UpdateOrDeleteWithoutWhere implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        SearchFindings found = new SearchFindings(card(), model, "those that are meant");
        TableDoubts doubts = new TableDoubts(model);
        Set<List<String>> filled = filled(model);
        for (QueryUse use : model.flow().queryUses()) {
            if (takesAll(use.query()) && !isFilled(use, filled)) {
                check(use, model, doubts, found);
            }
        }
        found.give(findings);
    }

    private void check(QueryUse use, Model model, TableDoubts doubts, SearchFindings found) {
        QueryShape shape = use.query().shape();
        List<Schema> schemas = model.schemas(use);
        for (Schema schema : schemas) {
            schema.table(shape.roots().get(0).table()).filter(each -> each.kind() == Table.Kind.TABLE && !doubts.isSmall(each))
                    .ifPresent(table -> found.add(new TableSearch(use, new TableAccess(shape, schema), table, schemas.size() > 1, "",
                            certainty(use, table, model, doubts)), List.of(verb(shape)), Certainty.PROVEN,
                            message(use, table)));
        }
    }

    /** Of texts alone, which would say if they left rows out; a page at a time is how large tables should be emptied. */
    private static boolean takesAll(Query query) {
        QueryShape shape = query.shape();
        boolean written = switch (query.kind()) {
            case CRUD, CRITERIA, LOOKUP_BY_ID -> false;
            default -> true;
        };
        boolean one = shape.roots().stream().filter(each -> !each.subquery() && !each.table().isEmpty()).count() == 1
                && !shape.roots().get(0).subquery();
        boolean all = shape.predicates().stream().allMatch(each -> each.clause() == Clause.SUBQUERY);
        return written && (shape.command() == Command.UPDATE || shape.command() == Command.DELETE) && one && all
                && shape.unknown().isEmpty() && shape.limit().equals(QueryShape.Limit.NONE);
    }

    /** Which methods and which requests or jobs fill a table: who empties it there makes it anew. */
    private static Set<List<String>> filled(Model model) {
        Set<List<String>> filled = new HashSet<>();
        for (QueryUse use : model.flow().queryUses()) {
            QueryShape shape = use.query().shape();
            boolean adds = shape.command() == Command.INSERT
                    || shape.command() == Command.UPDATE && use.query().kind() == Query.Kind.CRUD;
            if (adds && !shape.roots().isEmpty()) {
                filled.add(List.of(use.site().enclosing(), shape.roots().get(0).table()));
                filled.add(List.of(use.site().entryPoint(), shape.roots().get(0).table()));
            }
        }
        return filled;
    }

    private static boolean isFilled(QueryUse use, Set<List<String>> filled) {
        String table = use.query().shape().roots().get(0).table();
        String entry = use.site().entryPoint();
        return filled.contains(List.of(use.site().enclosing(), table))
                || !entry.isEmpty() && filled.contains(List.of(entry, table));
    }

    private static Certainty certainty(QueryUse use, Table table, Model model, TableDoubts doubts) {
        String doubt = doubts.of(use, table);
        doubt = doubt.isEmpty() && !model.growth(table.name()).isGrowing()
                ? "nothing tells that the table gets many rows" : doubt;
        return doubt.isEmpty() ? Certainty.likely("how many rows the table has is not known") : Certainty.possible(doubt);
    }

    private static String verb(QueryShape shape) {
        return shape.command() == Command.DELETE ? "deletes" : "changes";
    }

    private static String message(QueryUse use, Table table) {
        boolean deletes = use.query().shape().command() == Command.DELETE;
        String advice = deletes ? "Say with WHERE which rows are meant; if all are, delete them in portions, or with TRUNCATE, "
                + "which does not write each row into the log."
                : "Say with WHERE which rows change, if only those that have another value; if all do, change them in portions.";
        return "The statement " + verb(use.query().shape()) + " all rows of " + table.name() + " at once (" + use.query().label()
                + "): it locks each of them until the transaction ends, and takes longer as the table grows. " + advice;
    }
}
