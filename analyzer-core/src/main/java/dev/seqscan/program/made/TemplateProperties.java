package dev.seqscan.program.made;

import dev.seqscan.program.ClassShape;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a property of an object is read by: {@code getName()}, {@code isName()}, {@code name()} of a record, or a
 * field (Spring Framework reference, "Expressions", "Properties, Arrays, Lists, Maps, and Indexers").
 */
final class TemplateProperties {

    private static final int MOST_CLASSES = 40;

    private final Types types;

    TemplateProperties(Types types) {
        this.types = types;
    }

    /** What is called or read, and what it gives. */
    record Property(String name, boolean isCall, JavaType type) {
    }

    /** The property of a type; empty where it has none of that name, or is not known. */
    Optional<Property> of(JavaType type, String name) {
        String capital = name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
        for (String accessor : List.of("get" + capital, "is" + capital, name)) {
            Optional<Property> found = method(type, accessor, 0);
            if (found.isPresent()) {
                return found;
            }
        }
        for (JavaType.ClassType each : hierarchy(type)) {
            ClassShape shape = types.shape(each.name()).orElseThrow();
            for (ClassShape.Field field : shape.fields()) {
                if (field.name().equals(name) && !field.isStatic() && !field.isPrivate()) {
                    return Optional.of(new Property(name, false, seen(field.type(), shape, each)));
                }
            }
        }
        return Optional.empty();
    }

    /** A method by its name and the number of its parameters. */
    Optional<Property> method(JavaType type, String name, int parameters) {
        for (JavaType.ClassType each : hierarchy(type)) {
            ClassShape shape = types.shape(each.name()).orElseThrow();
            for (ClassShape.Method method : shape.methods()) {
                if (method.name().equals(name) && method.parameters().size() == parameters && !method.isStatic()
                        && !method.isPrivate() && !method.returns().equals(Primitive.VOID)) {
                    return Optional.of(new Property(name, true, seen(method.returns(), shape, each)));
                }
            }
        }
        return Optional.empty();
    }

    private JavaType seen(JavaType type, ClassShape shape, JavaType.ClassType owner) {
        return Types.upward(Types.substitute(type, types.substitution(shape, owner)));
    }

    /** The type and those above it that are known, the nearest first. */
    private List<JavaType.ClassType> hierarchy(JavaType type) {
        Set<JavaType.ClassType> found = new LinkedHashSet<>();
        types.classType(type).ifPresent(found::add);
        List<JavaType.ClassType> open = new ArrayList<>(found);
        while (!open.isEmpty() && found.size() < MOST_CLASSES) {
            types.supertypes(open.remove(0)).stream().filter(found::add).forEach(open::add);
        }
        return found.stream().filter(each -> types.shape(each.name()).isPresent()).toList();
    }

    /** What a loop over it gives: an element, or an entry of a map (Using Thymeleaf 3.1, section 6.1). */
    Optional<JavaType> element(JavaType type) {
        if (type instanceof JavaType.ArrayType array) {
            return Optional.of(array.element());
        }
        Optional<JavaType> element = types.asSuper(type, "java.lang.Iterable").flatMap(TemplateProperties::first);
        return element.or(() -> types.asSuper(type, "java.util.stream.Stream").flatMap(TemplateProperties::first));
    }

    /** The type of a map's entries; empty where it is no map. */
    Optional<JavaType> entry(JavaType type) {
        return types.asSuper(type, "java.util.Map").filter(map -> map.arguments().size() == 2)
                .map(map -> new JavaType.ClassType("java.util.Map.Entry", map.arguments().stream().map(Types::upward).toList()));
    }

    private static Optional<JavaType> first(JavaType.ClassType type) {
        return type.arguments().stream().findFirst().map(Types::upward);
    }
}
