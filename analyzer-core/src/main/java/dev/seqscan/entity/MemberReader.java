package dev.seqscan.entity;

import dev.seqscan.entity.xml.XmlMappings;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the persistent fields and properties of a class (Jakarta Persistence 3.1, sections 2.2 and 2.3). */
final class MemberReader {

    /** Where the state of a class is read. */
    enum Access { FIELD, PROPERTY }

    private record Candidate(Member member, Access access, MappingAnnotations annotations, boolean isTransient) {
    }

    private final MappingContext context;
    private final XmlMappings mappings;
    private final Map<DeclaredClass, List<Candidate>> candidates = new HashMap<>();

    MemberReader(MappingContext context, XmlMappings mappings) {
        this.context = context;
        this.mappings = mappings;
    }

    /**
     * The persistent members; where a field and a getter of one name are both, the one with {@code @Access} counts. A field that
     * asks for the access of properties is mapped by its own annotations all the same; Hibernate then calls the getter.
     */
    List<Member> read(DeclaredClass owner, Access access) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (Candidate each : candidates(owner)) {
            Optional<Access> own = explicit(each.annotations());
            boolean stated = own.filter(each.access()::equals).isPresent();
            if (!each.isTransient() && (stated || each.access() == access)) {
                if (stated) {
                    members.remove(each.member().name());
                }
                members.putIfAbsent(each.member().name(), each.member());
            }
        }
        return List.copyOf(members.values());
    }

    /** The property, else the field of that name, whether its annotations make it persistent or not. */
    Optional<Member> named(DeclaredClass owner, String name) {
        return candidates(owner).stream().filter(each -> each.member().name().equals(name))
                .max(Comparator.comparing(Candidate::access)).map(Candidate::member);
    }

    /** The access that {@code @Access} states. */
    Optional<Access> explicit(MappingAnnotations annotations) {
        return annotations.jpa("Access").flatMap(each -> each.constant("value"))
                .map(value -> value.equals("PROPERTY") ? Access.PROPERTY : Access.FIELD);
    }

    /** The access that the place of the identifier's annotation implies. */
    Optional<Access> byIdentifier(DeclaredClass owner) {
        return firstAccess(owner, each -> each.annotations().hasJpa("Id", "EmbeddedId"));
    }

    /** The access that the place of any mapping annotation implies; fields before getters. */
    Optional<Access> byAnyAnnotation(DeclaredClass owner) {
        return firstAccess(owner, each -> each.annotations().makePersistent());
    }

    private Optional<Access> firstAccess(DeclaredClass owner, Predicate<Candidate> condition) {
        return candidates(owner).stream().filter(condition).map(Candidate::access).findFirst();
    }

    private List<Candidate> candidates(DeclaredClass owner) {
        return candidates.computeIfAbsent(owner, this::find);
    }

    private List<Candidate> find(DeclaredClass owner) {
        List<Candidate> found = new ArrayList<>();
        for (FieldDeclaration field : owner.declaration().fields()) {
            if (field.role() != FieldDeclaration.Role.ENUM_CONSTANT && !field.modifiers().contains(Modifier.STATIC)) {
                boolean isTransient = field.modifiers().contains(Modifier.TRANSIENT);
                found.add(candidate(owner, field.name(), field.type(), field.annotations(), field.nameSpan(), Access.FIELD,
                        isTransient));
            }
        }
        for (MethodDeclaration method : owner.declaration().methods()) {
            propertyName(method).ifPresent(name -> found.add(candidate(owner, name, method.returnType(),
                    method.annotations(), method.nameSpan(), Access.PROPERTY, false)));
        }
        return found;
    }

    private Candidate candidate(DeclaredClass owner, String name, TypeName type, List<AnnotationUse> uses, Span span,
            Access access, boolean isTransient) {
        MappingAnnotations annotations = MappingAnnotations.ofMember(owner, name, uses, mappings.of(owner.name()), context);
        Member member = new Member(name, owner.resolve(type), annotations, owner, owner.place(span));
        return new Candidate(member, access, annotations, isTransient || annotations.hasJpa("Transient"));
    }

    /** {@code name} for {@code getName()} and {@code isName()}, as {@link java.beans.Introspector} has it. */
    private static Optional<String> propertyName(MethodDeclaration method) {
        boolean readable = method.parameters().isEmpty() && !method.modifiers().contains(Modifier.STATIC)
                && !method.modifiers().contains(Modifier.PRIVATE) && !method.returnType().name().equals("void");
        int prefix = method.name().startsWith("get") ? 3 : method.name().startsWith("is") ? 2 : 0;
        if (!readable || prefix == 0 || method.name().length() == prefix) {
            return Optional.empty();
        }
        String name = method.name().substring(prefix);
        boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(0))
                && Character.isUpperCase(name.charAt(1));
        return Optional.of(acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1));
    }
}
