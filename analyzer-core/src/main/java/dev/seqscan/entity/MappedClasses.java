package dev.seqscan.entity;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The mapped classes by canonical name, with their superclasses and persistent members. */
final class MappedClasses {

    private static final int MAX_DEPTH = 32;
    /** Spring Data's base class, whose identifier is worth knowing even if its jar is not on the class path. */
    private static final String ABSTRACT_PERSISTABLE = "org.springframework.data.jpa.domain.AbstractPersistable";
    private static final String ABSTRACT_AUDITABLE = "org.springframework.data.jpa.domain.AbstractAuditable";

    /** A class above another one, and what its type parameters stand for there. */
    private record Ancestor(DeclaredClass declared, TypeBindings bindings) {
    }

    private final MappingContext context;
    private final MemberReader memberReader;
    private final SortedMap<String, MappedClass> byName = new TreeMap<>();
    private final Map<String, List<PersistentMember>> members = new HashMap<>();
    private Set<String> parents;

    MappedClasses(Collection<DeclaredClass> classes, MappingContext context) {
        this.context = context;
        this.memberReader = new MemberReader(context);
        classes.forEach(each -> mapped(each).ifPresent(mapped -> byName.putIfAbsent(mapped.name(), mapped)));
    }

    private Optional<MappedClass> mapped(DeclaredClass declared) {
        if (declared.declaration().annotations().isEmpty()) {
            return Optional.empty();
        }
        MappingAnnotations annotations = new MappingAnnotations(declared, declared.declaration().annotations(), context);
        Optional<MappingAnnotation> entity = annotations.jpa("Entity");
        if (entity.isPresent()) {
            String name = entity.get().name("name", declared.simpleName());
            return Optional.of(new MappedClass(Entity.Kind.ENTITY, declared, annotations, name));
        }
        Entity.Kind kind = annotations.hasJpa("MappedSuperclass") ? Entity.Kind.MAPPED_SUPERCLASS
                : annotations.hasJpa("Embeddable") ? Entity.Kind.EMBEDDABLE : null;
        return Optional.ofNullable(kind)
                .map(each -> new MappedClass(each, declared, annotations, declared.simpleName()));
    }

    Collection<MappedClass> all() {
        return byName.values();
    }

    Optional<MappedClass> of(String className) {
        return Optional.ofNullable(byName.get(className));
    }

    /** Where the name of a mapped class stands. */
    Place place(MappedClass mapped) {
        return mapped.declared().place(mapped.declared().declaration().nameSpan());
    }

    /** The mapped class that a type embeds, or nothing. */
    Optional<MappedClass> embeddable(JavaType type) {
        return of(type.className()).filter(each -> each.kind() == Entity.Kind.EMBEDDABLE);
    }

    /** Mapped classes above a class, nearest first. */
    List<MappedClass> superclasses(MappedClass start) {
        return chain(start.declared(), TypeBindings.NONE).stream().skip(1)
                .flatMap(each -> of(each.declared().name()).stream()).toList();
    }

    /** The topmost entity of the hierarchy of an entity. */
    MappedClass root(MappedClass entity) {
        return superclasses(entity).stream().filter(MappedClass::isEntity).reduce((lower, upper) -> upper).orElse(entity);
    }

    /** Whether an entity has another one below it. */
    boolean hasEntityBelow(MappedClass entity) {
        if (parents == null) {
            parents = new HashSet<>();
            byName.values().stream().filter(MappedClass::isEntity)
                    .forEach(each -> superclasses(each).forEach(above -> parents.add(above.name())));
        }
        return parents.contains(entity.name());
    }

    /** A class and those above it, as far as their sources are known. */
    private List<Ancestor> chain(DeclaredClass start, TypeBindings bindings) {
        List<Ancestor> chain = new ArrayList<>(List.of(new Ancestor(start, bindings)));
        Optional<Ancestor> next = above(chain.get(0));
        while (next.isPresent() && chain.size() < MAX_DEPTH) {
            chain.add(next.get());
            next = above(next.get());
        }
        return chain;
    }

    private Optional<Ancestor> above(Ancestor below) {
        return superclassType(below).flatMap(type -> context.program().declared(type.name(), below.declared().module())
                .filter(each -> each != below.declared())
                .map(each -> new Ancestor(each, TypeBindings.of(each, type.arguments()))));
    }

