package dev.seqscan.program;

import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.TypeVariable;
import dev.seqscan.source.classfile.ClassLookup;
import dev.seqscan.source.classfile.LibraryClass;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Signatures of library classes, whose type names are canonical already. */
public final class LibraryShapes implements ClassSource {

    private final Function<String, Optional<TypeDeclaration>> lookup;
    private final Map<String, Optional<ClassShape>> known = new ConcurrentHashMap<>();

    /** Takes what finds the declaration of a canonical name. */
    public LibraryShapes(Function<String, Optional<TypeDeclaration>> lookup) {
        this.lookup = lookup;
    }

    /** The classes that a look-up finds, as a class path, the running JDK or the signature index. */
    public static LibraryShapes of(ClassLookup lookup) {
        return new LibraryShapes(name -> lookup.find(name).map(LibraryClass::declaration));
    }

    @Override
    public Optional<ClassShape> find(String canonicalName) {
        Optional<ClassShape> found = known.get(canonicalName);
        if (found == null) {
            found = lookup.apply(canonicalName).map(type -> new Reader(canonicalName, type).read(canonicalName, type));
            Optional<ClassShape> earlier = known.putIfAbsent(canonicalName, found);
            found = earlier == null ? found : earlier;
        }
        return found;
    }

    private static final class Reader extends ShapeReader {

        private final List<TypeVariable> classVariables;

        Reader(String name, TypeDeclaration type) {
            List<TypeVariable> names = new ArrayList<>();
            type.typeParameters().forEach(each -> names.add(new TypeVariable(each.name(), name, ClassType.OBJECT)));
            classVariables = names;
            classVariables.addAll(variables(type.typeParameters(), name, List.of()));
            classVariables.subList(0, type.typeParameters().size()).clear();
        }

        /** Package-private members would only stand in the way when a method is chosen among several. */
        @Override
        boolean isSeen(Set<Modifier> modifiers) {
            return modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
        }

        @Override
        JavaType resolve(TypeName name, List<TypeVariable> methodVariables) {
            JavaType element = switch (name.bound()) {
                case UNBOUNDED, DIAMOND -> new JavaType.Wildcard(ClassType.OBJECT, true);
                case EXTENDS -> new JavaType.Wildcard(resolve(name.arguments().get(0), methodVariables), true);
                case SUPER -> new JavaType.Wildcard(resolve(name.arguments().get(0), methodVariables), false);
                case NONE -> named(name, methodVariables);
            };
            for (int i = 0; i < name.dimensions(); i++) {
                element = new JavaType.ArrayType(element);
            }
            return element;
        }

        private JavaType named(TypeName name, List<TypeVariable> methodVariables) {
            if (name.name().indexOf('.') < 0) {
                if (NameScope.PRIMITIVES.contains(name.name())) {
                    return new JavaType.Primitive(name.name());
                }
                for (TypeVariable variable : methodVariables) {
                    if (variable.name().equals(name.name())) {
                        return variable;
                    }
                }
                for (TypeVariable variable : classVariables) {
                    if (variable.name().equals(name.name())) {
                        return variable;
                    }
                }
            }
            List<JavaType> arguments = new ArrayList<>();
            for (TypeName argument : name.arguments()) {
                arguments.add(resolve(argument, methodVariables));
            }
            return new JavaType.ClassType(name.name(), List.copyOf(arguments));
        }
    }
}
