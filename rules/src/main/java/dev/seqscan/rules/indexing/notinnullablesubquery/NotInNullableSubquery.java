package dev.seqscan.rules.indexing.notinnullablesubquery;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.SearchFindings;
import dev.seqscan.rule.TableAccess;
import dev.seqscan.rule.TableDoubts;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports NOT IN with a subquery that selects a column which may be null: then no row comes back, and no join finds them. */
@AutoService(Rule.class)
public final class NotInNullableSubquery implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        SearchFindings found = new SearchFindings(card(), model);
        TableDoubts doubts = new TableDoubts(model);
        for (QueryUse use : model.flow().queryUses()) {
            List<Schema> schemas = model.schemas(use);
            for (Schema schema : schemas) {
                use.query().shape().predicates().stream().filter(NotInNullableSubquery::excludes)
                        .forEach(each -> nullable(each, use.query().shape(), schema).ifPresent(table -> found.add(
                                new TableSearch(use, new TableAccess(use.query().shape(), schema), table, schemas.size() > 1, "",
                                        certainty(use, table, schema.product(), doubts)),
                                List.of(each.other().column()), Certainty.PROVEN, message(use, each, schema.product()))));
            }
        }
        found.give(findings);
    }

    private static boolean excludes(Predicate predicate) {
        return predicate.operator() == Operator.NOT_IN && predicate.value() == Value.SUBQUERY
                && predicate.clause() != Clause.HAVING && predicate.disjunction() == 0;
    }

    /** The table that the subquery asks, if the column that it selects may be null. */
    private static Optional<Table> nullable(Predicate excluded, QueryShape shape, Schema schema) {
        String name = excluded.other().table();
        String column = excluded.other().column();
        boolean rejects = shape.predicates().stream().anyMatch(each -> each.table().equals(name)
                && each.column().equals(column) && rejectsNull(each));
        return rejects ? Optional.empty()
                : schema.table(name).filter(each -> each.column(column).filter(Column::nullable).isPresent());
    }

    /** A comparison with NULL is not true, and so leaves the row out. */
    private static boolean rejectsNull(Predicate predicate) {
        boolean compares = predicate.operator() != Operator.IS_NULL && predicate.operator() != Operator.OTHER;
        return compares && predicate.clause() == Clause.SUBQUERY && predicate.disjunction() == 0 && !predicate.optional();
    }

    /** What a mapping leaves open is not said on purpose, as what a script leaves open. */
    private static Certainty certainty(QueryUse use, Table table, Product product, TableDoubts doubts) {
        String doubt = doubts.of(use, table);
        if (doubt.isEmpty() && product == Product.UNKNOWN) {
            doubt = "the product is not known, and some allow NULL only where it is said";
        }
        if (doubt.isEmpty() && table.source() == Table.Source.MAPPING) {
            doubt = "only the mapping tells that the column may be null";
        }
        return doubt.isEmpty() ? Certainty.likely("whether the column holds NULL is not known") : Certainty.possible(doubt);
    }

    private static String message(QueryUse use, Predicate excluded, Product product) {
        String column = excluded.other().table() + "." + excluded.other().column();
        String plan = product == Product.POSTGRESQL ? " PostgreSQL cannot join the two therefore, and looks for each row through "
                + "the list, which it reads again each time if it does not fit into work_mem." : "";
        String asked = excluded.table().isEmpty() ? excluded.column() : excluded.table() + "." + excluded.column();
        return "No row is found as soon as one " + column + " is NULL (" + use.query().label() + "): not in is never true of a "
                + "list that holds NULL, and the column may." + plan + " Ask instead: not exists (select 1 from "
                + excluded.other().table() + " where .. and " + column + " = " + asked + ").";
    }
}
