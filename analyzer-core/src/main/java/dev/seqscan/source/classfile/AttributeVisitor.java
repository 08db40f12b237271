package dev.seqscan.source.classfile;

import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Turns the values of an annotation into the expressions that a source with qualified names would show. */
abstract class AttributeVisitor extends AnnotationVisitor {

    private static final Span NOWHERE = DeclarationVisitor.NOWHERE;

    private final NestedNames names;

    AttributeVisitor(NestedNames names) {
        super(Opcodes.ASM9);
        this.names = names;
    }

    /** Takes a value; elements of an array have no name. */
    abstract void add(String name, Expression value);

    @Override
    public void visit(String name, Object value) {
        if (value instanceof Type type) {
            add(name, new Expression.ClassLiteral(GenericSignature.ofField(type.getDescriptor(), null, names), NOWHERE));
        } else if (value.getClass().isArray()) {
            // Arrays of primitives come in one piece.
            List<Expression> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(ConstantValue.literal(Array.get(value, i)));
            }
            add(name, ArrayAttributeVisitor.array(elements));
        } else {
            add(name, ConstantValue.literal(value));
        }
    }

    @Override
    public void visitEnum(String name, String descriptor, String constant) {
        String type = GenericSignature.ofField(descriptor, null, names).name();
        add(name, new Expression.Select(qualified(type), constant, NOWHERE, NOWHERE));
    }

    @Override
    public AnnotationVisitor visitAnnotation(String name, String descriptor) {
        return new AnnotationUseVisitor(descriptor, names,
                annotation -> add(name, new Expression.AnnotationValue(annotation, NOWHERE)));
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
        return new ArrayAttributeVisitor(names, array -> add(name, array));
    }

    private static Expression qualified(String name) {
        Expression result = null;
        for (String part : name.split("\\.")) {
            result = result == null ? new Expression.Name(part, NOWHERE)
                    : new Expression.Select(result, part, NOWHERE, NOWHERE);
        }
        return result;
    }
}
