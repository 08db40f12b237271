package dev.seqscan.entity;

import dev.seqscan.entity.xml.XmlClass;
import dev.seqscan.entity.xml.XmlMember;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.CodeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The annotations of one declaration that belong to Jakarta Persistence or Hibernate, found by simple name. */
final class MappingAnnotations {

    private static final List<String> JPA = List.of("jakarta.persistence", "javax.persistence");
    private static final List<String> HIBERNATE = List.of("org.hibernate.annotations");
    private static final Set<String> PERSISTENT = Set.of("Id", "EmbeddedId", "Basic", "Column", "Embedded", "ManyToOne",
            "OneToMany", "OneToOne", "ManyToMany", "ElementCollection", "Version", "Enumerated", "Temporal", "Lob",
            "JoinColumn", "JoinTable", "GeneratedValue");

    private record Named(String name, boolean jpa, MappingAnnotation annotation) {
    }

    private final List<Named> all = new ArrayList<>();

    /** Those of a declaration in a source. */
    MappingAnnotations(DeclaredClass owner, List<AnnotationUse> uses, MappingContext context) {
        this(owner, owner.file().path(), uses, context);
    }

    /** Those that stand in a file, which speaks of a class. */
    MappingAnnotations(DeclaredClass owner, String path, List<AnnotationUse> uses, MappingContext context) {
        for (AnnotationUse use : uses) {
            MappingAnnotation annotation = new MappingAnnotation(use, owner, path, context);
            if (isOf(JPA, use, owner)) {
                all.add(new Named(use.simpleName(), true, annotation));
            }
            if (isOf(HIBERNATE, use, owner)) {
                all.add(new Named(use.simpleName(), false, annotation));
            }
        }
    }

    /** What a class and a mapping file say of it; a file replaces what it says, too (section 12.1 of the specification). */
    static MappingAnnotations ofClass(DeclaredClass owner, Optional<XmlClass> xml, MappingContext context) {
        MappingAnnotations own = new MappingAnnotations(owner, owner.declaration().annotations(), context);
        if (xml.isEmpty()) {
            return own;
        }
        MappingAnnotations stated = new MappingAnnotations(owner, xml.get().place().file(), xml.get().annotations(), context);
        if (xml.get().reach() == XmlClass.Reach.OVERRIDING) {
            Set<String> names = stated.all.stream().map(Named::name).collect(Collectors.toSet());
            own.all.stream().filter(each -> !names.contains(each.name())).forEach(stated.all::add);
        }
        return stated;
    }

    /** What a field or property and a mapping file say; a file replaces all that Jakarta Persistence has. */
    static MappingAnnotations ofMember(DeclaredClass owner, String name, List<AnnotationUse> uses, Optional<XmlClass> xml,
            MappingContext context) {
        MappingAnnotations own = new MappingAnnotations(owner, uses, context);
        Optional<XmlClass> speaking = xml.filter(each -> each.reach() != XmlClass.Reach.LISTED);
        if (speaking.isEmpty()) {
            return own;
        }
        boolean complete = speaking.get().reach() == XmlClass.Reach.COMPLETE;
        XmlMember member = speaking.get().members().get(name);
        if (member == null) {
            return complete ? new MappingAnnotations(owner, List.of(), context) : own;
        }
        MappingAnnotations stated =
                new MappingAnnotations(owner, speaking.get().place().file(), member.annotations(), context);
        own.all.stream().filter(each -> !complete && !each.jpa()).forEach(stated.all::add);
        return stated;
    }

    /** A type that is not known may come from an import on demand of a library that is not on the class path. */
    private static boolean isOf(List<String> packages, AnnotationUse use, DeclaredClass owner) {
        String type = owner.annotationType(use);
        if (packages.stream().anyMatch(each -> type.equals(each + "." + use.simpleName()))) {
            return true;
        }
        return type.equals(use.name()) && type.indexOf('.') < 0 && owner.file().imports().stream()
                .filter(each -> each.onDemand() && !each.isStatic()).map(CodeFile.Import::name)
                .anyMatch(packages::contains);
    }

    /** The first annotation of Jakarta Persistence with one of these simple names. */
    Optional<MappingAnnotation> jpa(String... names) {
        return find(true, Set.of(names));
    }

    /** The first annotation of Hibernate with one of these simple names. */
    Optional<MappingAnnotation> hibernate(String... names) {
        return find(false, Set.of(names));
    }

    boolean hasJpa(String... names) {
        return jpa(names).isPresent();
    }

    boolean hasHibernate(String... names) {
        return hibernate(names).isPresent();
    }

    private Optional<MappingAnnotation> find(boolean jpa, Set<String> names) {
        return all.stream().filter(each -> each.jpa() == jpa && names.contains(each.name())).findFirst()
                .map(Named::annotation);
    }

    /** All uses of a repeatable annotation of Jakarta Persistence, those inside its container among them. */
    List<MappingAnnotation> jpaAll(String name, String container) {
        List<MappingAnnotation> found = new ArrayList<>();
        for (Named each : all) {
            if (each.jpa() && each.name().equals(name)) {
                found.add(each.annotation());
            } else if (each.jpa() && each.name().equals(container)) {
                found.addAll(each.annotation().nested("value"));
            }
        }
        return found;
    }

    /** Whether one of them says that a field or getter is persistent. */
    boolean makePersistent() {
        return all.stream().anyMatch(each -> each.jpa() && PERSISTENT.contains(each.name()));
    }
}
