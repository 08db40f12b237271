package dev.seqscan.query.hql;

import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.query.EntityColumns;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Other;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.query.QueryShape.Trait;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has been read of one statement so far. */
final class ShapeParts {

    private final EntityModel entities;
    private final EntityColumns columns;
    private final HqlText text;
    private final Set<Root> roots = new LinkedHashSet<>();
    private final List<Predicate> predicates = new ArrayList<>();
    private final List<SortKey> order = new ArrayList<>();
    private final List<Trait> traits = new ArrayList<>();
    private final List<Fetch> fetches = new ArrayList<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Set<String> commonTables = new HashSet<>();
    private Command command = Command.SELECT;
    private Projection projection = Projection.NONE;
    private Limit limit = Limit.NONE;
    private Optional<Source> selected = Optional.empty();
    private String yields = "";
    private Other selectedColumn = Other.UNKNOWN;
    private boolean distinct;
    private boolean grouped;
    private int groups;

    /** An association loaded with the statement, by its path from a root. */
    private record Fetch(Source root, List<String> path) {
    }

    ShapeParts(EntityModel entities, HqlText text) {
        this.entities = entities;
        this.columns = new EntityColumns(entities);
        this.text = text;
    }

    EntityModel entities() {
        return entities;
    }

    EntityColumns columns() {
        return columns;
    }

    HqlText text() {
        return text;
    }

    /** The entity, mapped superclass or embeddable of a name in the text. */
    Optional<Entity> entity(String name) {
        String meant = name.equals(HqlText.ENTITY_NAME) ? text.entityName() : name;
        Optional<Entity> entity = entities.named(meant);
        return entity.isPresent() ? entity
                : entities.all().stream().filter(each -> each.name().equals(meant)).findFirst();
    }

    void add(Root root) {
        roots.add(root);
    }

    /** Adds the root of an association that a path goes through, unless the statement joins it anyway. */
    void addJoin(Root root) {
        boolean joined = roots.stream().anyMatch(each -> each.path().equals(root.path())
                && each.entity().equals(root.entity()) && each.subquery() == root.subquery());
        if (!joined) {
            roots.add(root);
        }
    }

    void add(Predicate predicate) {
        predicates.add(predicate);
    }

    /** Takes away the predicates added since there were that many. */
    List<Predicate> takeSince(int size) {
        List<Predicate> tail = predicates.subList(size, predicates.size());
        List<Predicate> taken = List.copyOf(tail);
        tail.clear();
        return taken;
    }

    int predicates() {
        return predicates.size();
    }

    int nextGroup() {
        return ++groups;
    }

    void add(SortKey key) {
        order.add(key);
    }

    void add(Trait trait) {
        traits.add(trait);
    }

    void fetch(Source root, List<String> path) {
        fetches.add(new Fetch(root, path));
    }

    void unknown(String reason) {
        unknown.add(reason);
    }

    /** Remembers a name that stands for a table but for no entity, as that of a common table expression. */
    void commonTable(String name) {
        commonTables.add(name);
    }

    boolean isCommonTable(String name) {
        return commonTables.contains(name);
    }

    void command(Command value) {
        command = value;
    }

    void limit(Limit value) {
        limit = value;
    }

    void project(Projection value, boolean isDistinct, Optional<Source> alias, Optional<Entity> entity) {
        projection = value;
        distinct = isDistinct;
        selected = alias;
        yields = entity.map(Entity::className).orElse("");
    }

    /** Takes back the projection: the rows of an INSERT's query do not come to the caller. */
    void withoutResult() {
        project(Projection.NONE, distinct, Optional.empty(), Optional.empty());
    }

    /** The one column that the query read last selects. */
    Other selected() {
        return selectedColumn;
    }

    void selected(Other column) {
        selectedColumn = column;
    }

    void grouped() {
        grouped = true;
    }

    QueryShape shape() {
        return new QueryShape(command, List.copyOf(roots), List.copyOf(predicates), List.copyOf(order), limit, projection,
                distinct, grouped, fetchPaths(), List.copyOf(unknown), yields, List.copyOf(traits));
    }

    /** Paths from the selected entity, where one alias is selected, else from each root. */
    private List<String> fetchPaths() {
        Set<String> paths = new LinkedHashSet<>();
        for (Fetch each : fetches) {
            List<String> start = selected.map(Source::path).orElse(List.of());
            boolean below = selected.isEmpty() || selected.get().root() == each.root()
                    && each.path().size() > start.size() && each.path().subList(0, start.size()).equals(start);
            if (below) {
                paths.add(String.join(".", each.path().subList(start.size(), each.path().size())));
            }
        }
        return List.copyOf(paths);
    }
}
