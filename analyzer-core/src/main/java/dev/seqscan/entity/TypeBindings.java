package dev.seqscan.entity;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the type parameters of classes stand for, as {@code ID} of {@code BaseEntity<ID>} below {@code Order}. */
record TypeBindings(Map<String, JavaType> types) {

    static final TypeBindings NONE = new TypeBindings(Map.of());

    /** The bindings inside a class that is used with these arguments; none for a raw use. */
    static TypeBindings of(DeclaredClass used, List<JavaType> arguments) {
        List<TypeDeclaration.TypeParameter> parameters = used.declaration().typeParameters();
        if (parameters.size() != arguments.size()) {
            return NONE;
        }
        Map<String, JavaType> types = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            types.put(key(used.name(), parameters.get(i).name()), arguments.get(i));
        }
        return new TypeBindings(types);
    }

    /** A type with its parameters replaced as far as they are bound. */
    JavaType apply(JavaType type) {
        if (types.isEmpty()) {
            return type;
        }
        if (type instanceof JavaType.TypeVariable variable) {
            return types.getOrDefault(key(variable.owner(), variable.name()), variable);
        }
        if (type instanceof JavaType.ClassType generic) {
            return new JavaType.ClassType(generic.name(), generic.arguments().stream().map(this::apply).toList());
        }
        if (type instanceof JavaType.ArrayType array) {
            return new JavaType.ArrayType(apply(array.element()));
        }
        return type instanceof JavaType.Wildcard wildcard
                ? new JavaType.Wildcard(apply(wildcard.bound()), wildcard.upper()) : type;
    }

    static String key(String owner, String name) {
        return owner + "#" + name;
    }
}
