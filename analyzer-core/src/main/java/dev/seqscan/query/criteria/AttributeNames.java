package dev.seqscan.query.criteria;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Texts;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.Locale;
import java.util.Optional;

/** Names of attributes in calls that take a text or a member of the static metamodel ({@code Order_.lines}). */
public final class AttributeNames {

    private AttributeNames() {
    }

    /** The name that an expression of a method gives; empty where it is known at run time only. */
    public static Optional<String> of(Expression expression, DeclaredClass owner, MethodDeclaration method, Program program) {
        return of(expression, new CodePlace(owner, method, Optional.empty()), program);
    }

    /** The same for a method that was entered by a call. */
    static Optional<String> of(Expression expression, CodePlace place, Program program) {
        if (expression instanceof Expression.Select select && select.target() instanceof Expression.Name type
                && type.name().endsWith("_")) {
            boolean isConstant = select.name().equals(select.name().toUpperCase(Locale.ROOT));
            return Optional.of(isConstant ? camelCase(select.name()) : select.name());
        }
        Optional<CodePlace.Given> given = expression instanceof Expression.Name name ? place.given(name.name())
                : Optional.empty();
        return given.isPresent() ? of(given.get().value(), given.get().place(), program)
                : Texts.text(expression, place, program).constant();
    }

    /** {@code ORDER_LINES} of the metamodel is the attribute {@code orderLines}. */
    private static String camelCase(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() || word.isEmpty() ? word
                    : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
