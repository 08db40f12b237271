package dev.seqscan.flow;

import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;

/** Reads tests that hold in every so many turns only: {@code n % 100 == 0}. */
final class Portions {

    /** Of fewer turns each portion is no portion. */
    private static final long SMALLEST = 5;

    private Portions() {
    }

    /**
     * A number that is counted on, and where the test stands.
     */
    record Counter(Expression number, Region region) {
    }

    /** What is counted, where code runs only if a test holds, or only if it does not. */
    static List<Expression> counted(Expression test, boolean holds) {
        return Conjuncts.of(test, holds).stream().flatMap(part -> counted(part).stream()).toList();
    }

    private static Optional<Expression> counted(Conjuncts.Part part) {
        return part.test() instanceof Expression.Binary compared && compared.operator().equals(part.holds() ? "==" : "!=")
                ? remainder(compared.left()).or(() -> remainder(compared.right())) : Optional.empty();
    }

    private static Optional<Expression> remainder(Expression expression) {
        boolean portion = expression instanceof Expression.Binary rest && rest.operator().equals("%")
                && !(rest.right() instanceof Expression.Literal size && size.value() instanceof Number number
                && number.longValue() < SMALLEST);
        return portion ? Optional.of(((Expression.Binary) expression).left()) : Optional.empty();
    }
}
