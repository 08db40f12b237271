package dev.seqscan.entity;

import dev.seqscan.entity.Association.Cardinality;
import dev.seqscan.entity.Association.FetchMode;
import dev.seqscan.entity.Association.FetchType;
import java.util.Optional;

/**
 * How an association is fetched, by its own declaration.
 *
 * @param explicit whether that is written down
 */
record Fetching(FetchType type, boolean explicit, FetchMode mode) {

    /**
     * Hibernate's annotations win over the fetch type: {@code @LazyCollection}, {@code @LazyToOne}, a join as fetch mode
     * and {@code @NotFound(IGNORE)}, which all are in the Hibernate User Guide, sections "Fetching" and "Associations". In
     * {@code hbm.xml} a join leaves what is lazy lazy in queries.
     */
    static Fetching of(MappingAnnotations annotations, MappingAnnotation mapping, Cardinality cardinality) {
        FetchMode mode = mode(annotations);
        Optional<FetchType> stated = mapping.constant("fetch")
                .map(each -> each.equals("EAGER") ? FetchType.EAGER : FetchType.LAZY);
        Optional<FetchType> byHibernate = byHibernate(annotations, mode);
        FetchType type = byHibernate.or(() -> stated).orElse(cardinality.isToOne() ? FetchType.EAGER : FetchType.LAZY);
        return new Fetching(type, stated.isPresent() || byHibernate.isPresent(), mode);
    }

    /** The same for a target that has no proxy, so that it is loaded at once. */
    Fetching withoutProxy() {
        return new Fetching(FetchType.EAGER, true, mode);
    }

    private static FetchMode mode(MappingAnnotations annotations) {
        return switch (annotations.hibernate("Fetch").flatMap(each -> each.constant("value")).orElse("")) {
            case "JOIN" -> FetchMode.JOIN;
            case "SELECT" -> FetchMode.SELECT;
            case "SUBSELECT" -> FetchMode.SUBSELECT;
            default -> FetchMode.DEFAULT;
        };
    }

    private static Optional<FetchType> byHibernate(MappingAnnotations annotations, FetchMode mode) {
        boolean ignoresMissing = annotations.hibernate("NotFound")
                .filter(each -> each.constant("action").orElse("").equals("IGNORE")).isPresent();
        boolean joined = mode == FetchMode.JOIN
                && !annotations.hibernate("Fetch").flatMap(each -> each.flag("lazy")).orElse(false);
        if (joined || ignoresMissing) {
            return Optional.of(FetchType.EAGER);
        }
        return annotations.hibernate("LazyCollection", "LazyToOne")
                .map(each -> each.constant("value").orElse("").equals("FALSE") ? FetchType.EAGER : FetchType.LAZY);
    }
}
