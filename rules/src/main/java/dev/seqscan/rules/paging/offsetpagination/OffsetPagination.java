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
import dev.seqscan.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return isDeep(use) ? isShort(use, page, model)
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
    private static String isShort(QueryUse use, KeysetPage page, Model model) {
        if (page.table().filter(table -> model.isSmall(table) || model.growth(table.name()).isSmall()).isPresent()) {
            return "the table " + page.table().get().name() + " is small";
        }
        return model.rows(use).isOne() ? model.rows(use).reason() : "";
    }

    private static Weight weight(KeysetPage page, Model model) {
        return new Weight(0, page.table().map(model::size).orElse(Weight.Table.UNKNOWN));
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
        if (KeysetPage.isWrapped(use.query().shape()) && !use.query().shape().predicates().isEmpty()) {
            return Certainty.possible("conditions within the query may leave a few rows");
        }
        if (model.rows(use).isLimited()) {
            return Certainty.possible(model.rows(use).reason());
        }
        if (!use.query().shape().unknown().isEmpty()) {
            return Certainty.possible("not all of its conditions are known, which may leave a few rows");
        }
        Growth growth = page.table().map(table -> model.growth(table.name())).orElse(Growth.UNKNOWN);
        if (page.table().isEmpty() ? use.page() != PageArgument.LOOP : !isDeep(use, growth)) {
            return Certainty.possible("nothing tells that the table gets many rows");
        }
        return use.page() == PageArgument.UNKNOWN ? Certainty.possible("it is not known which page is asked for")
                : Certainty.likely("how many rows there are is not known");
    }

    /** Who turns the first pages never meets what is imported; a loop turns them all. */
    private static boolean isDeep(QueryUse use, Growth growth) {
        return use.page() == PageArgument.LOOP ? growth.isGrowing() : growth.isLarge() && growth.trend() != Growth.Trend.IMPORTED;
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
}
