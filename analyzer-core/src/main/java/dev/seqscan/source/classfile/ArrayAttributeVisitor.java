package dev.seqscan.source.classfile;

import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Builds the array of an annotation's attribute, in the shape of an array initialiser without a type. */
final class ArrayAttributeVisitor extends AttributeVisitor {

    private final Consumer<Expression> whenComplete;
    private final List<Expression> elements = new ArrayList<>();

    ArrayAttributeVisitor(NestedNames names, Consumer<Expression> whenComplete) {
        super(names);
        this.whenComplete = whenComplete;
    }

    @Override
    void add(String name, Expression value) {
        elements.add(value);
    }

    @Override
    public void visitEnd() {
        whenComplete.accept(array(elements));
    }

    static Expression array(List<Expression> elements) {
        return new Expression.NewArray(TypeName.of("var"), List.of(), List.copyOf(elements), DeclarationVisitor.NOWHERE);
    }
}
