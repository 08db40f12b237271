package dev.seqscan.cache.form;

import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Expression.ArrayAccess;
import dev.seqscan.source.code.Expression.AnnotationValue;
import dev.seqscan.source.code.Expression.Assign;
import dev.seqscan.source.code.Expression.Binary;
import dev.seqscan.source.code.Expression.Call;
import dev.seqscan.source.code.Expression.Cast;
import dev.seqscan.source.code.Expression.ClassLiteral;
import dev.seqscan.source.code.Expression.Conditional;
import dev.seqscan.source.code.Expression.InstanceOf;
import dev.seqscan.source.code.Expression.Lambda;
import dev.seqscan.source.code.Expression.Literal;
import dev.seqscan.source.code.Expression.MethodReference;
import dev.seqscan.source.code.Expression.Name;
import dev.seqscan.source.code.Expression.New;
import dev.seqscan.source.code.Expression.NewArray;
import dev.seqscan.source.code.Expression.Opaque;
import dev.seqscan.source.code.Expression.Pattern.RecordPattern;
import dev.seqscan.source.code.Expression.Pattern.TypePattern;
import dev.seqscan.source.code.Expression.Select;
import dev.seqscan.source.code.Expression.Super;
import dev.seqscan.source.code.Expression.SwitchExpression;
import dev.seqscan.source.code.Expression.This;
import dev.seqscan.source.code.Expression.TypeLiteral;
import dev.seqscan.source.code.Expression.Unary;
import dev.seqscan.source.code.TypeName;

/** Expressions and patterns. What may be null is a number that says whether it follows. */
final class ExpressionFacts {

    private static final int NONE = 0;
    private static final int NAME = 1;
    private static final int LITERAL = 2;
    private static final int CALL = 3;
    private static final int SELECT = 4;
    private static final int THIS = 5;
    private static final int SUPER = 6;
    private static final int NEW = 7;
    private static final int LAMBDA = 8;
    private static final int METHOD_REFERENCE = 9;
    private static final int TYPE_LITERAL = 10;
    private static final int CLASS_LITERAL = 11;
    private static final int BINARY = 12;
    private static final int UNARY = 13;
    private static final int ASSIGN = 14;
    private static final int CONDITIONAL = 15;
    private static final int CAST = 16;
    private static final int INSTANCE_OF = 17;
    private static final int ARRAY_ACCESS = 18;
    private static final int NEW_ARRAY = 19;
    private static final int SWITCH = 20;
    private static final int ANNOTATION = 21;
    private static final int OPAQUE = 22;
    private static final int TYPE_PATTERN = 1;
    private static final int RECORD_PATTERN = 2;

    private ExpressionFacts() {
    }

    /** Writes an expression, or null. The most frequent kinds come first. */
    static void write(Expression any, FormOutput out) {
        if (any == null) {
            out.number(NONE);
        } else if (any instanceof Name each) {
            out.number(NAME).text(each.name()).span(each.span());
        } else if (any instanceof Call each) {
            write(each.target(), out.number(CALL));
            out.text(each.name()).types(each.typeArguments()).each(each.arguments(), ExpressionFacts::write)
                    .span(each.nameSpan()).span(each.span());
        } else if (any instanceof Literal each) {
            LiteralFacts.write(each, out.number(LITERAL));
        } else if (any instanceof Select each) {
            write(each.target(), out.number(SELECT));
            out.text(each.name()).span(each.nameSpan()).span(each.span());
        } else if (!writeOperation(any, out)) {
            writeRare(any, out);
        }
    }

    private static boolean writeOperation(Expression any, FormOutput out) {
        if (any instanceof Binary each) {
            write(each.left(), out.number(BINARY).text(each.operator()));
            write(each.right(), out);
        } else if (any instanceof Assign each) {
            write(each.target(), out.number(ASSIGN).text(each.operator()));
            write(each.value(), out);
        } else if (any instanceof Unary each) {
            write(each.operand(), out.number(UNARY).text(each.operator()).flag(each.prefix()));
        } else if (any instanceof Conditional each) {
            write(each.condition(), out.number(CONDITIONAL));
            write(each.whenTrue(), out);
            write(each.whenFalse(), out);
        } else if (any instanceof Cast each) {
            write(each.operand(), out.number(CAST).type(each.type()));
        } else if (any instanceof InstanceOf each) {
            write(each.operand(), out.number(INSTANCE_OF));
            writePattern(each.pattern(), out);
        } else if (any instanceof ArrayAccess each) {
            write(each.array(), out.number(ARRAY_ACCESS));
            write(each.index(), out);
        } else {
            return false;
        }
        out.span(any.span());
        return true;
    }

