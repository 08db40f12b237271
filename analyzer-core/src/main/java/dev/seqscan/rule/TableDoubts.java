package dev.seqscan.rule;

import dev.seqscan.config.Settings;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.SchemaGeneration;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Weight;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.schema.Table;

/** Why it may be wrong that a statement walks a table for long, whatever its conditions are. */
public final class TableDoubts {

    private static final Certainty UNKNOWN_SIZE = Certainty.likely("how many rows the table has is not known");

    private final Model model;
    private final ReferenceTables references;
    private final boolean mappingTellsIndexes;

    /** Takes an application. */
    public TableDoubts(Model model) {
        this.model = model;
        this.references = new ReferenceTables(model.flow().queryUses());
        this.mappingTellsIndexes = model.entities().all().stream().map(Entity::indexes).anyMatch(each -> !each.isEmpty());
    }

    /** The tables that look as if they held a few kinds. */
    public ReferenceTables references() {
        return references;
    }

    /** Whether a table has few rows for sure. */
    public boolean isSmall(Table table) {
        return model.isSmall(table) || model.growth(table.name()).isSmall();
    }

    /** How sure it is that to walk the table takes long, if nothing else stands against it: its size decides. */
    public Certainty ofSize(Table table) {
        return model.size(table) == Weight.Table.LARGE ? Certainty.PROVEN : UNKNOWN_SIZE;
    }

    /** Why it is possible at most, as a clause after "as"; empty where nothing stands against it. */
    public String of(QueryUse use, Table table) {
        if (model.flow().unusedMethods().contains(use.site().enclosing())) {
            return "nobody calls the method that sends it";
        }
        if (use.atStart()) {
            return "it runs once, when the application starts or is installed";
        }
        if (model.hasUnreadMigrations(use)) {
            return "migrations that are not read may make an index";
        }
        if (references.holds(table) && model.size(table) != Weight.Table.LARGE) {
            return "the table looks as if it held a few kinds";
        }
        if (table.source() == Table.Source.GENERATED_KEYS) {
            return "only generated classes tell of the table, and these leave out indexes that are no keys";
        }
        return isOfMapping(table, model.settings(use))
                ? "only the mapping tells of the table, and the database may have further indexes" : "";
    }

    /** A mapping that names no index is no ground to say that the database has none, unless its tables are made of it. */
    private boolean isOfMapping(Table table, Settings settings) {
        return table.source() == Table.Source.MAPPING && switch (SchemaGeneration.of(settings)) {
            case FROM_MAPPING -> false;
            case ELSEWHERE -> true;
            case UNKNOWN -> !mappingTellsIndexes;
        };
    }
}
