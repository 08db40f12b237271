package dev.seqscan.program.made;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A property of a class in the sense of JavaBeans: a field, what reads it, and all annotations that stand on either. */
final class BeanProperty {

    /** What an annotation stands on. */
    enum Element { FIELD, GETTER, SETTER }

    /** An annotation, with its canonical name and the class in whose text it stands. */
    record Mark(Element element, String type, AnnotationUse use, DeclaredClass owner) {

        String simpleName() {
            return type.substring(type.lastIndexOf('.') + 1);
        }

        /** Whether a boolean attribute has a value. */
        boolean says(String attribute, boolean value, boolean byDefault) {
            return use.attribute(attribute).map(given -> given instanceof Expression.Literal literal
                    && Boolean.valueOf(value).equals(literal.value())).orElse(value == byDefault);
        }
    }

    final String name;
    final List<Mark> marks = new ArrayList<>();
    JavaType type = new JavaType.Unknown("no member");
    Span span;
    /** The method that reads it; empty where there is only a field. */
    String accessor = "";
    boolean publicAccessor;
    /** Whether the accessor has a body that somebody wrote. */
    boolean written;
    boolean hasField;
    boolean publicField;
    /** Whether the accessor has a name that is none of a getter. */
    boolean oddName;

    BeanProperty(String name) {
        this.name = name;
    }

    /** The first annotation with a simple name. */
    Optional<Mark> mark(String simpleName) {
        return marks.stream().filter(each -> each.simpleName().equals(simpleName)).findFirst();
    }

    boolean isMarked(String simpleName) {
        return mark(simpleName).isPresent();
    }

    /** Reads it from an object, or from {@code this} where the object is null. */
    Expression read(Expression of) {
        if (accessor.isEmpty()) {
            return of == null ? new Expression.Name(name, span) : new Expression.Select(of, name, span, span);
        }
        return Code.call(of, accessor, span);
    }
}
