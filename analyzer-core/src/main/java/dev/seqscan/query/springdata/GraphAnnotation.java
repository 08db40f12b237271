package dev.seqscan.query.springdata;

import dev.seqscan.entity.Entity;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.Texts;
import dev.seqscan.query.jpa.EntityGraphs;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The paths that {@code @EntityGraph} of Spring Data JPA loads. */
final class GraphAnnotation {

    private GraphAnnotation() {
    }

    /** Paths given in the annotation, else those of the named graph, whose name is that of the query by default. */
    static List<String> paths(AnnotationUse use, RepositoryMethod method, Optional<Entity> domain, QueryContext context) {
        List<String> paths = use.attribute("attributePaths").stream().flatMap(GraphAnnotation::elements)
                .flatMap(each -> Texts.text(each, method.owner(), context.program()).constant().stream()).toList();
        if (!paths.isEmpty()) {
            return paths;
        }
        String name = use.attribute("value").flatMap(each -> Texts.text(each, method.owner(), context.program()).constant())
                .orElseGet(() -> domain.map(Entity::name).orElse("") + "." + method.declaration().name());
        return new EntityGraphs(context).named(name).orElse(List.of());
    }

    /** Whether attributes that the graph does not name are lazy, which is the default. */
    static boolean isFetchGraph(AnnotationUse use) {
        return use.attribute("type").map(each -> each instanceof Expression.Select select ? select.name()
                : each instanceof Expression.Name name ? name.name() : "").filter("LOAD"::equals).isEmpty();
    }

    private static Stream<Expression> elements(Expression value) {
        return value instanceof Expression.NewArray array && array.elements() != null ? array.elements().stream()
                : Stream.of(value);
    }
}
