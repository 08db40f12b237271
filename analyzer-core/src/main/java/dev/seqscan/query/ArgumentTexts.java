package dev.seqscan.query;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.List;
import java.util.Optional;

/**
 * The texts of a call's arguments by the names that the method gives them: with {@code @Param}, else those of its parameters.
 *
 * @param declared the method that is called
 */
public record ArgumentTexts(CallSite call, DeclaredClass owner, MethodDeclaration declared, QueryContext context) {

    /** The text of the argument of a name, or of a number from 1 on; empty where there is none. */
    public Optional<Text> of(String name) {
        List<MethodDeclaration.Parameter> parameters = declared.parameters();
        for (int i = 0; i < parameters.size() && i < call.arguments().size(); i++) {
            if (name.equals(String.valueOf(i + 1)) || name.equals(name(parameters.get(i)))) {
                return Optional.of(Texts.text(call.arguments().get(i), call.body(), context.program()));
            }
        }
        return Optional.empty();
    }

    /** Whether the parameter of a name, or of a number from 1 on, takes a number. */
    public boolean isNumber(String name) {
        List<MethodDeclaration.Parameter> parameters = declared.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (name.equals(String.valueOf(i + 1)) || name.equals(name(parameters.get(i)))) {
                return GivenNumbers.isNumber(owner.resolve(parameters.get(i).type()));
            }
        }
        return false;
    }

    private String name(MethodDeclaration.Parameter parameter) {
        Optional<AnnotationUse> named = parameter.annotations().stream().filter(each -> each.simpleName().equals("Param"))
                .findFirst();
        return named.flatMap(each -> each.attribute("value"))
                .flatMap(each -> Texts.text(each, owner, context.program()).constant())
                .orElse(parameter.name());
    }
}
