package dev.seqscan.program.made;

import dev.seqscan.source.Span;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.MethodDeclaration.Parameter;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeDeclaration.TypeParameter;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Adds the builders that Lombok makes ("@Builder", "@SuperBuilder", "@Singular" of its reference) to the classes that ask
 * for them. On a class a builder takes its fields, on a constructor or a static method the parameters.
 */
public final class LombokBuilders {

    private static final String LOMBOK = "lombok.";

    private LombokBuilders() {
    }

    /** The type with its builders, which stand where its name stands; the same type where nothing asks for any. */
    public static TypeDeclaration addTo(TypeDeclaration type, CodeFile file) {
        List<Builder> builders = new ArrayList<>();
        if (!type.isInterface()) {
            use(type.annotations(), "Builder", file).ifPresent(use -> builders.add(ofFields(type, use, file)));
            use(type.annotations(), "SuperBuilder", file).ifPresent(use -> builders.add(ofFields(type, use, file)));
            for (MethodDeclaration method : type.methods()) {
                boolean makes = method.isConstructor() || method.modifiers().contains(Modifier.STATIC);
                use(method.annotations(), "Builder", file).filter(use -> makes)
                        .ifPresent(use -> builders.add(ofParameters(type, method, use, file)));
            }
        }
        TypeDeclaration made = type;
        for (Builder builder : builders) {
            made = builder.addTo(made);
        }
        return made;
    }

    private static Builder ofFields(TypeDeclaration type, AnnotationUse use, CodeFile file) {
        List<BuilderValue> values = new ArrayList<>();
        for (FieldDeclaration field : type.fields()) {
            boolean isFixed = field.initializer() != null && field.modifiers().contains(Modifier.FINAL)
                    && use(field.annotations(), "Builder.Default", file).isEmpty();
            if (field.role() != FieldDeclaration.Role.ENUM_CONSTANT && !field.modifiers().contains(Modifier.STATIC) && !isFixed) {
                values.add(new BuilderValue(field.name(), field.type(), use(field.annotations(), "Singular", file)));
            }
        }
        TypeName built = new TypeName(type.name(), names(type.typeParameters()), 0, TypeName.Bound.NONE);
        return new Builder(use, built, type.typeParameters(), values, null, type.nameSpan());
    }

    private static Builder ofParameters(TypeDeclaration type, MethodDeclaration method, AnnotationUse use, CodeFile file) {
        List<BuilderValue> values = new ArrayList<>();
        for (Parameter parameter : method.parameters()) {
            values.add(new BuilderValue(parameter.name(), parameter.type(), use(parameter.annotations(), "Singular", file)));
        }
        List<TypeParameter> open = method.isConstructor() ? type.typeParameters() : method.typeParameters();
        TypeName built = method.isConstructor() ? new TypeName(type.name(), names(open), 0, TypeName.Bound.NONE)
                : method.returnType();
        return new Builder(use, built, open, values, method.isConstructor() ? null : method.name(), method.nameSpan());
    }

    static List<TypeName> names(List<TypeParameter> parameters) {
        return parameters.stream().map(each -> TypeName.of(each.name())).toList();
    }

    private static Optional<AnnotationUse> use(List<AnnotationUse> uses, String name, CodeFile file) {
        return uses.stream().filter(each -> (each.name().equals(name) || each.name().endsWith("." + name))
                && isLombok(each.name(), file)).findFirst();
    }

    /** Also one that is imported as a class, or with its package. */
    private static boolean isLombok(String name, CodeFile file) {
        String first = name.substring(0, name.indexOf('.') < 0 ? name.length() : name.indexOf('.'));
        return name.startsWith(LOMBOK) || file.imports().stream().anyMatch(each -> each.name().startsWith(LOMBOK)
                && !each.isStatic() && (each.onDemand() || each.name().endsWith("." + first)));
    }

