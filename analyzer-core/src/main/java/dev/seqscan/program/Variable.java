package dev.seqscan.program;

import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A local variable or parameter of a body, with everything that is assigned to it there. */
public final class Variable {

    /** What brings the variable into being. */
    public enum Kind { PARAMETER, LAMBDA_PARAMETER, LOCAL, LOOP, PATTERN, CAUGHT }

    private final Kind kind;
    private final String name;
    private final JavaType type;
    private final Span span;
    private final List<Expression> assigned = new ArrayList<>(1);

    Variable(Kind kind, String name, JavaType type, Span span) {
        this.kind = kind;
        this.name = name;
        this.type = type;
        this.span = span;
    }

    /** What brings it into being. */
    public Kind kind() {
        return kind;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its type; of {@code var} the type of its initialiser. */
    public JavaType type() {
        return type;
    }

    /** Where it is declared. */
    public Span span() {
        return span;
    }

    /** The expressions that are assigned to it, its initialiser first. */
    public List<Expression> assigned() {
        return Collections.unmodifiableList(assigned);
    }

    void assign(Expression value) {
        assigned.add(value);
    }

    @Override
    public String toString() {
        return name + ": " + type;
    }
}
