package dev.seqscan.entity;

import dev.seqscan.program.ClassShape;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an association leads to, from its annotation or its declared type. */
final class AssociationTargets {

    private static final int MAX_DEPTH = 8;
    private static final Set<String> MAPS = Set.of("java.util.Map", "java.util.SortedMap", "java.util.NavigableMap",
            "java.util.HashMap", "java.util.LinkedHashMap", "java.util.TreeMap", "java.util.SequencedMap");
    private static final Set<String> SETS = Set.of("java.util.Set", "java.util.SortedSet", "java.util.NavigableSet",
            "java.util.HashSet", "java.util.LinkedHashSet", "java.util.TreeSet", "java.util.SequencedSet");
    private static final Set<String> LISTS = Set.of("java.util.List", "java.util.ArrayList", "java.util.LinkedList");
    private static final Set<String> COLLECTIONS =
            Set.of("java.util.Collection", "java.lang.Iterable", "java.util.SequencedCollection");

    private final Program program;

    AssociationTargets(Program program) {
        this.program = program;
    }

    /** The canonical class name that a to-one leads to; empty where it is not known. */
    static String toOne(PersistentMember member) {
        return member.annotations().jpa("ManyToOne", "OneToOne").flatMap(each -> each.className("targetEntity"))
                .orElseGet(() -> member.type().className());
    }

    /** The type of the elements of a collection, or of the values of a map. */
    JavaType element(PersistentMember member) {
        Optional<String> stated = member.annotations().jpa("OneToMany", "ManyToMany")
                .flatMap(each -> each.className("targetEntity"))
                .or(() -> member.annotations().jpa("ElementCollection").flatMap(each -> each.className("targetClass")));
        if (stated.isPresent()) {
            return JavaType.of(stated.get());
        }
        return declaredElement(member.member().as(member.type()));
    }

    /** The same by the declared type alone. */
    JavaType declaredElement(Member member) {
        if (member.type() instanceof JavaType.ArrayType array) {
            return array.element();
        }
        return javaCollection(member.type(), member.owner(), 0)
                .filter(type -> !type.arguments().isEmpty())
                .map(type -> bound(type.arguments().get(type.arguments().size() - 1)))
                .orElseGet(() -> new JavaType.Unknown("no element type in " + member.type()));
    }

    private static JavaType bound(JavaType argument) {
        return argument instanceof JavaType.Wildcard wildcard && wildcard.upper() ? wildcard.bound() : argument;
    }

    /** What holds the elements; a list is a bag without a column for the order (Hibernate User Guide, "Collections"). */
    Association.Container container(PersistentMember member) {
        String name = javaCollection(member.type(), member.member().owner(), 0).map(JavaType.ClassType::name).orElse("");
        if (MAPS.contains(name)) {
            return Association.Container.MAP;
        }
        if (SETS.contains(name)) {
            return Association.Container.SET;
        }
        boolean ordered = member.type() instanceof JavaType.ArrayType || member.annotations().hasJpa("OrderColumn")
                || member.annotations().hasHibernate("ListIndexBase", "IndexColumn");
        return ordered ? Association.Container.LIST : Association.Container.BAG;
    }

    /** The collection type of {@code java.util} that a type is or extends, with its arguments. */
    private Optional<JavaType.ClassType> javaCollection(JavaType type, DeclaredClass user, int depth) {
        if (!(type instanceof JavaType.ClassType named) || depth > MAX_DEPTH) {
            return Optional.empty();
        }
        if (MAPS.contains(named.name()) || SETS.contains(named.name()) || LISTS.contains(named.name())
                || COLLECTIONS.contains(named.name())) {
            return Optional.of(named);
        }
        return supertypes(named, user).stream().flatMap(each -> javaCollection(each, user, depth + 1).stream()).findFirst();
    }

    private List<JavaType> supertypes(JavaType.ClassType type, DeclaredClass user) {
        Optional<DeclaredClass> source = program.declared(type.name(), user.module());
        if (source.isPresent()) {
            TypeBindings bindings = TypeBindings.of(source.get(), type.arguments());
            List<TypeName> names = new ArrayList<>(source.get().declaration().extended());
            names.addAll(source.get().declaration().implemented());
            return names.stream().map(each -> bindings.apply(source.get().resolve(each))).toList();
        }
        return program.libraries().find(type.name()).map(shape -> supertypes(type, shape)).orElse(List.of());
    }

    private static List<JavaType> supertypes(JavaType.ClassType type, ClassShape shape) {
        Map<String, JavaType> arguments = new HashMap<>();
        if (shape.typeParameters().size() == type.arguments().size()) {
            for (int i = 0; i < type.arguments().size(); i++) {
                JavaType.TypeVariable parameter = shape.typeParameters().get(i);
                arguments.put(TypeBindings.key(parameter.owner(), parameter.name()), type.arguments().get(i));
            }
        }
        TypeBindings bindings = new TypeBindings(arguments);
        return shape.supertypes().stream().map(bindings::apply).toList();
    }
}
