package dev.seqscan.query.jpa;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.QueryContext;
import dev.seqscan.source.code.AnnotationUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The paths that named entity graphs load (Jakarta Persistence 3.1, section 10.3). */
public final class EntityGraphs {

    private static final int MAX_DEPTH = 4;

    private final QueryContext context;

    /** Takes the application whose entities carry the annotations. */
    public EntityGraphs(QueryContext context) {
        this.context = context;
    }

    /**
     * The paths of associations that a named graph loads, as {@code lines.product}.
     *
     * @return empty where no mapped class declares the graph
     */
    public Optional<List<String>> named(String name) {
        for (Entity entity : context.entities().all()) {
            Optional<List<String>> paths = context.program().declared(entity.className())
                    .flatMap(type -> named(name, entity, type));
            if (paths.isPresent()) {
                return paths;
            }
        }
        return Optional.empty();
    }

    private Optional<List<String>> named(String name, Entity entity, DeclaredClass type) {
        for (AnnotationUse use : NamedQueries.nested(type.declaration().annotations(), "NamedEntityGraphs")) {
            String given = NamedQueries.constant(use, "name", type, context);
            if (use.simpleName().equals("NamedEntityGraph") && name.equals(given.isEmpty() ? entity.name() : given)) {
                List<String> paths = new ArrayList<>();
                if (NamedQueries.constant(use, "includeAllAttributes", type, context).equals("true")) {
                    entity.attributes().stream().filter(Association.class::isInstance).map(Attribute::name)
                            .forEach(paths::add);
                }
                nodes(use, use, type, "", paths, 0);
                return Optional.of(List.copyOf(paths));
            }
        }
        return Optional.empty();
    }

    private void nodes(AnnotationUse graph, AnnotationUse part, DeclaredClass type, String prefix, List<String> paths,
            int depth) {
        for (AnnotationUse node : NamedQueries.annotations(part.attribute("attributeNodes"))) {
            String path = prefix + NamedQueries.constant(node, "value", type, context);
            paths.add(path);
            String subgraph = NamedQueries.constant(node, "subgraph", type, context);
            for (AnnotationUse each : NamedQueries.annotations(graph.attribute("subgraphs"))) {
                if (!subgraph.isEmpty() && depth < MAX_DEPTH
                        && subgraph.equals(NamedQueries.constant(each, "name", type, context))) {
                    nodes(graph, each, type, path + ".", paths, depth + 1);
                }
            }
        }
    }
}
