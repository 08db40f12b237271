package dev.seqscan.rules.fetching.eagerassociationselects;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Entity;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.ReferenceTables;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tells tables that look as if they held a few rows. A session loads each of them once at most. */
final class SmallTables {

    private static final Set<String> KINDS = Set.of("Type", "Kind", "Status", "State", "Level", "Unit", "Role", "Currency",
            "Country", "Language", "Locale");

    private final Model model;
    private final ReferenceTables reference;
    private final Set<String> writtenWithOwner = new HashSet<>();

    SmallTables(Model model) {
        this.model = model;
        this.reference = new ReferenceTables(model.flow().queryUses());
        for (Entity entity : model.entities().all()) {
            entity.attributes().stream().filter(Association.class::isInstance).map(Association.class::cast)
                    .filter(Association::cascadesRemove).forEach(each -> writtenWithOwner.add(each.target()));
        }
    }

    /** A table that nothing in the program fills was filled by hand. */
    boolean hold(Association association, QueryUse use) {
        Optional<Entity> target = model.entities().ofClass(association.target());
        return target.isPresent()
                && (isNamedAsKind(target.get().className()) || isReference(target.get(), use) || !isWritten(target.get()));
    }

    /** {@code OrderStatus}, {@code PaymentType}: a few kinds that others are of. */
    static boolean isNamedAsKind(String className) {
        return KINDS.stream().anyMatch(className::endsWith);
    }

    private boolean isReference(Entity target, QueryUse use) {
        return model.schemas(use).stream().anyMatch(schema -> schema.table(target.table())
                .filter(table -> reference.holds(table) || model.isSmall(table)).isPresent());
    }

    private boolean isWritten(Entity target) {
        return isWrittenAs(target) || model.entities().subclasses(target).stream().anyMatch(this::isWrittenAs);
    }

    private boolean isWrittenAs(Entity entity) {
        return model.isWritten(entity.table()) || writtenWithOwner.contains(entity.className());
    }
}
