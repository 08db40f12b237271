package dev.seqscan.query.jpa;

import dev.seqscan.entity.Entity;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.Text;
import dev.seqscan.query.Texts;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Queries that annotations of mapped classes give a name (Jakarta Persistence 3.1, sections 10.4.1 and 10.4.2). */
public final class NamedQueries {

    /**
     * A named query.
     *
     * @param inSql whether the text is SQL
     * @param resultClass canonical name of the class that a native query yields, or empty
     */
    public record NamedQuery(Text text, boolean inSql, String resultClass, Place place) {
    }

    private NamedQueries() {
    }

    /** The query of a name. */
    public static Optional<NamedQuery> find(String name, QueryContext context) {
        for (Entity entity : context.entities().all()) {
            Optional<DeclaredClass> declared = context.program().declared(entity.className());
            Optional<NamedQuery> found = declared.flatMap(type -> find(name, type, context));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<NamedQuery> find(String name, DeclaredClass type, QueryContext context) {
        for (AnnotationUse use : nested(type.declaration().annotations(), "NamedQueries", "NamedNativeQueries")) {
            boolean inSql = use.simpleName().equals("NamedNativeQuery");
            if ((inSql || use.simpleName().equals("NamedQuery")) && name.equals(constant(use, "name", type, context))) {
                String result = use.attribute("resultClass").filter(Expression.ClassLiteral.class::isInstance)
                        .map(each -> type.resolve(((Expression.ClassLiteral) each).type()).className()).orElse("");
                return use.attribute("query").map(each -> new NamedQuery(Texts.text(each, type, context.program()), inSql,
                        result, type.place(each.span())));
            }
        }
        return Optional.empty();
    }

    /** The annotations, and those inside of the named containers. */
    static List<AnnotationUse> nested(List<AnnotationUse> uses, String... containers) {
        List<AnnotationUse> all = new ArrayList<>();
        for (AnnotationUse use : uses) {
            all.add(use);
            if (List.of(containers).contains(use.simpleName())) {
                all.addAll(annotations(use.attribute("value")));
            }
        }
        return all;
    }

    /** The annotations that an attribute holds, one or an array of them. */
    static List<AnnotationUse> annotations(Optional<Expression> value) {
        return elements(value).filter(Expression.AnnotationValue.class::isInstance)
                .map(each -> ((Expression.AnnotationValue) each).annotation()).toList();
    }

    /** The elements of an attribute that is an array or a single value. */
    static Stream<Expression> elements(Optional<Expression> value) {
        return value.stream().flatMap(each -> each instanceof Expression.NewArray array && array.elements() != null
                ? array.elements().stream() : Stream.of(each));
    }

    static String constant(AnnotationUse use, String attribute, DeclaredClass type, QueryContext context) {
        return use.attribute(attribute).flatMap(each -> Texts.text(each, type, context.program()).constant()).orElse("");
    }
}