    /**
     * One builder.
     *
     * @param built the type it makes
     * @param open the type parameters of that type or method
     * @param factory the static method that makes the object, null for a constructor
     */
    private record Builder(AnnotationUse use, TypeName built, List<TypeParameter> open, List<BuilderValue> values,
            String factory, Span place) {

        TypeDeclaration addTo(TypeDeclaration type) {
            List<TypeDeclaration> nested = new ArrayList<>(type.nested());
            TypeDeclaration written = nested.stream().filter(each -> each.name().equals(name())).findFirst().orElse(null);
            nested.remove(written);
            nested.add(builder(type, written));
            List<MethodDeclaration> methods = new ArrayList<>(type.methods());
            add(methods, method(text("builderMethodName", "builder"), Set.of(Modifier.PUBLIC, Modifier.STATIC), open,
                    used(), new Expression.New(null, own(open), List.of(), null, place)));
            if (Annotations.isTrue(use, "toBuilder")) {
                add(methods, method("toBuilder", Set.of(Modifier.PUBLIC), List.of(), used(),
                        new Expression.New(null, own(open), List.of(), null, place)));
            }
            return new TypeDeclaration(type.kind(), type.name(), type.modifiers(), type.typeParameters(), type.extended(),
                    type.implemented(), type.annotations(), type.fields(), List.copyOf(methods), List.copyOf(nested),
                    type.span(), type.nameSpan());
        }

        private boolean isSuper() {
            return use.simpleName().equals("SuperBuilder");
        }

        private String text(String attribute, String other) {
            String text = Annotations.text(use, attribute);
            return text.isEmpty() ? other : text;
        }

        private String name() {
            return text("builderClassName", built.simpleName() + "Builder");
        }

        /** The builder's own type, with these type parameters for its own. */
        private TypeName own(List<TypeParameter> parameters) {
            return new TypeName(name(), names(parameters), 0, TypeName.Bound.NONE);
        }

        /** What those who use the builder see: {@code XBuilder<?, ?>} of a class that others extend. */
        private TypeName used() {
            List<TypeName> arguments = new ArrayList<>(names(open));
            if (isSuper()) {
                arguments.add(new TypeName("?", List.of(built), 0, TypeName.Bound.EXTENDS));
                arguments.add(new TypeName("?", List.of(), 0, TypeName.Bound.UNBOUNDED));
            }
            return new TypeName(name(), List.copyOf(arguments), 0, TypeName.Bound.NONE);
        }

        private TypeDeclaration builder(TypeDeclaration type, TypeDeclaration written) {
            List<TypeParameter> parameters = new ArrayList<>(open);
            List<TypeName> extended = new ArrayList<>();
            if (isSuper()) {
                parameters.add(new TypeParameter("C", List.of(built)));
                parameters.add(new TypeParameter("B", List.of(own(parameters("C", "B")))));
                type.extended().forEach(each -> extended.add(parent(each)));
            }
            List<FieldDeclaration> fields = new ArrayList<>(written == null ? List.of() : written.fields());
            List<MethodDeclaration> methods = new ArrayList<>(written == null ? List.of() : written.methods());
            for (BuilderValue value : values) {
                fields.add(new FieldDeclaration(FieldDeclaration.Role.FIELD, value.name(), value.type(),
                        Set.of(Modifier.PRIVATE), List.of(), null, place, place));
                TypeName result = isSuper() ? TypeName.of("B") : own(open);
                value.setters(Annotations.text(use, "setterPrefix"), result, place).forEach(each -> add(methods, each));
            }
            add(methods, method(text("buildMethodName", "build"), Set.of(Modifier.PUBLIC), List.of(),
                    isSuper() ? TypeName.of("C") : built, made()));
            return new TypeDeclaration(TypeDeclaration.Kind.CLASS, name(), Set.of(Modifier.PUBLIC, Modifier.STATIC),
                    List.copyOf(parameters), List.copyOf(extended), written == null ? List.of() : written.implemented(),
                    List.of(), List.copyOf(fields), List.copyOf(methods), written == null ? List.of() : written.nested(),
                    place, place);
        }

        private List<TypeParameter> parameters(String... more) {
            List<TypeParameter> parameters = new ArrayList<>(open);
            List.of(more).forEach(each -> parameters.add(new TypeParameter(each, List.of())));
            return parameters;
        }

        /** The builder of the superclass, which has one too. */
        private static TypeName parent(TypeName superclass) {
            List<TypeName> arguments = new ArrayList<>(superclass.arguments());
            arguments.add(TypeName.of("C"));
            arguments.add(TypeName.of("B"));
            return new TypeName(superclass.name() + "." + superclass.simpleName() + "Builder", List.copyOf(arguments), 0,
                    TypeName.Bound.NONE);
        }

        private Expression made() {
            List<Expression> arguments = values.stream().map(each -> Code.name(each.name(), place)).toList();
            return factory == null ? new Expression.New(null, built, arguments, null, place)
                    : new Expression.Call(null, factory, List.of(), arguments, place, place);
        }

        private MethodDeclaration method(String name, Set<Modifier> modifiers, List<TypeParameter> parameters,
                TypeName returns, Expression value) {
            return new MethodDeclaration(name, modifiers, parameters, returns, List.of(), List.of(),
                    Code.returning(List.of(), value, place), place, place);
        }

        private static void add(List<MethodDeclaration> methods, MethodDeclaration made) {
            if (methods.stream().noneMatch(each -> each.name().equals(made.name())
                    && each.parameters().size() == made.parameters().size())) {
                methods.add(made);
            }
        }
    }
}
