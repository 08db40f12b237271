package dev.seqscan.program;

import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.TypeVariable;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The members of one class, own and inherited, in terms of its own type parameters. Found at the first question. */
final class ClassMembers {

    /** A method and the class that declares it, as the class that was asked sees it. */
    record Method(ClassShape owner, ClassShape.Method method, ClassType seen) {
    }

    /** A field and the class that declares it, as the class that was asked sees it. */
    record Field(ClassShape owner, ClassShape.Field field, ClassType seen) {
    }

    private final String className;
    private final Types types;
    private final Function<String, ClassMembers> others;
    private final Optional<ClassShape> shape;
    private final Map<String, List<ClassShape.Method>> own = new HashMap<>();
    private final Map<String, List<Method>> methods = new ConcurrentHashMap<>();
    private final Map<String, Optional<Field>> fields = new ConcurrentHashMap<>();

    /** Takes what finds the members of superclasses and interfaces by canonical name. */
    ClassMembers(String className, Types types, Function<String, ClassMembers> others) {
        this.className = className;
        this.types = types;
        this.others = others;
        this.shape = types.shape(className);
        shape.ifPresent(each -> each.methods().forEach(
                method -> own.computeIfAbsent(method.name(), key -> new ArrayList<>(1)).add(method)));
    }

    /** All methods of that name, the nearest declaration of each signature first. */
    List<Method> methods(String name) {
        List<Method> known = methods.get(name);
        if (known == null) {
            known = name.equals(MethodDeclaration.CONSTRUCTOR) ? constructors() : inherited(name);
            methods.put(name, known);
        }
        return known;
    }

    private List<Method> constructors() {
        ClassType self = types.self(className);
        return own(MethodDeclaration.CONSTRUCTOR).stream().map(each -> new Method(shape.get(), each, self)).toList();
    }

    private List<ClassShape.Method> own(String name) {
        return own.getOrDefault(name, List.of());
    }

    private List<Method> inherited(String name) {
        List<Method> found = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (ClassType current : types.hierarchy(className).all()) {
            ClassMembers each = current.name().equals(className) ? this : others.apply(current.name());
            List<ClassShape.Method> declared = each.own(name);
            if (!declared.isEmpty()) {
                Map<TypeVariable, JavaType> substitution = types.substitution(each.shape.get(), current);
                for (ClassShape.Method method : declared) {
                    if (each == this || isInherited(each.shape.get(), method)) {
                        add(new Method(each.shape.get(), method, current), signature(method, substitution), found, places);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private void add(Method method, String signature, List<Method> found, Map<String, Integer> places) {
        Integer place = places.putIfAbsent(signature, found.size());
        if (place == null) {
            found.add(method);
        } else if (isNarrower(method, found.get(place))) {
            found.set(place, method);
        }
    }

    /** Of abstract methods that do not override each other the one with the narrower result counts (JLS 15.12.2.5). */
    private boolean isNarrower(Method method, Method other) {
        return method.method().isAbstract() && other.method().isAbstract()
                && types.hierarchy(other.owner().name()).find(method.owner().name()).isEmpty()
                && types.fit(method.method().returns(), other.method().returns()) == Fit.SUBTYPE;
    }

    /** JLS 8.4.8: neither private methods nor static ones of interfaces are inherited. */
    private static boolean isInherited(ClassShape owner, ClassShape.Method method) {
        return !method.isPrivate() && !(method.isStatic() && owner.isInterface());
    }

    private static String signature(ClassShape.Method method, Map<TypeVariable, JavaType> substitution) {
        StringBuilder text = new StringBuilder();
        for (JavaType parameter : method.parameters()) {
            text.append(Types.erasure(Types.substitute(parameter, substitution))).append(',');
        }
        return text.toString();
    }

    /** The field of that name, the nearest one where there are several; private ones are not inherited (JLS 8.2). */
    Optional<Field> field(String name) {
        Optional<Field> known = fields.get(name);
        if (known == null) {
            known = inheritedField(name);
            fields.put(name, known);
        }
        return known;
    }

    private Optional<Field> inheritedField(String name) {
        for (ClassType current : types.hierarchy(className).all()) {
            Optional<ClassShape> declaring = types.shape(current.name());
            for (ClassShape.Field field : declaring.map(ClassShape::fields).orElse(List.of())) {
                if (field.name().equals(name) && (!field.isPrivate() || current.name().equals(className))) {
                    return Optional.of(new Field(declaring.get(), field, current));
                }
            }
        }
        return Optional.empty();
    }
}
