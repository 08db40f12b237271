package dev.seqscan.query.springdata;

import dev.seqscan.config.PersistenceProvider;
import dev.seqscan.config.Settings;
import dev.seqscan.entity.Association;
import dev.seqscan.entity.Association.FetchType;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.QueryShape;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a repository's method may load a list with its rows and still give the same rows. Hibernate gives each row
 * once, however many elements are joined to it, from version 6 on (Hibernate 6.0 migration guide, "Distinct"); Spring Data
 * brings that version with the names of Jakarta. A page or a limit would be cut in memory, a stream may give rows twice, and
 * of two lists without order only one can be joined.
 */
final class WholeLists {

    private static final Set<String> WHOLE = Set.of("List", "Set", "Collection", "Iterable");
    private static final Set<String> PARTS = Set.of("Pageable", "PageRequest", "Limit", "ScrollPosition",
            "KeysetScrollPosition", "OffsetScrollPosition");

    private final EntityModel entities;
    private final Settings settings;
    private final Optional<DeclaredClass> row;

    /** Takes the class of the rows, where its source was read. */
    WholeLists(EntityModel entities, Settings settings, Optional<DeclaredClass> row) {
        this.entities = entities;
        this.settings = settings;
        this.row = row;
    }

    /** Whether all that is true of a method; the shape is that of its query. */
    boolean given(RepositoryMethod method, QueryShape shape) {
        return isNewHibernate() && isWhole(method.declaration(), shape) && isAlone(shape);
    }

    private boolean isNewHibernate() {
        return PersistenceProvider.of(settings) == PersistenceProvider.HIBERNATE
                && row.flatMap(each -> each.annotation("jakarta.persistence.Entity")).isPresent();
    }

    private static boolean isWhole(MethodDeclaration method, QueryShape shape) {
        return WHOLE.contains(method.returnType().simpleName())
                && method.parameters().stream().noneMatch(each -> PARTS.contains(each.type().simpleName()))
                && shape.limit().equals(QueryShape.Limit.NONE);
    }

    /** Nothing else is joined, by the query or because it is eager. */
    private boolean isAlone(QueryShape shape) {
        return shape.roots().size() == 1 && shape.predicates().stream().allMatch(each -> each.table().equals(shape.roots().get(0).table()))
                && entities.all().stream().flatMap(each -> each.attributes().stream()).noneMatch(each ->
                        each instanceof Association other && !other.cardinality().isToOne() && other.fetch() == FetchType.EAGER);
    }
}
