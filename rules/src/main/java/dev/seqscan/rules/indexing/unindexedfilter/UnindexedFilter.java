package dev.seqscan.rules.indexing.unindexedfilter;

import com.google.auto.service.AutoService;
import dev.seqscan.config.Settings;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.SchemaGeneration;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Precision;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.ReferenceTables;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
        List<Cure.Need> needs = new ArrayList<>();
        for (QueryUse use : model.flow().queryUses()) {
            List<Schema> schemas = model.schemas(use);
            for (Schema schema : schemas) {
                TableAccess access = new TableAccess(tenancy.without(use.query().shape()), tenancy.without(schema));
                for (Unserved unserved : unserved(use, access, selectivity, references, model)) {
                    Precision precision = model.hasUnreadMigrations(use)
                            || references.holds(unserved.table())
                            || isDoubtful(unserved.table(), model.settings(use), mappingTellsIndexes)
                            ? Precision.POSSIBLE : unserved.precision();
                    needs.add(new Cure.Need(use, unserved, precision, schemas.size() > 1));
                }
            }
        }
        Cure.of(needs).forEach(cure -> findings.accept(cure.finding(card)));
    }

    private static List<Unserved> unserved(QueryUse use, TableAccess access, Selectivity selectivity,
            ReferenceTables references, Model model) {
        boolean pages = use.query().paging().form() != Query.Paging.Form.NONE;
        List<Unserved> found = new ArrayList<>();
        for (Table table : access.tables()) {
            boolean growing = model.isWritten(table.name());
            boolean small = table.seeded() && !growing;
            if (!small) {
                new FilterSearch(access, selectivity, references, growing, pages).unserved(table).ifPresent(found::add);
            }
        }
        return found;
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