    private static void writeRare(Expression any, FormOutput out) {
        if (any instanceof New each) {
            write(each.outer(), out.number(NEW));
            out.type(each.type()).each(each.arguments(), ExpressionFacts::write).flag(each.body() != null);
            if (each.body() != null) {
                DeclarationFacts.write(each.body(), out);
            }
        } else if (any instanceof Lambda each) {
            out.number(LAMBDA).each(each.parameters(), DeclarationFacts::writeParameter);
            StatementFacts.write(each.body(), out);
            out.flag(each.expression());
        } else if (any instanceof This each) {
            writeQualifier(each.qualifier(), out.number(THIS));
        } else if (any instanceof Super each) {
            writeQualifier(each.qualifier(), out.number(SUPER));
        } else if (any instanceof NewArray each) {
            out.number(NEW_ARRAY).type(each.type()).each(each.sizes(), ExpressionFacts::write).flag(each.elements() != null);
            if (each.elements() != null) {
                out.each(each.elements(), ExpressionFacts::write);
            }
        } else {
            writeOther(any, out);
        }
        out.span(any.span());
    }

    private static void writeOther(Expression any, FormOutput out) {
        if (any instanceof MethodReference each) {
            write(each.target(), out.number(METHOD_REFERENCE));
            out.text(each.name());
        } else if (any instanceof TypeLiteral each) {
            out.number(TYPE_LITERAL).type(each.type());
        } else if (any instanceof ClassLiteral each) {
            out.number(CLASS_LITERAL).type(each.type());
        } else if (any instanceof SwitchExpression each) {
            write(each.selector(), out.number(SWITCH));
            out.each(each.cases(), StatementFacts::writeCase);
        } else if (any instanceof AnnotationValue each) {
            DeclarationFacts.writeAnnotation(each.annotation(), out.number(ANNOTATION));
        } else if (any instanceof Opaque each) {
            out.number(OPAQUE).each(each.children(), ExpressionFacts::write);
        } else {
            throw new IllegalArgumentException("no form for " + any.getClass());
        }
    }

    /** Reads an expression, or null. */
    static Expression read(FormInput in) {
        return switch (in.integer()) {
            case NONE -> null;
            case NAME -> new Name(in.text(), in.span());
            case LITERAL -> LiteralFacts.read(in);
            case CALL -> new Call(read(in), in.text(), in.types(), in.each(ExpressionFacts::read), in.span(), in.span());
            case SELECT -> new Select(read(in), in.text(), in.span(), in.span());
            case THIS -> new This(readQualifier(in), in.span());
            case SUPER -> new Super(readQualifier(in), in.span());
            case NEW -> new New(read(in), in.type(), in.each(ExpressionFacts::read),
                    in.flag() ? DeclarationFacts.read(in) : null, in.span());
            case LAMBDA -> new Lambda(in.each(DeclarationFacts::readParameter), StatementFacts.readBlock(in), in.flag(),
                    in.span());
            case METHOD_REFERENCE -> new MethodReference(read(in), in.text(), in.span());
            case TYPE_LITERAL -> new TypeLiteral(in.type(), in.span());
            case CLASS_LITERAL -> new ClassLiteral(in.type(), in.span());
            case BINARY -> new Binary(in.text(), read(in), read(in), in.span());
            case UNARY -> new Unary(in.text(), in.flag(), read(in), in.span());
            case ASSIGN -> new Assign(in.text(), read(in), read(in), in.span());
            case CONDITIONAL -> new Conditional(read(in), read(in), read(in), in.span());
            case CAST -> new Cast(in.type(), read(in), in.span());
            case INSTANCE_OF -> new InstanceOf(read(in), readPattern(in), in.span());
            case ARRAY_ACCESS -> new ArrayAccess(read(in), read(in), in.span());
            case NEW_ARRAY -> new NewArray(in.type(), in.each(ExpressionFacts::read),
                    in.flag() ? in.each(ExpressionFacts::read) : null, in.span());
            case SWITCH -> new SwitchExpression(read(in), in.each(StatementFacts::readCase), in.span());
            case ANNOTATION -> new AnnotationValue(DeclarationFacts.readAnnotation(in), in.span());
            case OPAQUE -> new Opaque(in.each(ExpressionFacts::read), in.span());
            default -> throw new IllegalStateException("no expression");
        };
    }

    static void writePattern(Expression.Pattern any, FormOutput out) {
        if (any instanceof TypePattern each) {
            out.number(TYPE_PATTERN).type(each.type()).text(each.name());
            out.span(each.span());
        } else if (any instanceof RecordPattern each) {
            out.number(RECORD_PATTERN).type(each.type()).each(each.components(), ExpressionFacts::writePattern);
            out.span(each.span());
        } else {
            out.number(NONE);
        }
    }

    static Expression.Pattern readPattern(FormInput in) {
        return switch (in.integer()) {
            case NONE -> null;
            case TYPE_PATTERN -> new TypePattern(in.type(), in.text(), in.span());
            case RECORD_PATTERN -> new RecordPattern(in.type(), in.each(ExpressionFacts::readPattern), in.span());
            default -> throw new IllegalStateException("no pattern");
        };
    }

    private static void writeQualifier(TypeName qualifier, FormOutput out) {
        out.flag(qualifier != null);
        if (qualifier != null) {
            out.type(qualifier);
        }
    }

    private static TypeName readQualifier(FormInput in) {
        return in.flag() ? in.type() : null;
    }
}
