package dev.seqscan.rules.fetching.cartesianjoin;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Trait;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.SearchFindings;
import dev.seqscan.rule.Selectivity;
import dev.seqscan.rule.TableAccess;
import dev.seqscan.rule.TableDoubts;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reports statements that join tables without a condition that links them. */
@AutoService(Rule.class)
public final class CartesianJoin implements Rule {

    private static final Certainty PICKED = Certainty.possible("a condition may leave a few rows of one of the tables");
    private static final Certainty OPEN = Certainty.possible("nothing tells that both tables get many rows");

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        SearchFindings found = new SearchFindings(card(), model, "the pairs that belong together");
        TableDoubts doubts = new TableDoubts(model);
        TableSearch.forEach(model, TableAccess::all, search -> {
            QueryShape shape = search.use().query().shape();
            if (shape.unknown().isEmpty()) {
                shape.traits(Trait.Kind.UNLINKED).stream().filter(each -> each.tables().get(0).equals(search.table().name()))
                        .forEach(each -> check(search, each.tables(), model, doubts, found));
            }
        });
        found.give(findings);
    }

    private static void check(TableSearch search, List<String> names, Model model, TableDoubts doubts, SearchFindings found) {
        TableAccess access = search.access();
        List<Table> tables = names.stream().map(access.schema()::table).flatMap(Optional::stream).toList();
        boolean many = tables.size() == names.size()
                && tables.stream().noneMatch(each -> doubts.isSmall(each) || access.picksOne(each));
        if (many) {
            boolean picked = tables.stream().anyMatch(each -> access.mandatory(each.name()).stream().anyMatch(CartesianJoin::picks));
            boolean grow = tables.stream().allMatch(each -> model.growth(each.name()).isGrowing());
            found.add(search, names, picked ? PICKED : grow ? Certainty.PROVEN : OPEN, message(search, tables));
        }
    }

    /** A constant names one of few kinds most often, of which there are many rows. */
    private static boolean picks(Predicate predicate) {
        return Selectivity.pins(predicate) && predicate.value() == Value.PARAMETER;
    }

    private static String message(TableSearch search, List<Table> tables) {
        String names = tables.stream().map(Table::name).collect(Collectors.joining(" and "));
        return search.database() + " joins each row of " + tables.get(0).name() + " with each of the other table ("
                + search.use().query().label() + "): no condition links " + names + ", so a thousand rows of each make a million. "
                + "Add the condition, or write CROSS JOIN if all pairs are meant.";
    }
}
