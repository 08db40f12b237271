package dev.seqscan.source.classfile;

import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Expression.Literal;
import dev.seqscan.source.code.Expression.LiteralKind;
import dev.seqscan.source.code.TypeName;

/** Turns constants of a class file into literals. */
final class ConstantValue {

    private ConstantValue() {
    }

    /** The literal of a ConstantValue attribute (JVMS 4.7.2), which keeps small types as int; null for none. */
    static Expression of(Object value, TypeName type) {
        if (value instanceof Integer number && type.dimensions() == 0) {
            if (type.name().equals("boolean")) {
                return literal(number != 0);
            }
            if (type.name().equals("char")) {
                return literal((char) number.intValue());
            }
        }
        return value == null ? null : literal(value);
    }

    /** The literal of a string or boxed primitive. */
    static Literal literal(Object value) {
        if (value instanceof String) {
            return new Literal(LiteralKind.STRING, value, DeclarationVisitor.NOWHERE);
        }
        if (value instanceof Boolean) {
            return new Literal(LiteralKind.BOOLEAN, value, DeclarationVisitor.NOWHERE);
        }
        if (value instanceof Character) {
            return new Literal(LiteralKind.CHAR, value, DeclarationVisitor.NOWHERE);
        }
        if (value instanceof Float || value instanceof Double) {
            LiteralKind kind = value instanceof Float ? LiteralKind.FLOAT : LiteralKind.DOUBLE;
            return new Literal(kind, ((Number) value).doubleValue(), DeclarationVisitor.NOWHERE);
        }
        LiteralKind kind = value instanceof Long ? LiteralKind.LONG : LiteralKind.INT;
        return new Literal(kind, ((Number) value).longValue(), DeclarationVisitor.NOWHERE);
    }
}
