package dev.seqscan.flow;

import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;

/** Takes a test apart into what has to be true or false where it came out in some way. */
final class Conjuncts {

    private static final int DEEPEST = 12;

    private Conjuncts() {
    }

    /** A part of a test that is no negation and no conjunction, and how it came out. */
    record Part(Expression test, boolean holds) {
    }

    /** The parts, in the order of the text; of {@code a || b} nothing is known where it is true. */
    static List<Part> of(Expression test, boolean holds) {
        List<Part> found = new ArrayList<>();
        add(test, holds, found, 0);
        return found;
    }

    private static void add(Expression test, boolean holds, List<Part> found, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (test instanceof Expression.Unary not && not.operator().equals("!")) {
            add(not.operand(), !holds, found, depth + 1);
        } else if (test instanceof Expression.Binary both && both.operator().equals(holds ? "&&" : "||")) {
            add(both.left(), holds, found, depth + 1);
            add(both.right(), holds, found, depth + 1);
        } else {
            found.add(new Part(test, holds));
        }
    }
}
