package dev.seqscan.program;

import dev.seqscan.source.Span;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeDeclaration.TypeParameter;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Declares the builders that Lombok makes ("@Builder", "@SuperBuilder" and "@Singular" of its reference): a nested class
 * with a method for each field or parameter, and the methods that give and use it. Their methods have no bodies; what they
 * fill is told by {@link MadeMembers#filled}.
 */
final class BuilderTypes {

    private static final Set<Modifier> PUBLIC = Set.of(Modifier.PUBLIC);
    private static final Set<Modifier> STATIC = Set.of(Modifier.PUBLIC, Modifier.STATIC);

    private BuilderTypes() {
    }

    /** A class with its builder, where it asks for one; else the class as it is. */
    static TypeDeclaration withBuilder(TypeDeclaration type, CodeFile file) {
        boolean names = file.imports().stream().anyMatch(each -> each.name().startsWith("lombok"))
                || type.annotations().stream().anyMatch(each -> each.name().startsWith("lombok."));
        if (!names || type.isInterface()) {
            return type;
        }
        Optional<AnnotationUse> own = use(type.annotations(), "Builder").or(() -> use(type.annotations(), "SuperBuilder"));
        if (own.isPresent()) {
            return new Builder(type, own.get(), type.name(), type.typeParameters()).with(ofFields(type));
        }
        for (MethodDeclaration method : type.methods()) {
            Optional<AnnotationUse> use = use(method.annotations(), "Builder");
            if (use.isPresent() && (method.isConstructor() || method.modifiers().contains(Modifier.STATIC))) {
                String built = method.isConstructor() ? type.name() : method.returnType().name();
                List<TypeParameter> variables = method.isConstructor() ? type.typeParameters() : method.typeParameters();
                return new Builder(type, use.get(), built, variables).with(method.parameters().stream()
                        .map(each -> new Part(each.name(), each.type(), each.annotations(), each.span())).toList());
            }
        }
        return type;
    }

    /** The class whose objects a made builder makes; empty for other classes. */
    static Optional<DeclaredClass> builtBy(DeclaredClass builder) {
        return builder.outer().filter(outer -> use(outer).isPresent()
                && builder.simpleName().equals(builderName(use(outer).get(), outer.simpleName())));
    }

    /** The field that a method of a builder fills. */
    static String field(DeclaredClass built, String method) {
        String prefix = use(built).map(each -> text(each, "setterPrefix", "")).orElse("");
        String name = !prefix.isEmpty() && method.length() > prefix.length() && method.startsWith(prefix)
                ? Character.toLowerCase(method.charAt(prefix.length())) + method.substring(prefix.length() + 1) : method;
        return built.declaration().fields().stream().filter(each -> use(each.annotations(), "Singular")
                .filter(use -> singular(use, each.name()).equals(name)).isPresent())
                .map(FieldDeclaration::name).findFirst().orElse(name);
    }

    private static Optional<AnnotationUse> use(DeclaredClass type) {
        return use(type.declaration().annotations(), "Builder").or(() -> use(type.declaration().annotations(), "SuperBuilder"))
                .or(() -> type.declaration().methods().stream().filter(MethodDeclaration::isConstructor)
                        .flatMap(each -> use(each.annotations(), "Builder").stream()).findFirst());
    }

    private static Optional<AnnotationUse> use(List<AnnotationUse> uses, String name) {
        return uses.stream().filter(each -> each.simpleName().equals(name)).findFirst();
    }

    private static String text(AnnotationUse use, String attribute, String otherwise) {
        return use.attributes().get(attribute) instanceof Expression.Literal literal && literal.value() instanceof String text
                ? text : otherwise;
    }

    private static String builderName(AnnotationUse use, String built) {
        return text(use, "builderClassName", built + "Builder");
    }

    /** "@Singular" of the reference: English plurals as far as they end in {@code s}. */
    private static String singular(AnnotationUse use, String plural) {
        String name = plural.endsWith("ies") ? plural.substring(0, plural.length() - 3) + "y"
                : plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
        return text(use, "value", name);
    }

    /** What a builder is given. */
    private record Part(String name, TypeName type, List<AnnotationUse> annotations, Span span) {
    }

    private static List<Part> ofFields(TypeDeclaration type) {
        return type.fields().stream().filter(each -> each.role() != FieldDeclaration.Role.ENUM_CONSTANT
                && !each.modifiers().contains(Modifier.STATIC))
                .map(each -> new Part(each.name(), each.type(), each.annotations(), each.nameSpan())).toList();
    }

    /** One builder under way. */
    private static final class Builder {

        private final TypeDeclaration owner;
        private final AnnotationUse use;
        private final String name;
        private final boolean open;
        private final List<TypeParameter> variables = new ArrayList<>();
        private final List<TypeParameter> own;
        private final TypeName self;
        private final TypeName built;

        Builder(TypeDeclaration owner, AnnotationUse use, String built, List<TypeParameter> own) {
            this.owner = owner;
            this.use = use;
            this.own = own;
            this.name = builderName(use, built);
            this.open = use.simpleName().equals("SuperBuilder");
            TypeName whole = generic(built, own.stream().map(each -> TypeName.of(each.name())).toList());
            variables.addAll(own);
            if (open) {
                variables.add(new TypeParameter("C_", List.of(whole)));
                variables.add(new TypeParameter("B_", List.of(generic(name, names("C_", "B_")))));
            }
            this.self = open ? TypeName.of("B_") : generic(name, own.stream().map(each -> TypeName.of(each.name())).toList());
            this.built = open ? TypeName.of("C_") : whole;
        }

        private List<TypeName> names(String... last) {
            List<TypeName> names = new ArrayList<>(own.stream().map(each -> TypeName.of(each.name())).toList());
            for (String each : last) {
                names.add(TypeName.of(each));
            }
            return names;
        }

        private static TypeName generic(String name, List<TypeName> arguments) {
            return new TypeName(name, List.copyOf(arguments), 0, TypeName.Bound.NONE);
        }

        TypeDeclaration with(List<Part> parts) {
            TypeDeclaration written = owner.nested().stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
            List<MethodDeclaration> methods = new ArrayList<>(written == null ? List.of() : written.methods());
            parts.forEach(each -> part(each, methods));
            add(methods, method(text(use, "buildMethodName", "build"), PUBLIC, List.of(), built, List.of(), owner.nameSpan()));
            Span span = owner.nameSpan();
            TypeDeclaration made = new TypeDeclaration(TypeDeclaration.Kind.CLASS, name, STATIC,
                    written == null ? List.copyOf(variables) : written.typeParameters(), above(), List.of(), List.of(),
                    written == null ? List.of() : written.fields(), List.copyOf(methods),
                    written == null ? List.of() : written.nested(), written == null ? span : written.span(), span);
            List<TypeDeclaration> nested = new ArrayList<>(owner.nested());
            nested.remove(written);
            nested.add(made);
            return new TypeDeclaration(owner.kind(), owner.name(), owner.modifiers(), owner.typeParameters(), owner.extended(),
                    owner.implemented(), owner.annotations(), owner.fields(), givers(), List.copyOf(nested), owner.span(),
                    owner.nameSpan());
        }

        private List<TypeName> above() {
            if (!open || owner.extended().isEmpty()) {
                return List.of();
            }
            TypeName parent = owner.extended().get(0);
            List<TypeName> arguments = new ArrayList<>(parent.arguments());
            arguments.addAll(List.of(TypeName.of("C_"), TypeName.of("B_")));
            return List.of(generic(parent.name() + "." + parent.simpleName() + "Builder", arguments));
        }

        /** The methods of the class, with those that give a builder. */
        private List<MethodDeclaration> givers() {
            List<MethodDeclaration> methods = new ArrayList<>(owner.methods());
            TypeName any = new TypeName("?", List.of(), 0, TypeName.Bound.UNBOUNDED);
            List<TypeName> arguments = names();
            TypeName given = self;
            if (open) {
                arguments.addAll(List.of(any, any));
                given = generic(name, arguments);
            }
            add(methods, method(text(use, "builderMethodName", "builder"), STATIC, own, given, List.of(), owner.nameSpan()));
            boolean back = use.attributes().get("toBuilder") instanceof Expression.Literal literal
                    && Boolean.TRUE.equals(literal.value());
            if (back) {
                add(methods, method("toBuilder", PUBLIC, List.of(), given, List.of(), owner.nameSpan()));
            }
            return List.copyOf(methods);
        }

        private void part(Part part, List<MethodDeclaration> methods) {
            String prefix = text(use, "setterPrefix", "");
            Optional<AnnotationUse> singular = use(part.annotations(), "Singular");
            if (singular.isPresent() && !part.type().arguments().isEmpty()) {
                add(methods, method(prefixed(prefix, singular(singular.get(), part.name())), PUBLIC, List.of(), self,
                        part.type().arguments(), part.span()));
                TypeName many = new TypeName(part.type().arguments().size() == 2 ? "java.util.Map" : "java.util.Collection",
                        part.type().arguments().stream().map(each -> new TypeName("?", List.of(each), 0, TypeName.Bound.EXTENDS))
                                .toList(), 0, TypeName.Bound.NONE);
                add(methods, method(prefixed(prefix, part.name()), PUBLIC, List.of(), self, List.of(many), part.span()));
            } else {
                add(methods, method(prefixed(prefix, part.name()), PUBLIC, List.of(), self, List.of(part.type()), part.span()));
            }
        }

        private static String prefixed(String prefix, String name) {
            return prefix.isEmpty() ? name : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }

        private static void add(List<MethodDeclaration> methods, MethodDeclaration made) {
            boolean written = methods.stream().anyMatch(each -> each.name().equals(made.name())
                    && each.parameters().size() == made.parameters().size());
            if (!written) {
                methods.add(made);
            }
        }

        private static MethodDeclaration method(String name, Set<Modifier> modifiers, List<TypeParameter> variables,
                TypeName returns, List<TypeName> parameters, Span span) {
            List<MethodDeclaration.Parameter> given = parameters.stream()
                    .map(each -> new MethodDeclaration.Parameter("value", each, false, List.of(), span)).toList();
            return new MethodDeclaration(name, modifiers, variables, returns, given, List.of(), null, span, span);
        }
    }
}
