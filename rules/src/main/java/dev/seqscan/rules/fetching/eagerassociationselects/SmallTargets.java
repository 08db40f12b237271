package dev.seqscan.rules.fetching.eagerassociationselects;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Entity;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.ReferenceTables;
import java.util.Optional;

/** Tells associations to tables that look as if they held a few rows, each of which a session loads once at most. */
final class SmallTargets {

    private final Model model;
    private final ReferenceTables reference;

    SmallTargets(Model model) {
        this.model = model;
        this.reference = new ReferenceTables(model.flow().queryUses());
    }

    boolean holds(Association association, QueryUse use) {
        Optional<String> table = model.entities().ofClass(association.target()).map(Entity::table);
        if (table.isEmpty()) {
            return false;
        }
        boolean small = model.schemas(use).stream()
                .anyMatch(schema -> schema.table(table.get()).filter(reference::holds).isPresent());
        return small || !model.isWritten(table.get());
    }
}
