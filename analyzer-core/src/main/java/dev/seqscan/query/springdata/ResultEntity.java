package dev.seqscan.query.springdata;

import dev.seqscan.entity.Entity;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.made.Projections;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Projection;
import java.util.Optional;
import java.util.Set;

/**
 * What the caller of a repository method gets or changes.
 *
 * @param entity canonical name of the entity that is loaded, also for an open projection; empty where it gets closed
 *        projections, numbers or the like
 * @param shape the shape with the projection that the return type asks for
 */
record ResultEntity(String entity, QueryShape shape) {

    private static final Set<Projection> OF_ROWS = Set.of(Projection.ENTITY, Projection.ALL_COLUMNS);
    private static final Set<String> OPEN = Set.of("java.lang.Object", "javax.persistence.Tuple", "jakarta.persistence.Tuple");

    static ResultEntity of(ResultType result, QueryShape shape, Optional<Entity> domain, QueryContext context) {
        String own = domain.map(Entity::className).orElse("");
        if (shape.command() != Command.SELECT && shape.command() != Command.OTHER) {
            return new ResultEntity(own, shape);
        }
        String element = result.element().className();
        Optional<Entity> entity = context.entities().ofClass(element).filter(each -> each.kind() == Entity.Kind.ENTITY);
        if (entity.isPresent()) {
            return new ResultEntity(entity.get().className(), shape);
        }
        if (isSupertype(element, own, context)) {
            return new ResultEntity(OF_ROWS.contains(shape.projection()) ? own : "", shape);
        }
        if (OF_ROWS.contains(shape.projection()) && context.program().declared(element).filter(Projections::isOpen).isPresent()) {
            return new ResultEntity(own, shape);
        }
        Optional<Projection> projection = OF_ROWS.contains(shape.projection()) ? projection(result.element(), context)
                : Optional.empty();
        return new ResultEntity("", projection.map(shape::withProjection).orElse(shape));
    }

    /** A type variable that is left open, a mapped superclass or an interface of the entity. */
    private static boolean isSupertype(String element, String own, QueryContext context) {
        if (element.isEmpty() || OPEN.contains(element)) {
            return element.equals("java.lang.Object");
        }
        Optional<DeclaredClass> type = context.program().declared(own);
        for (int i = 0; i < 10 && type.isPresent(); i++) {
            DeclaredClass current = type.get();
            boolean named = java.util.stream.Stream.concat(current.declaration().extended().stream(),
                    current.declaration().implemented().stream())
                    .anyMatch(each -> current.resolve(each).className().equals(element));
            if (named) {
                return true;
            }
            type = current.declaration().extended().stream().findFirst()
                    .flatMap(each -> context.program().declared(current.resolve(each).className(), current.module()));
        }
        return false;
    }

    /** An interface is read as columns, a class or record by its constructor ("Projections" in the reference). */
    private static Optional<Projection> projection(JavaType element, QueryContext context) {
        String name = element.className();
        if (name.isEmpty() || name.startsWith("java.")) {
            return Optional.empty();
        }
        boolean isInterface = context.program().declared(name).map(type -> type.declaration().isInterface())
                .orElseGet(() -> context.program().libraries().find(name).map(type -> type.isInterface()).orElse(false));
        return Optional.of(isInterface ? Projection.COLUMNS : Projection.CONSTRUCTOR);
    }
}
