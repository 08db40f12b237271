package dev.seqscan.rules.writing.deriveddeleteloadsentities;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.query.FetchPlans;
import java.util.List;
import java.util.stream.Stream;

/** Why entities may have to be loaded before they are removed. */
final class LoadingReasons {

    private LoadingReasons() {
    }

    /** In words: cascades, callbacks, listeners; of subclasses too, whose rows may be among those removed. */
    static List<String> of(Entity entity, EntityModel entities) {
        Stream<String> effects = family(entity, entities).flatMap(each -> each.removal().effects().stream());
        return Stream.concat(cascades(entity, entities).map(each -> "removal of " + each.label()), effects).distinct().toList();
    }

    /** What a removal cascades to and each row loads with a statement of its own, in whatever batches the rows are deleted. */
    static List<Association> loadedForEach(Entity entity, EntityModel entities, FetchPlans plans) {
        return cascades(entity, entities).filter(plans::isLazyPerRow).distinct().toList();
    }

    /** Whether a removal does nothing else than to cascade, as statements for the other tables can do too. */
    static boolean areCascades(Entity entity, EntityModel entities) {
        return family(entity, entities).allMatch(each -> each.removal().effects().isEmpty());
    }

    private static Stream<Association> cascades(Entity entity, EntityModel entities) {
        return family(entity, entities).flatMap(each -> each.attributes().stream()).filter(Association.class::isInstance)
                .map(Association.class::cast).filter(Association::cascadesRemove);
    }

    private static Stream<Entity> family(Entity entity, EntityModel entities) {
        return Stream.concat(Stream.of(entity), entities.subclasses(entity).stream());
    }
}
