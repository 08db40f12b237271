package dev.seqscan.entity;

import dev.seqscan.source.code.AnnotationUse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns by which a persistence provider keeps the rows of tenants apart: {@code @TenantId} (Hibernate User Guide,
 * "Partitioned (discriminator) data") and {@code @TenantDiscriminatorColumn} (EclipseLink, "Single-Table Multi-Tenancy").
 */
final class TenantColumns {

    private static final String ECLIPSELINK = "org.eclipse.persistence.annotations.TenantDiscriminatorColumn";
    private static final String DEFAULT = "TENANT_ID";

    private final MappedClasses classes;
    private final MappingContext context;

    TenantColumns(MappedClasses classes, MappingContext context) {
        this.classes = classes;
        this.context = context;
    }

    /** The normalised column that every query of an entity pins to the tenant at hand, or empty. */
    String of(MappedClass entity, List<Attribute> attributes) {
        return classes.members(entity).stream().filter(each -> each.annotations().hasHibernate("TenantId"))
                .flatMap(member -> attributes.stream().filter(each -> each.name().equals(member.name())))
                .filter(Attribute.Basic.class::isInstance).map(each -> ((Attribute.Basic) each).column()).findFirst()
                .or(() -> discriminator(entity)).orElse("");
    }

    private Optional<String> discriminator(MappedClass entity) {
        return Stream.concat(Stream.of(entity), classes.superclasses(entity).stream())
                .flatMap(each -> each.declared().declaration().annotations().stream()
                        .filter(use -> each.declared().annotationType(use).equals(ECLIPSELINK))
                        .map(use -> name(each, use))).findFirst();
    }

    private String name(MappedClass declaring, AnnotationUse use) {
        String path = declaring.declared().file().path();
        MappingAnnotation annotation = new MappingAnnotation(use, declaring.declared(), path, context);
        return context.naming().physical(annotation.name("name", DEFAULT));
    }
}
