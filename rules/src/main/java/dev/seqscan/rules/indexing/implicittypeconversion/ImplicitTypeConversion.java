package dev.seqscan.rules.indexing.implicittypeconversion;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.SearchFindings;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.Schema;
import java.util.List;
import java.util.function.Consumer;

/** Reports texts with an index that are compared with numbers, so that the database converts each row and walks the table. */
@AutoService(Rule.class)
public final class ImplicitTypeConversion implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        SearchFindings found = new SearchFindings(card(), model);
        TableSearch.forEach(model, ImplicitTypeConversion::withoutConverted, search -> check(search, found));
        found.give(findings);
    }

    /** The statement as the database finds it, for which the index of a converted column is of no use. */
    private static QueryShape withoutConverted(QueryShape shape, Schema schema) {
        return Conversion.happens(schema.product()) ? shape.withPredicates(shape.predicates().stream()
                .map(each -> Conversion.isConverted(each, schema) ? Conversion.unsearched(each) : each).toList()) : shape;
    }

    private static void check(TableSearch search, SearchFindings found) {
        Schema schema = search.access().schema();
        if (!Conversion.happens(schema.product())) {
            return;
        }
        search.use().query().shape().predicates().stream()
                .filter(each -> each.table().equals(search.table().name()) && each.disjunction() == 0 && !each.optional())
                .filter(each -> Conversion.isConverted(each, schema) && Conversion.hasIndex(each, search.table()))
                .forEach(each -> report(search, each, found));
    }

    private static void report(TableSearch search, Predicate predicate, SearchFindings found) {
        boolean joins = !predicate.other().column().isEmpty();
        String peer = joins ? predicate.other().table() + "." + predicate.other().column() + ", which is a number" : "a number";
        String advice = joins ? "Give both columns the same type, or convert the number to a text in the statement."
                : "Compare it with a text: '5' instead of 5.";
        found.add(search, List.of(predicate.column()), Certainty.PROVEN, "On " + search.product().title()
                + " the database walks the whole table " + search.table().name() + " although " + predicate.column()
                + " has an index (" + search.use().query().label() + "): " + predicate.column() + " is a text and compared with "
                + peer + ", so that the text of each row is converted first. " + advice);
    }
}
