package dev.seqscan.rules.paging.offsetpagination;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Trail;
import dev.seqscan.finding.Weight;
import dev.seqscan.flow.PageArgument;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.rule.Growth;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reports calls that fetch a page by its offset, where the page may be far from the first. */
@AutoService(Rule.class)
public final class OffsetPagination implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        RuleCard card = card();
        Ordinals ordinals = new Ordinals();
        Map<List<Object>, List<PagedQuery.Call>> byQuery = new LinkedHashMap<>();
        for (QueryUse use : model.flow().queryUses()) {
            KeysetPage page = KeysetPage.of(use.query(), model.schemas(use));
            String harmless = harmless(use, page, model);
            if (harmless.isEmpty()) {
                PagedQuery.Call call = new PagedQuery.Call(use, page, certainty(use, page, model), weight(page, model));
                byQuery.computeIfAbsent(call.query(), key -> new ArrayList<>()).add(call);
            } else {
                model.trail().note(use.site().place(), Trail.About.RULE, () -> card.id() + " does not report: " + harmless);
            }
        }
        byQuery.values().forEach(calls -> findings.accept(new PagedQuery(calls).finding(card, ordinals)));
    }

    private static String harmless(QueryUse use, KeysetPage page, Model model) {
        return isDeep(use) ? isShort(page, model)
                : "no page is asked for by its offset, or it is always the same one";
    }

    /** Of the first page, and of one that is always the same, nothing much is thrown away. */
    private static boolean isDeep(QueryUse use) {
        boolean constant = use.query().paging().argument() < 0 && use.query().shape().limit().offset() >= 0;
        return use.query().paging().form() == Query.Paging.Form.OFFSET && !constant && switch (use.page()) {
            case ANY, LOOP, UNKNOWN -> true;
            case NONE, FIRST -> false;
        };
    }

    /** A small table has few pages, and a unique key finds one row. */
    private static String isShort(KeysetPage page, Model model) {
        if (page.table().filter(table -> model.isSmall(table) || model.growth(table.name()).isSmall()).isPresent()) {
            return "the table " + page.table().get().name() + " is small";
        }
        return page.table().filter(table -> isOneRow(table, page.pinned())).isPresent() ? "a unique key finds one row" : "";
    }

    private static Weight weight(KeysetPage page, Model model) {
        return new Weight(0, page.table().map(model::size).orElse(Weight.Table.UNKNOWN));
    }

    private static boolean isOneRow(Table table, Set<String> pinned) {
        return table.indexes().stream().anyMatch(index -> index.unique() && index.isWhole()
                && index.leadingColumns().size() == index.parts().size() && pinned.containsAll(index.leadingColumns()));
    }

    /** Rows that are named by a list are no more than the list. */
    private static Certainty certainty(QueryUse use, KeysetPage page, Model model) {
        boolean listed = use.query().shape().predicates().stream()
                .anyMatch(each -> each.operator() == Operator.IN && isKey(page.table(), each));
        if (model.flow().unusedMethods().contains(use.site().enclosing())) {
            return Certainty.possible("nobody calls the method that asks for pages");
        }
        if (listed) {
            return Certainty.possible("the rows are named by a list, and are no more than that");
        }
        if (!hasKey(use.query().shape())) {
            return Certainty.possible(
                    "all rows are read for each page, since they are grouped, made distinct or sorted by what is computed");
        }
        if (page.table().filter(table -> isFew(table, page.pinned())).isPresent()) {
            return Certainty.possible("a column with an index of its own is pinned, which few rows share");
        }
        Growth growth = page.table().map(table -> model.growth(table.name())).orElse(Growth.UNKNOWN);
        boolean grows = isOfOneOwner(page) ? growth.isFed() && growth.isLarge() : growth.isLarge();
        if (!grows && (use.page() != PageArgument.LOOP || page.table().isEmpty())) {
            return Certainty.possible("nothing tells that the table gets many rows");
        }
        return use.page() == PageArgument.UNKNOWN ? Certainty.possible("it is not known which page is asked for")
                : Certainty.likely("how many rows there are is not known");
    }

    /** A table may grow while each owner keeps a few rows of it, unless something adds many at a time. */
    private static boolean isOfOneOwner(KeysetPage page) {
        return page.table().filter(table -> table.foreignKeys().stream()
                .anyMatch(key -> page.pinned().containsAll(key.columns()))).isPresent();
    }

    /** Of an identifier with a further column there are a few rows each, as versions; of a foreign key there may be many. */
    private static boolean isKey(Optional<Table> table, Predicate predicate) {
        boolean leads = table.flatMap(Table::primaryKey).filter(index -> index.leadingColumns().stream().limit(1)
                .anyMatch(predicate.column()::equals)).isPresent();
        return leads && table.get().foreignKeys().stream().noneMatch(each -> each.columns().contains(predicate.column()));
    }

    /** What is made distinct or grouped, or is sorted by what is computed, is read as a whole for each page whatever it asks for. */
    private static boolean hasKey(QueryShape shape) {
        boolean rows = switch (shape.projection()) {
            case COLUMNS, CONSTRUCTOR, AGGREGATE -> false;
            default -> true;
        };
        return !shape.grouped() && (rows || !shape.distinct())
                && shape.order().stream().noneMatch(each -> each.column().isEmpty());
    }

    /**
     * A column with an index of its own that refers to nothing, as a number or a name, has a few rows for each value. So has
     * one that is unique with the owner of the row.
     */
    private static boolean isFew(Table table, Set<String> pinned) {
        return isUniqueOfOwner(table, pinned) || table.indexes().stream().filter(Index::isWhole).map(Index::leadingColumns)
                .filter(each -> each.size() == 1 && pinned.containsAll(each)).map(each -> each.get(0))
                .anyMatch(column -> table.foreignKeys().stream().noneMatch(key -> key.columns().contains(column))
                        && !isLikeKey(table, column));
    }

    private static boolean isUniqueOfOwner(Table table, Set<String> pinned) {
        return table.indexes().stream().filter(index -> index.unique() && index.isWhole()
                        && index.leadingColumns().size() == index.parts().size()).map(Index::leadingColumns)
                .map(columns -> columns.stream().filter(each -> table.foreignKeys().stream()
                        .noneMatch(key -> key.columns().contains(each))).toList())
                .anyMatch(own -> !own.isEmpty() && pinned.containsAll(own));
    }

    private static boolean isLikeKey(Table table, String column) {
        String type = table.column(column).map(Column::type).orElse("");
        return table.primaryKey().filter(key -> key.leadingColumns().stream().flatMap(each -> table.column(each).stream())
                .anyMatch(each -> each.type().equals(type))).isPresent();
    }
}
