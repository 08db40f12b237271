package dev.seqscan.query.jpa;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.query.Texts;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.Locale;
import java.util.Optional;

/** Names of attributes in calls that take a text or a member of the static metamodel ({@code Order_.lines}). */
final class AttributeNames {

    private AttributeNames() {
    }

    static Optional<String> of(Expression expression, DeclaredClass owner, MethodDeclaration method, Program program) {
        if (expression instanceof Expression.Select select && select.target() instanceof Expression.Name type
                && type.name().endsWith("_")) {
            boolean isConstant = select.name().equals(select.name().toUpperCase(Locale.ROOT));
            return Optional.of(isConstant ? camelCase(select.name()) : select.name());
        }
        return Texts.text(expression, owner, method, program).constant();
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
