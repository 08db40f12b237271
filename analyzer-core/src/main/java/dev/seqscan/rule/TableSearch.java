package dev.seqscan.rule;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.IndexNeed;
import dev.seqscan.finding.Step;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.flow.RepeatedStatement;
import dev.seqscan.flow.Site;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table that a statement must walk, since nothing that must hold of its rows is served by an index; or another one that a
 * rule asks for.
 *
 * @param oneOfSeveral whether the application runs on several products
 * @param tenant the column that keeps tenants apart, if indexes of the table begin with it; else empty
 * @param certainty how sure it is that the walk is long, whatever the conditions are
 */
public record TableSearch(QueryUse use, TableAccess access, Table table, boolean oneOfSeveral, String tenant,
        Certainty certainty) {

    private static final Certainty IN_ORDER =
            Certainty.possible("an index gives the rows in order, and the statement ends after a page");

    /**
     * Gives every walk of every statement. Embedded products, as those of demonstrations, are asked only where there is no
     * server; tables that are small are left out.
     */
    public static void forEach(Model model, Consumer<TableSearch> taker) {
        forEach(model, (shape, schema) -> shape, taker);
    }

    /**
     * The same for statements as a rule sees them.
     *
     * @param seen gives the statement without what an index only seems to serve
     */
    public static void forEach(Model model, BiFunction<QueryShape, Schema, QueryShape> seen, Consumer<TableSearch> taker) {
        forEach(model, seen, access -> access.tables().stream().filter(access::walks),
                search -> taker.accept(search.endsAfterPage() ? search.doubted(IN_ORDER) : search));
    }

    /**
     * Gives tables of every statement that are not small, on servers if there are any.
     *
     * @param tables those of one statement that matter
     */
    public static void forEach(Model model, Function<TableAccess, Stream<Table>> tables, Consumer<TableSearch> taker) {
        forEach(model, (shape, schema) -> shape, tables, taker);
    }

    private static void forEach(Model model, BiFunction<QueryShape, Schema, QueryShape> seen,
            Function<TableAccess, Stream<Table>> tables, Consumer<TableSearch> taker) {
        TableDoubts doubts = new TableDoubts(model);
        Tenancy tenancy = model.tenancy();
        Set<Site> repeated = model.flow().repeatedStatements().stream().map(RepeatedStatement::site).collect(Collectors.toSet());
        for (QueryUse use : model.flow().queryUses()) {
            List<Schema> schemas = servers(model.schemas(use));
            for (Schema schema : schemas) {
                TableAccess access = new TableAccess(
                        seen.apply(tenancy.without(use.query().shape()), schema), tenancy.without(schema));
                tables.apply(access).filter(table -> !doubts.isSmall(table)).forEach(table -> {
                    boolean grows = model.growth(table.name()).isGrowing()
                            || repeated.contains(use.site()) && !access.countsOnly();
                    taker.accept(new TableSearch(use, access, table, schemas.size() > 1, tenancy.leading(schema, table.name()),
                            certainty(access, table, grows, doubts.of(use, table), doubts.ofSize(table))));
                });
            }
        }
    }

    private boolean endsAfterPage() {
        return use.query().paging().form() != Query.Paging.Form.NONE && access.isSortedByIndex(table);
    }

    private TableSearch doubted(Certainty doubt) {
        return new TableSearch(use, access, table, oneOfSeveral, tenant, certainty.and(doubt));
    }

    private static List<Schema> servers(List<Schema> schemas) {
        List<Schema> servers = schemas.stream().filter(each -> !each.product().isEmbedded()).toList();
        return servers.isEmpty() ? schemas : servers;
    }

    private static Certainty certainty(TableAccess access, Table table, boolean grows, String doubt, Certainty size) {
        if (!doubt.isEmpty()) {
            return Certainty.possible(doubt);
        }
        if (!grows) {
            return Certainty.possible("nothing tells that the table gets many rows");
        }
        return access.walksAnother(table) ? Certainty.possible("another table of the join is walked all the same") : size;
    }

    /** The product on which it holds. */
    public Product product() {
        return access.product();
    }

    /** What must hold of the rows, each alternative under the number of its OR, what must hold by itself under 0. */
    public Map<Integer, List<Predicate>> conditions() {
        Map<Integer, List<Predicate>> byGroup = new TreeMap<>();
        byGroup.put(0, access.mandatory(table.name()));
        access.groups().stream().filter(each -> !each.optional())
                .forEach(each -> byGroup.computeIfAbsent(each.disjunction(), key -> new ArrayList<>()).add(each));
        return byGroup;
    }

    /** Who does what follows, as the beginning of a sentence; names the product where there are several. */
    public String database() {
        return oneOfSeveral ? "On " + product().title() + " the database" : "The database";
    }

    /**
     * The index that it calls for, behind the tenant where indexes begin with that.
     *
     * @param equal what it compares with one value each
     * @param then what follows: the column of a range, or sort keys
     */
    public IndexNeed need(List<Index.Part> equal, List<Index.Part> then) {
        Stream<Index.Part> first = Stream.of(tenant).filter(each -> !each.isEmpty()).map(Index.Part::of);
        return new IndexNeed(product(), table.name(), Stream.concat(first, equal.stream()).toList(), then, Set.of(), Set.of(),
                ConstantConditions.of(product(), table, access.mandatory(table.name())), place(), use.query().label());
    }

    /** Where the query is declared; if it is put together in code and sent by a later call, that call. */
    public Place place() {
        return place(use);
    }

    /** Where a query is declared; if it is put together in code and sent by a later call, that call. */
    public static Place place(QueryUse use) {
        Query query = use.query();
        String method = query.label().substring(query.label().lastIndexOf('.') + 1);
        boolean sentLater = query.place().file().equals(use.site().place().file()) && !use.site().text().contains(method);
        return sentLater ? use.site().place() : query.place();
    }

    /** The way from the call to the query, where they stand apart. */
    public static List<Step> path(QueryUse use) {
        Place site = use.site().place();
        Place declared = use.query().place();
        if (site.equals(declared)) {
            return List.of();
        }
        return place(use).equals(site)
                ? List.of(new Step(declared, "the query is written here"), new Step(site, "it is sent here"))
                : List.of(new Step(site, "calls " + use.query().label()), new Step(declared, "the query is declared here"));
    }
}
