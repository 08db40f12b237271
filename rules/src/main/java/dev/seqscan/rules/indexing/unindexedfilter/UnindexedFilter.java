package dev.seqscan.rules.indexing.unindexedfilter;

import com.google.auto.service.AutoService;
import dev.seqscan.config.Settings;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.SchemaGeneration;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Trail;
import dev.seqscan.finding.Weight;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.flow.RepeatedStatement;
import dev.seqscan.flow.Site;
import dev.seqscan.query.Query;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.ReferenceTables;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reports filters for which the database must walk a whole table, one for each index that would cure them. */
@AutoService(Rule.class)
public final class UnindexedFilter implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        RuleCard card = card();
        Selectivity selectivity = new Selectivity(model.entities());
        boolean mappingTellsIndexes = model.entities().all().stream().map(Entity::indexes).anyMatch(each -> !each.isEmpty());
        Tenancy tenancy = new Tenancy(model.entities());
        ReferenceTables references = new ReferenceTables(model.flow().queryUses());
        Set<Site> repeated = model.flow().repeatedStatements().stream().map(RepeatedStatement::site).collect(Collectors.toSet());
        List<Cure.Need> needs = new ArrayList<>();
        for (QueryUse use : model.flow().queryUses()) {
            List<Schema> schemas = model.schemas(use);
            Set<String> onServers = new HashSet<>();
            for (Schema schema : serversFirst(schemas)) {
                TableAccess access = new TableAccess(tenancy.without(use.query().shape()), tenancy.without(schema));
                for (Unserved unserved : unserved(use, access, selectivity, references, model)) {
                    boolean embeddedOnly = schema.product().isEmbedded() && !onServers.contains(unserved.table().name())
                            && isServed(unserved.table(), schemas);
                    if (!schema.product().isEmbedded()) {
                        onServers.add(unserved.table().name());
                    }
                    boolean grows = model.growth(unserved.table().name()).isGrowing()
                            || repeated.contains(use.site()) && !access.countsOnly() || unserved.isOneRowOfKey(use.query());
                    String doubt = doubt(use, unserved.table(), references, model, mappingTellsIndexes);
                    doubt = doubt.isEmpty() && !grows ? "nothing tells that the table gets many rows" : doubt;
                    doubt = doubt.isEmpty() && embeddedOnly ? "only the embedded database lacks the index" : doubt;
                    Certainty certainty = doubt.isEmpty() ? unserved.certainty() : Certainty.possible(doubt);
                    String tenant = tenancy.leading(schema, unserved.table().name());
                    needs.add(new Cure.Need(use, unserved.of(tenant), certainty, schemas.size() > 1));
                }
            }
        }
        Cure.of(needs).forEach(cure -> findings.accept(cure.finding(card, model)));
    }

    private static List<Schema> serversFirst(List<Schema> schemas) {
        return schemas.stream().sorted(Comparator.comparing(each -> each.product().isEmbedded())).toList();
    }

    /** Whether a server has the table, too; that it reaches it by an index was seen before. */
    private static boolean isServed(Table table, List<Schema> schemas) {
        return schemas.stream().anyMatch(each -> !each.product().isEmbedded() && each.product() != Product.UNKNOWN
                && each.table(table.name()).isPresent());
    }

    private static String doubt(QueryUse use, Table table, ReferenceTables references, Model model, boolean mappingTellsIndexes) {
        if (model.flow().unusedMethods().contains(use.site().enclosing())) {
            return "nobody calls the method that sends it";
        }
        if (model.hasUnreadMigrations(use)) {
            return "migrations that are not read may make an index";
        }
        if (references.holds(table) && model.size(table) != Weight.Table.LARGE) {
            return "the table looks as if it held a few kinds";
        }
        return isDoubtful(table, model.settings(use), mappingTellsIndexes)
                ? "only the mapping tells of the table, and the database may have further indexes" : "";
    }

    private static List<Unserved> unserved(QueryUse use, TableAccess access, Selectivity selectivity,
            ReferenceTables references, Model model) {
        boolean pages = use.query().paging().form() != Query.Paging.Form.NONE;
        List<Unserved> found = new ArrayList<>();
        for (Table table : access.tables()) {
            boolean small = model.isSmall(table) || model.growth(table.name()).isSmall();
            Optional<Unserved> unserved = small ? Optional.empty()
                    : new FilterSearch(access, selectivity, references, model, pages).unserved(table);
            unserved.ifPresent(found::add);
            String served = small ? " is small" : " is reached by an index, or has no filter that an index would help";
            if (unserved.isEmpty()) {
                told(use, "unindexed-filter does not report: the table " + table.name() + served, model);
            }
        }
        if (access.tables().isEmpty()) {
            told(use, "unindexed-filter does not judge: no filter of a table whose columns are known", model);
        }
        return found;
    }

    /** At the call, and where the query is declared. */
    private static void told(QueryUse use, String conclusion, Model model) {
        model.trail().note(use.site().place(), Trail.About.RULE, () -> conclusion);
        model.trail().note(use.query().place(), Trail.About.RULE, () -> conclusion);
    }

    /** A mapping that names no index is no ground to say that the database has none, unless its tables are made of it. */
    private static boolean isDoubtful(Table table, Settings settings, boolean mappingTellsIndexes) {
        return table.source() == Table.Source.MAPPING && switch (SchemaGeneration.of(settings)) {
            case FROM_MAPPING -> false;
            case ELSEWHERE -> true;
            case UNKNOWN -> !mappingTellsIndexes;
        };
    }
}
