package dev.seqscan.rules.writing.deriveddeleteloadsentities;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import java.util.List;
import java.util.stream.Stream;

/** Why entities may have to be loaded before they are removed. */
final class LoadingReasons {

    private LoadingReasons() {
    }

    /** In words: cascades, callbacks, listeners; of subclasses too, whose rows may be among those removed. */
    static List<String> of(Entity entity, EntityModel entities) {
        return Stream.concat(Stream.of(entity), entities.subclasses(entity).stream())
                .flatMap(each -> Stream.concat(cascades(each), each.removal().effects().stream())).distinct().toList();
    }

    private static Stream<String> cascades(Entity entity) {
        return entity.attributes().stream().filter(Association.class::isInstance).map(Association.class::cast)
                .filter(Association::cascadesRemove).map(each -> "removal of " + each.label());
    }
}
