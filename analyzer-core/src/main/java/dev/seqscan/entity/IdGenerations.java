package dev.seqscan.entity;

import dev.seqscan.entity.Entity.IdGeneration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How identifiers are made, by {@code @GeneratedValue} and Hibernate's generators. */
final class IdGenerations {

    private final MappedClasses classes;

    IdGenerations(MappedClasses classes) {
        this.classes = classes;
    }

    IdGeneration of(MappedClass mapped) {
        List<PersistentMember> identifier =
                classes.members(mapped).stream().filter(PersistentMember::isId).toList();
        if (!mapped.isEntity() || identifier.isEmpty()) {
            return IdGeneration.NONE;
        }
        return identifier.stream().flatMap(each -> generated(each, mapped).stream()).findFirst()
                .orElse(IdGeneration.ASSIGNED);
    }

    private Optional<IdGeneration> generated(PersistentMember member, MappedClass mapped) {
        MappingAnnotations annotations = member.annotations();
        if (annotations.hasHibernate("UuidGenerator")) {
            return Optional.of(IdGeneration.UUID);
        }
        Optional<MappingAnnotation> generatedValue = annotations.jpa("GeneratedValue");
        if (generatedValue.isEmpty()) {
            return Optional.empty();
        }
        Optional<MappingAnnotation> generic = generatedValue.get().text("generator")
                .flatMap(name -> generic(annotations, name).or(() -> generic(mapped.annotations(), name)));
        if (generic.isPresent()) {
            return Optional.of(byName(generic.get()));
        }
        return Optional.of(byStrategy(generatedValue.get(), member));
    }

    private static Optional<MappingAnnotation> generic(MappingAnnotations annotations, String name) {
        return annotations.hibernate("GenericGenerator").filter(each -> each.text("name").orElse("").equals(name));
    }

    /** Since Hibernate 6 the automatic strategy makes UUIDs for identifiers of that type. */
    private static IdGeneration byStrategy(MappingAnnotation generatedValue, PersistentMember member) {
        return switch (generatedValue.constant("strategy").orElse("AUTO")) {
            case "IDENTITY" -> IdGeneration.IDENTITY;
            case "SEQUENCE" -> IdGeneration.SEQUENCE;
            case "TABLE" -> IdGeneration.TABLE;
            case "UUID" -> IdGeneration.UUID;
            default -> member.type().className().equals("java.util.UUID") ? IdGeneration.UUID : IdGeneration.AUTO;
        };
    }

    /** Short names and class names of Hibernate's generators; one of the user's own making is automatic. */
    private static IdGeneration byName(MappingAnnotation generic) {
        String strategy = generic.text("strategy").or(() -> generic.className("type")).orElse("").toLowerCase(Locale.ROOT);
        if (strategy.contains("uuid") || strategy.contains("guid")) {
            return IdGeneration.UUID;
        }
        if (strategy.contains("identity")) {
            return IdGeneration.IDENTITY;
        }
        if (strategy.contains("sequence") || strategy.equals("seqhilo")) {
            return IdGeneration.SEQUENCE;
        }
        boolean assigned = strategy.equals("assigned") || strategy.equals("foreign");
        return assigned ? IdGeneration.ASSIGNED : strategy.contains("table") ? IdGeneration.TABLE : IdGeneration.AUTO;
    }
}
