package dev.seqscan.program.made;

import dev.seqscan.source.Span;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.MethodDeclaration.Parameter;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a builder of Lombok takes: a field or parameter, given at once or, with {@code @Singular}, also one by one. */
record BuilderValue(String name, TypeName type, Optional<AnnotationUse> singular) {

    /** The methods of the builder that take it, each of which gives the builder. */
    List<MethodDeclaration> setters(String prefix, TypeName result, Span place) {
        Expression own = new Expression.Select(new Expression.This(null, place), name, place, place);
        Expression given = Code.name(name, place);
        List<MethodDeclaration> setters = new ArrayList<>();
        if (singular.isEmpty()) {
            setters.add(setter(prefixed(prefix, name), List.of(parameter(name, type, place)), result,
                    new Expression.Assign("=", own, given, place), place));
            return setters;
        }
        boolean isMap = type.arguments().size() == 2;
        List<Parameter> one = new ArrayList<>();
        for (int i = 0; i < type.arguments().size(); i++) {
            one.add(parameter(isMap && i == 0 ? "key" : "value", type.arguments().get(i), place));
        }
        Expression[] values = one.stream().map(each -> Code.name(each.name(), place)).toArray(Expression[]::new);
        setters.add(setter(prefixed(prefix, oneName()), one, result,
                Code.call(own, isMap ? "put" : "add", place, values), place));
        setters.add(setter(prefixed(prefix, name), List.of(parameter(name, many(isMap), place)), result,
                Code.call(own, isMap ? "putAll" : "addAll", place, given), place));
        setters.add(setter(prefixed("clear", name), List.of(), result, Code.call(own, "clear", place), place));
        return setters;
    }

    private TypeName many(boolean isMap) {
        List<TypeName> arguments = type.arguments().stream()
                .map(each -> new TypeName("?", List.of(each), 0, TypeName.Bound.EXTENDS)).toList();
        return new TypeName(isMap ? "java.util.Map" : "java.util.Collection", arguments, 0, TypeName.Bound.NONE);
    }

    /** The plain English singular; Lombok knows more irregular ones, whose method stays unknown. */
    private String oneName() {
        String told = singular.map(use -> Annotations.text(use, "value")).orElse("");
        if (!told.isEmpty()) {
            return told;
        }
        return name.endsWith("ies") ? name.substring(0, name.length() - 3) + "y"
                : name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    private static String prefixed(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static Parameter parameter(String name, TypeName type, Span place) {
        return new Parameter(name, type, false, List.of(), place);
    }

    private static MethodDeclaration setter(String name, List<Parameter> parameters, TypeName result, Expression effect,
            Span place) {
        Statement first = Code.evaluate(effect);
        return new MethodDeclaration(name, Set.of(Modifier.PUBLIC), List.of(), result, List.copyOf(parameters), List.of(),
                Code.returning(List.of(first), new Expression.This(null, place), place), place, place);
    }
}
