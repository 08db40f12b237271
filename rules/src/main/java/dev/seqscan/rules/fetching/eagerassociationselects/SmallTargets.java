package dev.seqscan.rules.fetching.eagerassociationselects;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Entity;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.ReferenceTables;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tells associations to tables that look as if they held a few rows, each of which a session loads once at most. */
final class SmallTargets {

    private final Model model;
    private final ReferenceTables reference;
    private final Set<String> writtenWithOwner = new HashSet<>();

    SmallTargets(Model model) {
        this.model = model;
        this.reference = new ReferenceTables(model.flow().queryUses());
        for (Entity entity : model.entities().all()) {
            entity.attributes().stream().filter(Association.class::isInstance).map(Association.class::cast)
                    .filter(Association::cascadesRemove).forEach(each -> writtenWithOwner.add(each.target()));
        }
    }

    /** A table that nothing in the program fills was filled by hand. */
    boolean holds(Association association, QueryUse use) {
        Optional<Entity> target = model.entities().ofClass(association.target());
        return target.isPresent() && (isReference(target.get(), use) || !isWritten(target.get()));
    }

    private boolean isReference(Entity target, QueryUse use) {
        return model.schemas(use).stream().anyMatch(schema -> schema.table(target.table()).filter(reference::holds).isPresent());
    }

    private boolean isWritten(Entity target) {
        return isWrittenAs(target) || model.entities().subclasses(target).stream().anyMatch(this::isWrittenAs);
    }

    private boolean isWrittenAs(Entity entity) {
        return model.isWritten(entity.table()) || writtenWithOwner.contains(entity.className());
    }
}
