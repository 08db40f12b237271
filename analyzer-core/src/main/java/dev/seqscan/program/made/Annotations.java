package dev.seqscan.program.made;

import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;

/** Reads the values of annotations. */
final class Annotations {

    private Annotations() {
    }

    /** Annotations of a simple name, also those that are gathered in one whose name is the plural. */
    static List<AnnotationUse> named(List<AnnotationUse> uses, String simpleName) {
        List<AnnotationUse> found = new ArrayList<>();
        for (AnnotationUse use : uses) {
            if (use.simpleName().equals(simpleName)) {
                found.add(use);
            } else if (use.simpleName().equals(simpleName + "s")) {
                for (Expression each : elements(use.attributes().get("value"))) {
                    if (each instanceof Expression.AnnotationValue nested) {
                        found.add(nested.annotation());
                    }
                }
            }
        }
        return found;
    }

    /** The elements of an array, or the one value that stands for it; none of null. */
    static List<Expression> elements(Expression value) {
        if (value instanceof Expression.NewArray array) {
            return array.elements() == null ? List.of() : array.elements();
        }
        return value == null ? List.of() : List.of(value);
    }

    /** The text of an attribute; empty where it is none. */
    static String text(AnnotationUse use, String attribute) {
        return use.attributes().get(attribute) instanceof Expression.Literal literal
                && literal.value() instanceof String text ? text : "";
    }

    /** Whether an attribute is {@code true}. */
    static boolean isTrue(AnnotationUse use, String attribute) {
        return use.attributes().get(attribute) instanceof Expression.Literal literal && Boolean.TRUE.equals(literal.value());
    }
}
