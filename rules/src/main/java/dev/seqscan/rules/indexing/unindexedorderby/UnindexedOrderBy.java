package dev.seqscan.rules.indexing.unindexedorderby;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.IndexNeed;
import dev.seqscan.flow.PageArgument;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.SearchFindings;
import dev.seqscan.rule.Selectivity;
import dev.seqscan.rule.TableAccess;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.IndexStatement;
import dev.seqscan.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports pages for which the database reads and sorts a whole table, since no index gives the rows in order. */
@AutoService(Rule.class)
public final class UnindexedOrderBy implements Rule {

    /** Further columns make an index larger and hardly change the order. */
    private static final int MOST_COLUMNS = 3;

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        SearchFindings found = new SearchFindings(card(), model, "a page of them");
        Selectivity selectivity = new Selectivity(model.entities());
        TableSearch.forEach(model, UnindexedOrderBy::sorted, search -> check(search, selectivity, model, found));
        found.give(findings);
    }

    private static Stream<Table> sorted(TableAccess access) {
        return access.sorted().filter(table -> access.walks(table) && !access.isOrderGiven(table)).stream();
    }

    /** Where a condition picks few rows, an index for that one is the cure, of which other rules speak. */
    private static void check(TableSearch search, Selectivity selectivity, Model model, SearchFindings found) {
        List<Predicate> filters = search.access().mandatory(search.table().name()).stream()
                .filter(each -> each.value() != Value.COLUMN).toList();
        boolean picked = filters.stream().anyMatch(each -> selectivity.isSelective(search.table(), each) || isPattern(each));
        boolean ordered = search.access().order().stream().allMatch(key -> Selectivity.isOrdered(search.table(), key.column()));
        if (isPage(search.use()) && !picked && ordered && !model.rows(search.use()).isLimited()) {
            List<String> columns = search.access().order().stream().map(SortKey::column).distinct().limit(MOST_COLUMNS).toList();
            found.add(search, columns, certainty(search, filters, selectivity, model), message(search),
                    List.of(search.need(List.of(), parts(search))));
        }
    }

    /** Rows that are skipped as they arrive are sorted as all others are; of a call without a page all rows are wanted. */
    private static boolean isPage(QueryUse use) {
        boolean page = switch (use.query().paging().form()) {
            case OFFSET -> use.query().paging().argument() < 0 || use.page() != PageArgument.NONE;
            case KEYSET, LIMIT -> true;
            case NONE, SKIPPED -> false;
        };
        return page || use.query().shape().limit().rows() != QueryShape.Limit.UNLIMITED
                && use.query().paging().form() != Query.Paging.Form.OFFSET;
    }

    private static boolean isPattern(Predicate predicate) {
        return predicate.operator() == Operator.LIKE_ANYWHERE || predicate.operator() == Operator.LIKE_PARAMETER;
    }

    private static Certainty certainty(TableSearch search, List<Predicate> filters, Selectivity selectivity, Model model) {
        List<Predicate> optional = search.access().optional(search.table().name());
        if (search.access().nests()) {
            return Certainty.possible("a query within it may read all rows all the same");
        }
        if (!filters.isEmpty() || !search.access().groups().isEmpty() || search.access().filtersOthers(search.table())) {
            return Certainty.possible("its conditions may leave a few rows");
        }
        if (optional.stream().anyMatch(each -> selectivity.isSelective(search.table(), each) || isPattern(each))) {
            return Certainty.possible("conditions that a parameter switches on may leave a few rows");
        }
        return model.growth(search.table().name()).isLarge() ? Certainty.PROVEN
                : Certainty.possible("nothing tells that the table gets so many rows that to sort them takes long");
    }

    private static String message(TableSearch search) {
        String table = search.table().name();
        String order = search.access().order().stream().map(UnindexedOrderBy::text).collect(Collectors.joining(", "));
        String rows = search.tenant().isEmpty() ? "all rows of " + table
                : "all rows of the tenant (" + search.tenant() + ") in " + table;
        return search.database() + " reads and sorts " + rows + " to give a few of them (" + search.use().query().label()
                + "): no index has them in the order of " + order + ". It takes longer as the table grows. " + cure(search);
    }

    private static String text(SortKey key) {
        return key.column() + (key.descending() ? " desc" : "");
    }

    private static String cure(TableSearch search) {
        IndexNeed need = search.need(List.of(), parts(search));
        List<Index.Part> parts = Stream.concat(need.equal().stream(), need.then().stream()).toList();
        return IndexStatement.create(search.product(), search.table(), parts, Set.of())
                .map(index -> "Add it: " + index + ".").orElseThrow();
    }

    private static List<Index.Part> parts(TableSearch search) {
        List<SortKey> keys = search.access().order().stream().limit(MOST_COLUMNS).toList();
        boolean mixed = keys.stream().map(SortKey::descending).distinct().count() > 1;
        return keys.stream().map(key -> new Index.Part(key.column(), "", mixed && key.descending())).toList();
    }
}
