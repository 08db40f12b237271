package dev.seqscan.entity;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the removal of an entity runs: lifecycle callbacks and listeners (Jakarta Persistence 3.1, section 3.6),
 * {@code @SQLDelete} and the history of Hibernate Envers.
 */
final class Removals {

    /** Listeners of libraries that do nothing when an entity is removed. */
    private static final List<String> HARMLESS = List.of("AuditingEntityListener");
    private static final String AUDITED = "org.hibernate.envers.Audited";

    private final MappedClasses classes;
    private final MappingContext context;

    Removals(MappedClasses classes, MappingContext context) {
        this.classes = classes;
        this.context = context;
    }

    Removal of(MappedClass mapped) {
        if (!mapped.isEntity()) {
            return Removal.PLAIN;
        }
        List<String> effects = new ArrayList<>();
        Stream.concat(Stream.of(mapped), classes.superclasses(mapped).stream()).forEach(each -> {
            callback(each.declared()).ifPresent(name -> effects.add("the callback " + name));
            each.annotations().jpa("EntityListeners").map(listeners -> listeners.classNames("value")).orElse(List.of())
                    .forEach(listener -> listener(listener, each).ifPresent(effects::add));
            if (isAudited(each.declared())) {
                effects.add("the history of " + each.declared().simpleName());
            }
        });
        String statement = mapped.annotations().hibernate("SQLDelete").flatMap(each -> each.text("sql")).orElse("");
        return new Removal(List.copyOf(effects), statement);
    }

    private Optional<String> callback(DeclaredClass owner) {
        return owner.declaration().methods().stream().filter(method -> runsOnRemoval(method, owner)).findFirst()
                .map(method -> owner.simpleName() + "." + method.name());
    }

    private boolean runsOnRemoval(MethodDeclaration method, DeclaredClass owner) {
        return !method.annotations().isEmpty()
                && new MappingAnnotations(owner, method.annotations(), context).hasJpa("PreRemove", "PostRemove");
    }

    /** A listener whose source is not there may do anything. */
    private Optional<String> listener(String className, MappedClass listened) {
        String simpleName = className.substring(className.lastIndexOf('.') + 1);
        if (HARMLESS.contains(simpleName)) {
            return Optional.empty();
        }
        Optional<DeclaredClass> declared = context.program().declared(className, listened.declared().module());
        return declared.isEmpty() ? Optional.of("the listener " + simpleName)
                : callback(declared.get()).map(name -> "the listener " + name);
    }

    private static boolean isAudited(DeclaredClass owner) {
        return Stream.concat(owner.declaration().annotations().stream(),
                        owner.declaration().fields().stream().flatMap(each -> each.annotations().stream()))
                .anyMatch(use -> owner.annotationType(use).equals(AUDITED));
    }
}
