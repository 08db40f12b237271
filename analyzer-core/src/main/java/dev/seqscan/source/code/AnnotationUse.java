package dev.seqscan.source.code;

import dev.seqscan.source.Span;
import java.util.Map;
import java.util.Optional;

/**
 * An annotation as it stands in the text.
 *
 * @param name as written, simple or qualified
 * @param attributes by name, in the order of the text; a single unnamed value is {@code value}
 */
public record AnnotationUse(String name, Map<String, Expression> attributes, Span span) {

    /** The expression given for an attribute. */
    public Optional<Expression> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** The last part of the name. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
