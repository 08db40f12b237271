package dev.seqscan.query.springdata;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.query.Alternatives;
import dev.seqscan.query.ColumnPath;
import dev.seqscan.query.EntityColumns;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.query.QueryShape.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Roots, predicates and order of one derived query. */
final class DerivedParts {

    private final Entity entity;
    private final EntityColumns columns;
    private final PropertyPath properties;
    private final Set<Root> roots = new LinkedHashSet<>();
    private final List<Predicate> predicates = new ArrayList<>();
    private final List<SortKey> order = new ArrayList<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    /** The number of the alternative at hand, or 0 where there is but one. */
    private int branch;

    DerivedParts(Entity entity, EntityModel entities) {
        this.entity = entity;
        this.columns = new EntityColumns(entities);
        this.properties = new PropertyPath(entities);
        roots.add(new Root(entity.className(), columns.table(entity), "", "", false));
    }

    void read(NamePredicate name) {
        boolean alternatives = name.alternatives().size() > 1;
        for (List<NamePart> alternative : name.alternatives()) {
            branch = alternatives ? branch + 1 : 0;
            alternative.forEach(part -> part(part, name.ignoresCase()));
        }
        boolean single = name.alternatives().stream().allMatch(each -> each.size() == 1);
        if (alternatives && single) {
            List<Predicate> merged = Alternatives.merged(List.copyOf(predicates));
            predicates.clear();
            predicates.addAll(merged);
        }
        name.order().forEach(this::key);
    }

    void unknown(String reason) {
        unknown.add(reason);
    }

    List<Root> roots() {
        return List.copyOf(roots);
    }

    List<Predicate> predicates() {
        return List.copyOf(predicates);
    }

    List<SortKey> order() {
        return List.copyOf(order);
    }

    List<String> reasons() {
        return List.copyOf(unknown);
    }

    private void part(NamePart part, boolean allIgnoreCase) {
        Optional<ColumnPath> path = path(part.property());
        if (path.isEmpty()) {
            predicates.add(alternative(new Predicate("", "", part.property(), part.keyword().operator(), "", false, 0,
                    part.keyword().value(), Clause.WHERE)));
        } else if (path.get().last() instanceof Association association && !association.cardinality().isToOne()) {
            collection(part, path.get(), association);
        } else {
            boolean text = path.get().last() instanceof Attribute.Basic basic && basic.javaType().equals("java.lang.String");
            String function = part.ignoresCase() || allIgnoreCase && text ? "upper" : "";
            add(path.get().table(), path.get().columns(), path.get().path(), part.keyword(), function);
        }
    }

    /** Tests of a collection search its foreign key in a subquery; comparisons with an element join the element. */
    private void collection(NamePart part, ColumnPath path, Association association) {
        EntityColumns.Link link = columns.link(association);
        if (part.keyword().testsCollection()) {
            known(link.columns()).forEach(column -> predicates.add(alternative(new Predicate(link.table(), column,
                    path.path(), Operator.EQUAL, "", false, 0, Value.COLUMN, Clause.SUBQUERY))));
            return;
        }
        Optional<ColumnPath> identifier = path.target().flatMap(columns::identifier);
        path.target().ifPresent(target -> join(path.path(), target));
        add(identifier.map(ColumnPath::table).orElse(link.table()), identifier.map(ColumnPath::columns).orElse(List.of()),
                path.path(), part.keyword(), "");
    }

    private void add(String table, List<String> names, String path, PartKeyword keyword, String function) {
        known(names).forEach(column -> predicates.add(alternative(new Predicate(table, column, path, keyword.operator(),
                function, false, 0, keyword.value(), Clause.WHERE).with(keyword.other()))));
    }

    private Predicate alternative(Predicate predicate) {
        return branch == 0 ? predicate : predicate.alternative(1, branch);
    }

    private void key(NamePredicate.NameOrder key) {
        Optional<ColumnPath> path = path(key.property());
        if (path.isEmpty()) {
            order.add(new SortKey("", "", key.property(), key.descending()));
        }
        path.ifPresent(found -> known(found.columns()).forEach(column ->
                order.add(new SortKey(found.table(), column, found.path(), key.descending()))));
    }

    private Optional<ColumnPath> path(String property) {
        Optional<ColumnPath> path = properties.resolve(property, entity).flatMap(names -> columns.resolve(entity, names));
        if (path.isEmpty()) {
            unknown(entity.name() + " has no property " + property);
        }
        path.ifPresent(found -> found.joins().forEach(each -> join(each.path(), each.target())));
        return path;
    }

    private void join(String path, Entity target) {
        roots.add(new Root(target.className(), columns.table(target), "", path, false));
    }

    /** One unknown column where none is known. */
    private static List<String> known(List<String> columns) {
        return columns.isEmpty() ? List.of("") : columns;
    }
}
