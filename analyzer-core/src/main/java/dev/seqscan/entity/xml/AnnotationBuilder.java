package dev.seqscan.entity.xml;

import dev.seqscan.source.Span;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.TypeName;
import dev.seqscan.source.xml.XmlElement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes an annotation that stands where an XML element does. */
final class AnnotationBuilder {

    private final String name;
    private final Span span;
    private final Map<String, Expression> attributes = new LinkedHashMap<>();

    private AnnotationBuilder(String name, Span span) {
        this.name = name;
        this.span = span;
    }

    /** An annotation of Jakarta Persistence. */
    static AnnotationBuilder jpa(String simpleName, XmlElement at) {
        return new AnnotationBuilder("jakarta.persistence." + simpleName, at.span());
    }

    /** An annotation of Hibernate. */
    static AnnotationBuilder hibernate(String simpleName, XmlElement at) {
        return new AnnotationBuilder("org.hibernate.annotations." + simpleName, at.span());
    }

    AnnotationBuilder text(String attribute, String value) {
        if (!value.isEmpty()) {
            attributes.put(attribute, text(value));
        }
        return this;
    }

    AnnotationBuilder text(String attribute, Optional<String> value) {
        return text(attribute, value.orElse(""));
    }

    AnnotationBuilder texts(String attribute, List<String> values) {
        return list(attribute, values, this::text);
    }

    private Expression text(String value) {
        return new Expression.Literal(Expression.LiteralKind.STRING, value, span);
    }

    AnnotationBuilder flag(String attribute, boolean value) {
        attributes.put(attribute, new Expression.Literal(Expression.LiteralKind.BOOLEAN, value, span));
        return this;
    }

    AnnotationBuilder number(String attribute, long value) {
        attributes.put(attribute, new Expression.Literal(Expression.LiteralKind.INT, value, span));
        return this;
    }

    /** A constant of an enum, by its simple name. */
    AnnotationBuilder constant(String attribute, String value) {
        if (!value.isEmpty()) {
            attributes.put(attribute, new Expression.Name(value, span));
        }
        return this;
    }

    AnnotationBuilder constants(String attribute, List<String> values) {
        return list(attribute, values, value -> new Expression.Name(value, span));
    }

    /** A class by its canonical name. */
    AnnotationBuilder type(String attribute, String className) {
        if (!className.isEmpty()) {
            attributes.put(attribute, new Expression.ClassLiteral(TypeName.of(className), span));
        }
        return this;
    }

    AnnotationBuilder types(String attribute, List<String> classNames) {
        return list(attribute, classNames, each -> new Expression.ClassLiteral(TypeName.of(each), span));
    }

    AnnotationBuilder nested(String attribute, List<AnnotationUse> uses) {
        return list(attribute, uses, each -> new Expression.AnnotationValue(each, each.span()));
    }

    private <T> AnnotationBuilder list(String attribute, List<T> values, Function<T, Expression> expression) {
        if (!values.isEmpty()) {
            attributes.put(attribute, new Expression.NewArray(null, List.of(), values.stream().map(expression).toList(), span));
        }
        return this;
    }

    AnnotationUse build() {
        return new AnnotationUse(name, Collections.unmodifiableMap(attributes), span);
    }
}
