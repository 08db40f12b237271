package dev.seqscan.rules.indexing.foreignkeywithoutindex;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.IndexNeed;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Weight;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.IndexUse;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.schema.ForeignKey;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.IndexStatement;
import dev.seqscan.schema.Names;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reports foreign keys that no index serves, on products that make none, where rows they refer to are deleted. */
@AutoService(Rule.class)
public final class ForeignKeyWithoutIndex implements Rule {

    /** A foreign key of one table, with the products on which it is without index; one finding tells of all. */
    private record Unserved(Table table, ForeignKey key, List<Product> products) {
    }

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        RuleCard card = card();
        DeletedTables deleted = new DeletedTables(model);
        Map<List<Object>, Unserved> found = new LinkedHashMap<>();
        for (Schema schema : model.schemas()) {
            for (Table table : schema.tables()) {
                if (!schema.product().indexesForeignKeys() && table.source() == Table.Source.MIGRATION && isStored(table, model)) {
                    table.foreignKeys().stream().filter(key -> !isServed(table, key)).forEach(key -> found
                            .computeIfAbsent(List.of(table.name(), key.columns()),
                                    none -> new Unserved(table, key, new ArrayList<>())).products().add(schema.product()));
                }
            }
        }
        for (Unserved each : found.values()) {
            Optional<QueryUse> use = deleted.of(Names.normalise(each.key().referencedTable()));
            if (use.isPresent() || deleted.areForeseen(each.key()) && model.growth(each.key().referencedTable()).isGrowing()) {
                findings.accept(finding(each, use, model, card));
            }
        }
    }

    private static boolean isStored(Table table, Model model) {
        boolean stored = switch (table.kind()) {
            case TABLE, PARTITIONED -> true;
            case VIEW, TEMPORARY -> false;
        };
        return stored && !model.isSmall(table) && !model.growth(table.name()).isSmall();
    }

    /** The check asks for rows with given values; an index that begins with one of the columns leaves few rows to look at. */
    private static boolean isServed(Table table, ForeignKey key) {
        List<Predicate> check = key.columns().stream().map(column -> new Predicate(table.name(), column, column, Operator.EQUAL,
                "", false, 0, Value.PARAMETER, Clause.WHERE)).toList();
        return check.stream().anyMatch(each -> IndexUse.isServed(table, each, check));
    }

    private static Certainty certainty(Unserved unserved, Optional<QueryUse> use, Model model) {
        String table = unserved.table().name();
        if (use.filter(model::hasUnreadMigrations).isPresent()) {
            return Certainty.possible("migrations that are not read may make an index");
        }
        if (!model.growth(table).isGrowing()) {
            return Certainty.possible("nothing tells that the table gets many rows");
        }
        if (use.isEmpty()) {
            boolean both = model.growth(table).isLarge() && model.growth(unserved.key().referencedTable()).isLarge();
            String doubt = "only the rule of the foreign key tells that rows are deleted";
            return both ? Certainty.likely(doubt) : Certainty.possible(doubt);
        }
        return isOften(unserved, use.get(), model) ? Certainty.likely("how many rows the table has is not known")
                : Certainty.possible("a row is deleted now and then only");
    }

    /** Master data, as users, is deleted by hand, if ever; what comes by itself goes by itself. */
    private static boolean isOften(Unserved unserved, QueryUse use, Model model) {
        boolean many = use.query().acceptsMany() || !model.rows(use).isOne();
        boolean comesAndGoes = model.growth(unserved.key().referencedTable()).isGrowing();
        return many || comesAndGoes && model.growth(unserved.table().name()).isLarge();
    }

    private static Finding finding(Unserved unserved, Optional<QueryUse> use, Model model, RuleCard card) {
        String table = unserved.table().name();
        ForeignKey key = unserved.key();
        String columns = String.join(", ", key.columns());
        String by = use.map(each -> each.query().label()).orElse("as its rule for deletes foresees");
        String message = "Each row that is deleted from " + key.referencedTable() + " (" + by
                + ") makes the database walk the whole table " + table + " to see whether " + columns + " still refers to it: "
                + title(unserved.products()) + " no index for a foreign key. " + cure(unserved);
        List<Step> related = Stream.concat(
                use.stream().map(each -> new Step(each.site().place(), "rows of " + key.referencedTable() + " are deleted here")),
                Stream.of(new Step(unserved.table().place(), "the table " + table))).toList();
        return card.finding(certainty(unserved, use, model), key.place(), message)
                .about(table + "." + String.join("+", key.columns()), new Finding.Identity(table, "foreign key", 0))
                .related(related)
                .costing("rows of " + table + " read for each row that is deleted from " + key.referencedTable())
                .reachedFrom(use.map(each -> each.site().entryPoint()).orElse(""))
                .weighing(new Weight(0, model.size(unserved.table())))
                .needing(unserved.products().stream().map(product -> IndexNeed.ofColumns(product, table, key.columns(), key.place(),
                        "deletes from " + key.referencedTable())).toList());
    }

    private static String title(List<Product> products) {
        List<String> titles = products.stream().map(Product::title).distinct().sorted().toList();
        return titles.size() == 1 ? titles.get(0) + " makes" : String.join(" and ", titles) + " make";
    }

    private static String cure(Unserved unserved) {
        List<Index.Part> parts = unserved.key().columns().stream().map(Index.Part::of).toList();
        Optional<String> create = IndexStatement.create(unserved.products().get(0), unserved.table(), parts, Set.of());
        return "Add it: " + create.orElseThrow() + ".";
    }
}
