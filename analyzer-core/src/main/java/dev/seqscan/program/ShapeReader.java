package dev.seqscan.program;

import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.TypeVariable;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Turns a declaration, of a source or class file, into a signature whose type names are resolved. */
abstract class ShapeReader {

    /** What a type name means; the type parameters of the method come first. */
    abstract JavaType resolve(TypeName name, List<TypeVariable> methodVariables);

    /** Whether a member with these modifiers can be meant by anyone who reads the signature. */
    boolean isSeen(Set<Modifier> modifiers) {
        return true;
    }

    ClassShape read(String name, TypeDeclaration type) {
        List<TypeVariable> parameters = variables(type.typeParameters(), name, List.of());
        List<ClassShape.Method> methods = new ArrayList<>();
        for (MethodDeclaration method : type.methods()) {
            if (!method.name().equals("<clinit>") && !method.name().equals("<instance>") && isSeen(method.modifiers())) {
                methods.add(method(name, type, method));
            }
        }
        List<ClassShape.Field> fields = new ArrayList<>();
        for (FieldDeclaration field : type.fields()) {
            if (!isSeen(field.modifiers())) {
                continue;
            }
            boolean isEnumConstant = field.role() == FieldDeclaration.Role.ENUM_CONSTANT;
            JavaType fieldType = isEnumConstant ? JavaType.of(name) : resolve(field.type(), List.of());
            fields.add(new ClassShape.Field(field.name(), fieldType,
                    field.modifiers().contains(Modifier.STATIC), field.modifiers().contains(Modifier.PRIVATE)));
        }
        boolean isAbstract = type.isInterface() || type.modifiers().contains(Modifier.ABSTRACT);
        return new ClassShape(name, kind(type), isAbstract, parameters, supertypes(type, name), methods, fields,
                type.nested().stream().map(TypeDeclaration::name).toList());
    }

    private static ClassShape.Kind kind(TypeDeclaration type) {
        return ClassShape.Kind.valueOf(type.kind().name());
    }

    private List<JavaType.ClassType> supertypes(TypeDeclaration type, String name) {
        List<JavaType.ClassType> supertypes = new ArrayList<>();
        List<TypeName> names = new ArrayList<>(type.extended());
        names.addAll(type.implemented());
        for (TypeName each : names) {
            JavaType resolved = resolve(each, List.of());
            if (!resolved.isKnown()) {
                supertypes.add(JavaType.of(each.name()));
            } else if (resolved instanceof JavaType.ClassType supertype && !supertype.name().equals(name)) {
                supertypes.add(supertype);
            }
        }
        switch (type.kind()) {
            case ENUM -> supertypes.add(0, JavaType.of("java.lang.Enum", JavaType.of(name)));
            case RECORD -> supertypes.add(0, JavaType.of("java.lang.Record"));
            case ANNOTATION -> supertypes.add(JavaType.of("java.lang.annotation.Annotation"));
            default -> {
                if (type.isInterface()) {
                    supertypes.add(ClassType.OBJECT);
                } else if (!name.equals("java.lang.Object") && type.extended().isEmpty()) {
                    supertypes.add(0, ClassType.OBJECT);
                }
            }
        }
        return List.copyOf(supertypes);
    }

    private ClassShape.Method method(String owner, TypeDeclaration type, MethodDeclaration method) {
        List<TypeVariable> variables = methodVariables(owner, method);
        List<JavaType> parameters = new ArrayList<>();
        boolean varArgs = false;
        for (MethodDeclaration.Parameter parameter : method.parameters()) {
            parameters.add(resolve(parameter.type(), variables));
            varArgs |= parameter.varArgs();
        }
        boolean isAbstract = method.modifiers().contains(Modifier.ABSTRACT)
                || type.isInterface() && method.body() == null && !method.modifiers().contains(Modifier.DEFAULT)
                        && !method.modifiers().contains(Modifier.STATIC);
        return new ClassShape.Method(method.name(), variables, List.copyOf(parameters),
                resolve(method.returnType(), variables), method.modifiers().contains(Modifier.STATIC), isAbstract,
                varArgs, method.modifiers().contains(Modifier.PRIVATE));
    }

    List<TypeVariable> methodVariables(String owner, MethodDeclaration method) {
        String scope = owner + "#" + method.name() + "/" + method.parameters().size();
        return variables(method.typeParameters(), scope, List.of());
    }

    /**
     * A bound may name a type parameter, even the one it bounds: there the parameter stands with its erased bound only,
     * so that {@code T extends Comparable<T>} comes to an end.
     */
    List<TypeVariable> variables(List<TypeDeclaration.TypeParameter> parameters, String owner, List<TypeVariable> outer) {
        if (parameters.isEmpty()) {
            return List.of();
        }
        List<TypeVariable> unbounded = new ArrayList<>();
        parameters.forEach(each -> unbounded.add(new TypeVariable(each.name(), owner, ClassType.OBJECT)));
        List<TypeVariable> cut = new ArrayList<>();
        for (TypeDeclaration.TypeParameter parameter : parameters) {
            JavaType bound = parameter.bounds().isEmpty() ? ClassType.OBJECT
                    : resolve(TypeName.of(parameter.bounds().get(0).name()), unbounded);
            cut.add(new TypeVariable(parameter.name(), owner, bound instanceof TypeVariable ? ClassType.OBJECT : bound));
        }
        return bounded(parameters, cut, name -> resolve(name, cut));
    }

    /** The parameters with all their bounds, in which other parameters are as given. */
    static List<TypeVariable> bounded(List<TypeDeclaration.TypeParameter> parameters, List<TypeVariable> cut,
            Function<TypeName, JavaType> resolve) {
        List<TypeVariable> read = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            List<JavaType> bounds = parameters.get(i).bounds().stream().map(resolve).toList();
            read.add(new TypeVariable(cut.get(i).name(), cut.get(i).owner(), bounds.isEmpty() ? ClassType.OBJECT
                    : bounds.get(0), bounds.size() < 2 ? List.of() : bounds.subList(1, bounds.size())));
        }
        return List.copyOf(read);
    }
}
