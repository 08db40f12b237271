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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Queries that annotations of mapped classes, or mapping files, give a name (Jakarta Persistence 3.1, sections 10.4.1 and
 * 10.4.2). What an annotation says comes first.
 */
public final class NamedQueries {

    /**
     * A named query.
     *
     * @param inSql whether the text is SQL
     * @param resultClass canonical name of the class that a native query yields, or empty
     */
    public record NamedQuery(Text text, boolean inSql, String resultClass, Place place) {
    }

    /** So many characters of a name tell something, a dot and a verb. */
    private static final int LEAST_KNOWN = 6;

    private NamedQueries() {
    }

    /** The annotations of all mapped classes by the name that they give, since each method of a repository asks for one. */
    private record Annotated(Map<String, Named> byName) {

        static Annotated of(QueryContext context) {
            Map<String, Named> byName = new HashMap<>();
            for (Entity entity : context.entities().all()) {
                context.program().declared(entity.className()).ifPresent(type -> uses(type)
                        .forEach(use -> byName.putIfAbsent(constant(use, "name", type, context), new Named(use, type))));
            }
            return new Annotated(byName);
        }
    }

    private record Named(AnnotationUse use, DeclaredClass type) {

        NamedQuery query(QueryContext context) {
            return NamedQueries.query(use, use.attribute("query").orElseThrow(), type, context);
        }
    }

    /** The query of a name. */
    public static Optional<NamedQuery> find(String name, QueryContext context) {
        Named annotated = context.once(Annotated.class, () -> Annotated.of(context)).byName().get(name);
        return annotated != null ? Optional.of(annotated.query(context)) : FileQueries.find(name::equals, context).findFirst();
    }

    /**
     * The queries that a name may mean of which parts are known at run time only, as in {@code type + ".findAll"}; none
     * where next to nothing of it is known.
     */
    static List<NamedQuery> matching(Text name, QueryContext context) {
        StringBuilder pattern = new StringBuilder();
        int known = 0;
        for (Text.Part part : name.parts()) {
            boolean hole = part.knowledge() == Text.Knowledge.HOLE;
            known += hole || part.optional() ? 0 : part.text().length();
            pattern.append(hole ? "\\w+" : part.optional() ? "(?:" + Pattern.quote(part.text()) + ")?" : Pattern.quote(part.text()));
        }
        Pattern compiled = Pattern.compile(pattern.toString());
        List<NamedQuery> found = new ArrayList<>();
        if (known >= LEAST_KNOWN) {
            context.entities().all().forEach(entity -> context.program().declared(entity.className())
                    .ifPresent(type -> find(each -> compiled.matcher(each).matches(), type, context).forEach(found::add)));
            FileQueries.find(each -> compiled.matcher(each).matches(), context).forEach(found::add);
        }
        return List.copyOf(found);
    }

    private static Stream<NamedQuery> find(Predicate<String> isMeant, DeclaredClass type, QueryContext context) {
        return uses(type).filter(use -> isMeant.test(constant(use, "name", type, context)))
                .map(use -> new Named(use, type).query(context));
    }

    private static Stream<AnnotationUse> uses(DeclaredClass type) {
        return nested(type.declaration().annotations(), "NamedQueries", "NamedNativeQueries").stream()
                .filter(use -> use.simpleName().equals("NamedQuery") || use.simpleName().equals("NamedNativeQuery"))
                .filter(use -> use.attribute("query").isPresent());
    }

    private static NamedQuery query(AnnotationUse use, Expression text, DeclaredClass type, QueryContext context) {
        String result = use.attribute("resultClass").filter(Expression.ClassLiteral.class::isInstance)
                .map(each -> type.resolve(((Expression.ClassLiteral) each).type()).className()).orElse("");
        return new NamedQuery(Texts.text(text, type, context.program()), use.simpleName().equals("NamedNativeQuery"), result,
                type.place(text.span()));
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
