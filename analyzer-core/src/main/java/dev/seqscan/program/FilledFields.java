package dev.seqscan.program;

import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.List;
import java.util.Optional;

/** Which fields methods fill that are made: constructors, setters, withers and methods of builders. */
public final class FilledFields {

    private FilledFields() {
    }

    /**
     * The fields, as {@code com.shop.OrderDto.lines}, that a made method puts its arguments into, in their order; empty where
     * a method is written, or is none of these.
     */
    public static List<String> of(DeclaredClass type, String method, List<JavaType> parameters) {
        Optional<DeclaredClass> built = parameters.size() == 1 ? builtBy(type) : Optional.empty();
        if (built.isPresent()) {
            return List.of(built.get().name() + "." + field(built.get(), method));
        }
        boolean written = type.methods(method).stream().anyMatch(each -> each.body() != null
                && each.name().equals(method) && each.parameters().size() == parameters.size());
        if (written || parameters.isEmpty()) {
            return List.of();
        }
        for (LombokMembers.Constructor each : constructors(type)) {
            boolean named = method.equals(each.staticName().isEmpty() ? "<init>" : each.staticName());
            if (named && each.fields().size() == parameters.size()) {
                return each.fields().stream().map(field -> type.name() + "." + field.name()).toList();
            }
        }
        return parameters.size() > 1 ? List.of() : type.declaration().fields().stream()
                .filter(field -> LombokMembers.setter(type, field).filter(method::equals).isPresent()
                        || LombokMembers.wither(type, field).filter(method::equals).isPresent())
                .map(field -> type.name() + "." + field.name()).limit(1).toList();
    }

    /** The constructors that are made for a record or by Lombok. */
    static List<LombokMembers.Constructor> constructors(DeclaredClass type) {
        return !LombokMembers.isRecord(type) ? LombokMembers.constructors(type)
                : List.of(new LombokMembers.Constructor("", type.declaration().fields().stream()
                        .filter(each -> each.role() == FieldDeclaration.Role.RECORD_COMPONENT).toList()));
    }

    /** The class whose objects a made builder makes; empty for other classes. */
    private static Optional<DeclaredClass> builtBy(DeclaredClass builder) {
        return builder.outer().filter(outer -> use(outer).isPresent()
                && builder.simpleName().equals(builderName(use(outer).get(), outer.simpleName())));
    }

    /** The field that a method of a builder fills. */
    private static String field(DeclaredClass built, String method) {
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
}
