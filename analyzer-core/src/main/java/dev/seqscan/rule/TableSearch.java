package dev.seqscan.rule;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Step;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.flow.RepeatedStatement;
import dev.seqscan.flow.Site;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A table that a statement must walk, since nothing that must hold of its rows is served by an index.
 *
 * @param oneOfSeveral whether the application runs on several products
 * @param certainty how sure it is that the walk is long, whatever the conditions are
 */
public record TableSearch(QueryUse use, TableAccess access, Table table, boolean oneOfSeveral, Certainty certainty) {

    private static final Certainty LIKELY = Certainty.likely("how many rows the table has is not known");

    /**
     * Gives every walk of every statement. Embedded products, as those of demonstrations, are asked only where there is no
     * server; tables that are small are left out.
     */
    public static void forEach(Model model, Consumer<TableSearch> taker) {
        TableDoubts doubts = new TableDoubts(model);
        Tenancy tenancy = new Tenancy(model);
        Set<Site> repeated = model.flow().repeatedStatements().stream().map(RepeatedStatement::site).collect(Collectors.toSet());
        for (QueryUse use : model.flow().queryUses()) {
            List<Schema> schemas = servers(model.schemas(use));
            for (Schema schema : schemas) {
                TableAccess access = new TableAccess(tenancy.without(use.query().shape()), tenancy.without(schema));
                for (Table table : access.tables()) {
                    if (!doubts.isSmall(table) && access.walks(table)) {
                        boolean grows = model.growth(table.name()).isGrowing()
                                || repeated.contains(use.site()) && !access.countsOnly();
                        taker.accept(new TableSearch(use, access, table, schemas.size() > 1,
                                certainty(use, access, table, grows, doubts.of(use, table))));
                    }
                }
            }
        }
    }

    private static List<Schema> servers(List<Schema> schemas) {
        List<Schema> servers = schemas.stream().filter(each -> !each.product().isEmbedded()).toList();
        return servers.isEmpty() ? schemas : servers;
    }

    private static Certainty certainty(QueryUse use, TableAccess access, Table table, boolean grows, String doubt) {
        if (!doubt.isEmpty()) {
            return Certainty.possible(doubt);
        }
        if (!grows) {
            return Certainty.possible("nothing tells that the table gets many rows");
        }
        if (access.walksAnother(table)) {
            return Certainty.possible("another table of the join is walked all the same");
        }
        boolean pages = use.query().paging().form() != Query.Paging.Form.NONE;
        return pages && access.isSortedByIndex(table)
                ? Certainty.possible("an index gives the rows in order, and the statement ends after a page") : LIKELY;
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
