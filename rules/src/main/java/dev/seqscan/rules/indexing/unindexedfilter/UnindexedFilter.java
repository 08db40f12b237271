package dev.seqscan.rules.indexing.unindexedfilter;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Trail;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.TableAccess;
import dev.seqscan.rule.Tenancy;
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

/** Reports filters for which the database must walk a whole table, one for each index that would cure them. */
@AutoService(Rule.class)
public final class UnindexedFilter implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        RuleCard card = card();
        Workload workload = Workload.of(model);
        List<Cure.Need> needs = new ArrayList<>();
        model.flow().queryUses().forEach(use -> needs.addAll(needs(use, workload)));
        Cure.of(needs).forEach(cure -> findings.accept(cure.finding(card, model)));
    }

    private static List<Cure.Need> needs(QueryUse use, Workload workload) {
        List<Cure.Need> needs = new ArrayList<>();
        List<Schema> schemas = workload.model().schemas(use);
        Set<String> onServers = new HashSet<>();
        Tenancy tenancy = workload.tenancy();
        for (Schema schema : serversFirst(schemas)) {
            TableAccess access = new TableAccess(tenancy.without(use.query().shape()), tenancy.without(schema));
            for (Unserved unserved : unserved(use, access, workload)) {
                Table table = unserved.table();
                boolean embeddedOnly = schema.product().isEmbedded() && !onServers.contains(table.name()) && isServed(table, schemas);
                if (!schema.product().isEmbedded()) {
                    onServers.add(table.name());
                }
                String doubt = embeddedOnly ? "only the embedded database lacks the index" : "";
                Certainty certainty = certainty(use, access, unserved, doubt, workload);
                needs.add(new Cure.Need(use, unserved.of(tenancy.leading(schema, table.name())), certainty, schemas.size() > 1));
            }
        }
        return needs;
    }

    private static Certainty certainty(QueryUse use, TableAccess access, Unserved unserved, String otherwise, Workload workload) {
        boolean grows = workload.model().growth(unserved.table().name()).isGrowing()
                || workload.repeated().contains(use.site()) && !access.countsOnly() || unserved.isOneRowOfKey(use.query());
        String doubt = workload.doubts().of(use, unserved.table());
        doubt = doubt.isEmpty() && !grows ? "nothing tells that the table gets many rows" : doubt;
        doubt = doubt.isEmpty() ? otherwise : doubt;
        return doubt.isEmpty() ? unserved.certainty() : Certainty.possible(doubt);
    }

    private static List<Schema> serversFirst(List<Schema> schemas) {
        return schemas.stream().sorted(Comparator.comparing(each -> each.product().isEmbedded())).toList();
    }

    /** Whether a server has the table, too; that it reaches it by an index was seen before. */
    private static boolean isServed(Table table, List<Schema> schemas) {
        return schemas.stream().anyMatch(each -> !each.product().isEmbedded() && each.product() != Product.UNKNOWN
                && each.table(table.name()).isPresent());
    }

    private static List<Unserved> unserved(QueryUse use, TableAccess access, Workload workload) {
        Model model = workload.model();
        boolean pages = use.query().paging().form() != Query.Paging.Form.NONE;
        List<Unserved> found = new ArrayList<>();
        for (Table table : access.tables()) {
            boolean small = workload.doubts().isSmall(table);
            Optional<Unserved> unserved = small ? Optional.empty()
                    : new FilterSearch(access, workload, pages).unserved(table);
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
}