    private static Optional<JavaType.ClassType> superclassType(Ancestor below) {
        TypeDeclaration declaration = below.declared().declaration();
        if (declaration.kind() != TypeDeclaration.Kind.CLASS || declaration.extended().isEmpty()) {
            return Optional.empty();
        }
        JavaType type = below.bindings().apply(below.declared().resolve(declaration.extended().get(0)));
        return Optional.of(type).filter(JavaType.ClassType.class::isInstance).map(JavaType.ClassType.class::cast);
    }

    /** The members of a class, own ones first, then those of its mapped superclasses and entities above it. */
    List<PersistentMember> members(MappedClass mapped) {
        List<PersistentMember> known = members.get(mapped.name());
        if (known == null) {
            known = members(mapped, TypeBindings.NONE, ColumnOverrides.NONE, null);
            members.put(mapped.name(), known);
        }
        return known;
    }

    /** The member that a path means, as {@code order} or {@code id.order}. */
    Optional<PersistentMember> member(MappedClass mapped, String path) {
        List<PersistentMember> level = members(mapped);
        Optional<PersistentMember> found = Optional.empty();
        for (String name : path.split("\\.", MAX_DEPTH)) {
            found = level.stream().filter(each -> each.name().equals(name)).findFirst();
            level = found.map(each -> embedded(each, each.type())).orElse(List.of());
        }
        return found;
    }

    /** The members of an embedded value inside its owner. */
    List<PersistentMember> embedded(PersistentMember value, JavaType type) {
        ColumnOverrides own = ColumnOverrides.of(value.annotations());
        ColumnOverrides overrides = value.overrides().under(value.name()).before(own.under("value"))
                .before(own.under("element")).before(own);
        List<JavaType> arguments = type instanceof JavaType.ClassType generic ? generic.arguments() : List.of();
        return embeddable(type).map(mapped -> members(mapped, TypeBindings.of(mapped.declared(), arguments), overrides,
                value.home())).orElse(List.of());
    }

    private List<PersistentMember> members(MappedClass start, TypeBindings bindings, ColumnOverrides given,
            MappedClass givenHome) {
        Map<String, PersistentMember> found = new LinkedHashMap<>();
        MappedClass home = givenHome != null ? givenHome : start;
        ColumnOverrides overrides = given;
        List<Ancestor> chain = chain(start.declared(), bindings);
        for (Ancestor each : chain) {
            Optional<MappedClass> mapped = of(each.declared().name());
            if (mapped.isPresent()) {
                boolean entityAbove = mapped.get().isEntity() && mapped.get() != start;
                home = entityAbove ? mapped.get() : home;
                overrides = entityAbove ? ColumnOverrides.NONE : overrides;
                for (Member member : memberReader.read(each.declared(), access(each.declared()))) {
                    found.putIfAbsent(member.name(),
                            new PersistentMember(member, each.bindings().apply(member.type()), home, overrides));
                }
                overrides = overrides.before(ColumnOverrides.of(mapped.get().annotations()));
            }
        }
        libraryIdentifier(chain.get(chain.size() - 1), home, overrides)
                .ifPresent(each -> found.putIfAbsent(each.name(), each));
        return List.copyOf(found.values());
    }

    private Optional<PersistentMember> libraryIdentifier(Ancestor top, MappedClass home, ColumnOverrides overrides) {
        return superclassType(top)
                .filter(type -> type.name().equals(ABSTRACT_PERSISTABLE) || type.name().equals(ABSTRACT_AUDITABLE))
                .map(type -> {
                    Place place = top.declared().place(top.declared().declaration().nameSpan());
                    List<AnnotationUse> uses = List.of("Id", "GeneratedValue").stream()
                            .map(each -> new AnnotationUse("jakarta.persistence." + each, Map.of(), place.span())).toList();
                    int last = type.arguments().size() - 1;
                    JavaType idType = last < 0 ? new JavaType.Unknown("raw " + type.name()) : type.arguments().get(last);
                    Member id = new Member("id", idType, new MappingAnnotations(top.declared(), uses, context),
                            top.declared(), place);
                    return new PersistentMember(id, idType, home, overrides);
                });
    }

    /** The access of a class: as stated, or by its identifier or that of a class above, or by its annotations. */
    private MemberReader.Access access(DeclaredClass declared) {
        Optional<MemberReader.Access> stated = memberReader.explicit(
                new MappingAnnotations(declared, declared.declaration().annotations(), context));
        return stated.or(() -> chain(declared, TypeBindings.NONE).stream()
                        .flatMap(each -> memberReader.byIdentifier(each.declared()).stream()).findFirst())
                .or(() -> memberReader.byAnyAnnotation(declared)).orElse(MemberReader.Access.FIELD);
    }
}
