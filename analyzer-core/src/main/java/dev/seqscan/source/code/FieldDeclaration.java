package dev.seqscan.source.code;

import dev.seqscan.source.Span;
import java.util.List;
import java.util.Set;

/**
 * A field, a record component or an enum constant.
 *
 * @param initializer null where there is none
 */
public record FieldDeclaration(Role role, String name, TypeName type, Set<Modifier> modifiers,
        List<AnnotationUse> annotations, Expression initializer, Span span, Span nameSpan) {

    /** What the field is. */
    public enum Role { FIELD, RECORD_COMPONENT, ENUM_CONSTANT }
}
