package dev.seqscan.entity;

import java.util.Optional;

/** Whether something is in the second-level cache, by {@code @Cacheable} and Hibernate's {@code @Cache}. */
final class Caching {

    private Caching() {
    }

    static boolean isCached(MappingAnnotations annotations) {
        Optional<MappingAnnotation> cacheable = annotations.jpa("Cacheable");
        if (cacheable.isPresent()) {
            return cacheable.get().flag("value").orElse(true);
        }
        return annotations.hibernate("Cache").filter(each -> !each.constant("usage").orElse("").equals("NONE")).isPresent();
    }
}
