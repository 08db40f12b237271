package dev.seqscan.cache.form;

import dev.seqscan.source.code.Expression.Literal;
import dev.seqscan.source.code.Expression.LiteralKind;

/** Literals. Of which class the value is does not follow from their kind, as one that is too large for it has none. */
final class LiteralFacts {

    private static final LiteralKind[] KINDS = LiteralKind.values();
    private static final int NONE = 0;
    private static final int TEXT = 1;
    private static final int WHOLE = 2;
    private static final int FRACTION = 3;
    private static final int TRUE = 4;
    private static final int FALSE = 5;
    private static final int CHARACTER = 6;

    private LiteralFacts() {
    }

    static void write(Literal literal, FormOutput out) {
        out.number(literal.kind().ordinal());
        Object value = literal.value();
        if (value == null) {
            out.number(NONE);
        } else if (value instanceof String text) {
            out.number(TEXT).text(text);
        } else if (value instanceof Long number) {
            out.number(WHOLE).number(number);
        } else if (value instanceof Double number) {
            out.number(FRACTION).number(Double.doubleToRawLongBits(number));
        } else if (value instanceof Boolean truth) {
            out.number(truth ? TRUE : FALSE);
        } else if (value instanceof Character character) {
            out.number(CHARACTER).number(character);
        } else {
            throw new IllegalArgumentException("no form for a " + value.getClass());
        }
        out.span(literal.span());
    }

    static Literal read(FormInput in) {
        return new Literal(KINDS[in.integer()], value(in), in.span());
    }

    private static Object value(FormInput in) {
        return switch (in.integer()) {
            case NONE -> null;
            case TEXT -> in.text();
            case WHOLE -> in.number();
            case FRACTION -> Double.longBitsToDouble(in.number());
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case CHARACTER -> (char) in.number();
            default -> throw new IllegalStateException("no literal");
        };
    }
}
