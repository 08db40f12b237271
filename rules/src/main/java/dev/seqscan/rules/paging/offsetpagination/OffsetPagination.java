package dev.seqscan.rules.paging.offsetpagination;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Precision;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Trail;
import dev.seqscan.finding.Weight;
import dev.seqscan.flow.PageArgument;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.schema.Table;
import java.util.List;
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
        for (QueryUse use : model.flow().queryUses()) {
            KeysetPage page = KeysetPage.of(use.query(), model.schemas(use));
            String harmless = harmless(use, page, model);
            if (harmless.isEmpty()) {
                findings.accept(finding(use, page, certainty(use, page), card, ordinals).weighing(weight(page, model)));
            } else {
                model.trail().note(use.site().place(), Trail.About.RULE, () -> card.id() + " does not report: " + harmless);
            }
        }
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
        if (page.table().filter(model::isSmall).isPresent()) {
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

    private static Finding finding(QueryUse use, KeysetPage page, Certainty certainty, RuleCard card, Ordinals ordinals) {
        Query query = use.query();
        Precision precision = certainty.precision();
        return new Finding(card.id(), precision.cap(card.level()), precision, message(use, page), use.site().place(), path(use),
                related(page), query.label(), cost(use), ordinals.next(use.site(), query.label()), use.site().entryPoint())
                .doubted(certainty.doubt());
    }

    /** Rows that are named by a list are no more than the list. */
    private static Certainty certainty(QueryUse use, KeysetPage page) {
        boolean listed = use.query().shape().predicates().stream()
                .anyMatch(each -> each.operator() == Operator.IN && isKey(page.table(), each));
        if (listed) {
            return Certainty.possible("the rows are named by a list, and are no more than that");
        }
        return use.page() == PageArgument.UNKNOWN ? Certainty.possible("it is not known which page is asked for")
                : Certainty.likely("how many rows there are is not known");
    }

    /** Of an identifier with a further column there are a few rows each, as versions; of a foreign key there may be many. */
    private static boolean isKey(Optional<Table> table, Predicate predicate) {
        boolean leads = table.flatMap(Table::primaryKey).filter(index -> index.leadingColumns().stream().limit(1)
                .anyMatch(predicate.column()::equals)).isPresent();
        return leads && table.get().foreignKeys().stream().noneMatch(each -> each.columns().contains(predicate.column()));
    }

    private static String message(QueryUse use, KeysetPage page) {
        Query query = use.query();
        boolean loop = use.page() == PageArgument.LOOP;
        String counts = query.paging().counts() ? ", and counts all matching rows each time" : "";
        String cost = loop
                ? "This loop turns pages by offset: for each page " + query.label() + " reads all pages before it once more"
                        + counts + ", so twice the rows take four times as long."
                : "Any page may be asked for here: for page k " + query.label() + " reads and throws away k x size rows"
                        + counts + ".";
        return cost + " " + page.advice(query.advice().keyset(), loop);
    }

    private static String cost(QueryUse use) {
        boolean counts = use.query().paging().counts();
        if (use.page() == PageArgument.LOOP) {
            return "N x N / (2 x size) rows read for N rows" + (counts ? " + N / size counts of all rows" : "");
        }
        return "offset + size rows read for size rows, offset = page x size" + (counts ? " + 1 count of all rows" : "");
    }

    private static List<Step> path(QueryUse use) {
        Query query = use.query();
        return query.place().equals(use.site().place()) ? List.of()
                : List.of(new Step(use.site().place(), "asks for a page by its offset"),
                        new Step(query.place(), query.label() + " reads from the first row on"));
    }

    private static List<Step> related(KeysetPage page) {
        return page.table().map(table -> List.of(new Step(table.place(), "the table " + table.name()))).orElse(List.of());
    }
}
