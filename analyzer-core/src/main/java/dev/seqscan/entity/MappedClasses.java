package dev.seqscan.entity;

import dev.seqscan.entity.xml.XmlClass;
import dev.seqscan.entity.xml.XmlMappings;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.xml.XmlFile;
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

/** The mapped classes by canonical name, by annotations and by files, with their superclasses and persistent members. */
final class MappedClasses {

    private static final int MAX_DEPTH = 32;
    /** Spring Data's base class, whose identifier is worth knowing even if its jar is not on the class path. */
    private static final String ABSTRACT_PERSISTABLE = "org.springframework.data.jpa.domain.AbstractPersistable";
    private static final String ABSTRACT_AUDITABLE = "org.springframework.data.jpa.domain.AbstractAuditable";

    private final MappingContext context;
    private final DeclaredTypes types;
    private final XmlMappings mappings;
    private final MemberReader memberReader;
    private final SortedMap<String, MappedClass> byName = new TreeMap<>();
    private final Map<String, List<PersistentMember>> members = new HashMap<>();
    private Set<String> parents;

    MappedClasses(Collection<DeclaredClass> classes, Collection<XmlFile> files, MappingContext context) {
        this.context = context;
        this.types = new DeclaredTypes(classes, context);
        this.mappings = XmlMappings.of(files, types, context.notices());
        this.memberReader = new MemberReader(context, mappings);
        classes.forEach(each -> mapped(each).ifPresent(mapped -> byName.putIfAbsent(mapped.name(), mapped)));
        mappings.all().stream().filter(each -> !types.knows(each.className())).forEach(each ->
                context.notUnderstood(each.place(), each.className() + " is mapped, but is no class of the sources"));
    }

    private Optional<MappedClass> mapped(DeclaredClass declared) {
        Optional<XmlClass> xml = mappings.of(declared.name()).filter(each -> !isEmbeddableAnyway(declared, each));
        if (xml.isEmpty() && declared.declaration().annotations().isEmpty()) {
            return Optional.empty();
        }
        MappingAnnotations annotations = MappingAnnotations.ofClass(declared, xml, context);
        Optional<MappingAnnotation> entity = annotations.jpa("Entity");
        if (entity.isPresent()) {
            String name = entity.get().name("name", declared.simpleName());
            return Optional.of(new MappedClass(Entity.Kind.ENTITY, declared, annotations, name, xml));
        }
        Entity.Kind kind = annotations.hasJpa("MappedSuperclass") ? Entity.Kind.MAPPED_SUPERCLASS
                : annotations.hasJpa("Embeddable") ? Entity.Kind.EMBEDDABLE : null;
        return Optional.ofNullable(kind)
                .map(each -> new MappedClass(each, declared, annotations, declared.simpleName(), xml));
    }

    /** A class that annotations describe needs no description by those who use it as a component. */
    private boolean isEmbeddableAnyway(DeclaredClass declared, XmlClass xml) {
        return xml.isComponent() && MappingAnnotations.ofClass(declared, Optional.empty(), context).hasJpa("Embeddable");
    }

    Collection<MappedClass> all() {
        return byName.values();
    }

    Optional<MappedClass> of(String className) {
        return Optional.ofNullable(byName.get(className));
    }

    /** Where the name of a mapped class stands. */
    Place place(MappedClass mapped) {
        return mapped.place();
    }

    /** The mapped class that a type embeds, or nothing. */
    Optional<MappedClass> embeddable(JavaType type) {
        return of(type.className()).filter(each -> each.kind() == Entity.Kind.EMBEDDABLE);
    }

    /** Mapped classes above a class, nearest first. */
    List<MappedClass> superclasses(MappedClass start) {
        return chain(start.declared(), TypeBindings.NONE).stream().skip(1)
                .flatMap(each -> of(each.declared().name()).stream()).filter(each -> passesOn(each, start)).toList();
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

    private List<Ancestor> chain(DeclaredClass start, TypeBindings bindings) {
        return Ancestor.chain(start, bindings, context.program());
    }

    /** A class that a file lists has from above only what is mapped above it in the file. */
    private boolean passesOn(MappedClass above, MappedClass start) {
        Optional<XmlClass> listing = start.listing();
        for (int depth = 0; listing.isPresent() && depth < MAX_DEPTH; depth++) {
            if (listing.get().className().equals(above.name())) {
                return true;
            }
            listing = mappings.of(listing.get().superclass());
        }
        return start.listing().isEmpty();
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
        for (int i = 0; i < chain.size(); i++) {
            List<Ancestor> rest = chain.subList(i, chain.size());
            Optional<MappedClass> mapped = of(rest.get(0).declared().name()).filter(each -> passesOn(each, start));
            if (mapped.isPresent()) {
                boolean entityAbove = mapped.get().isEntity() && mapped.get() != start;
                home = entityAbove ? mapped.get() : home;
                overrides = entityAbove ? ColumnOverrides.NONE : overrides;
                for (Member member : ownMembers(mapped.get(), rest)) {
                    found.putIfAbsent(member.name(),
                            new PersistentMember(member, rest.get(0).bindings().apply(member.type()), home, overrides));
                }
                overrides = overrides.before(ColumnOverrides.of(mapped.get().annotations()));
            }
        }
        libraryIdentifier(chain.get(chain.size() - 1), home, overrides)
                .ifPresent(each -> found.putIfAbsent(each.name(), each));
        return List.copyOf(found.values());
    }

    /** What a file lists is found as a field or property of the class or of any above it, mapped or not. */
    private List<Member> ownMembers(MappedClass mapped, List<Ancestor> chain) {
        DeclaredClass declared = mapped.declared();
        Optional<XmlClass> listing = mapped.listing();
        if (listing.isEmpty()) {
            return memberReader.read(declared, access(declared));
        }
        String path = listing.get().place().file();
        return listing.get().members().values().stream().map(each -> new Member(each.name(),
                types.find(chain, each.name()).map(Member::type).orElseGet(() -> each.type().isEmpty()
                        ? new JavaType.Unknown("no field or property " + each.name()) : JavaType.of(each.type())),
                new MappingAnnotations(declared, path, each.annotations(), context), declared,
                new Place(path, each.span()))).toList();
    }

    private Optional<PersistentMember> libraryIdentifier(Ancestor top, MappedClass home, ColumnOverrides overrides) {
        return top.superclass().filter(type -> home.listing().isEmpty())
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
        Optional<MemberReader.Access> stated =
                of(declared.name()).flatMap(each -> memberReader.explicit(each.annotations()));
        return stated.or(() -> chain(declared, TypeBindings.NONE).stream()
                        .flatMap(each -> memberReader.byIdentifier(each.declared()).stream()).findFirst())
                .or(() -> memberReader.byAnyAnnotation(declared)).orElse(MemberReader.Access.FIELD);
    }
}
