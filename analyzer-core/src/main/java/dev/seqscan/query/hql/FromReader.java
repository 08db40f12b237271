package dev.seqscan.query.hql;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.query.ColumnPath;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Root;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.antlr.v4.runtime.tree.ParseTree;
import org.hibernate.grammars.hql.HqlParser.CrossJoinContext;
import org.hibernate.grammars.hql.HqlParser.EntityNameContext;
import org.hibernate.grammars.hql.HqlParser.EntityWithJoinsContext;
import org.hibernate.grammars.hql.HqlParser.FromRootContext;
import org.hibernate.grammars.hql.HqlParser.JoinContext;
import org.hibernate.grammars.hql.HqlParser.JoinPathContext;
import org.hibernate.grammars.hql.HqlParser.JoinRestrictionContext;
import org.hibernate.grammars.hql.HqlParser.JoinSubqueryContext;
import org.hibernate.grammars.hql.HqlParser.JpaCollectionJoinContext;
import org.hibernate.grammars.hql.HqlParser.QueryExpressionContext;
import org.hibernate.grammars.hql.HqlParser.RootEntityContext;
import org.hibernate.grammars.hql.HqlParser.RootSubqueryContext;
import org.hibernate.grammars.hql.HqlParser.VariableContext;

/** Reads a FROM clause: fills the scope, the roots and the fetched associations. */
final class FromReader {

    private final ShapeParts parts;
    private final Scope scope;
    private final boolean subquery;
    private final Consumer<QueryExpressionContext> subqueries;
    private final Consumer<JoinRestrictionContext> restrictions;

    FromReader(ShapeParts parts, Scope scope, boolean subquery, Consumer<QueryExpressionContext> subqueries,
            Consumer<JoinRestrictionContext> restrictions) {
        this.parts = parts;
        this.scope = scope;
        this.subquery = subquery;
        this.subqueries = subqueries;
        this.restrictions = restrictions;
    }

    void read(EntityWithJoinsContext from) {
        root(from.fromRoot());
        for (int i = 1; i < from.getChildCount(); i++) {
            ParseTree joined = from.getChild(i);
            if (joined instanceof JoinContext join) {
                join(join);
            } else if (joined instanceof CrossJoinContext cross) {
                entity(cross.entityName(), alias(cross.variable()));
            } else if (joined instanceof JpaCollectionJoinContext collection) {
                path(DomainPath.of(collection.path()), alias(collection.variable()), false);
            }
        }
    }

    /** Adds the entity of a statement that names one only, as an INSERT. */
    void entity(EntityNameContext name, String alias) {
        List<String> names = name.identifier().stream().map(DomainPath::name).toList();
        if (names.size() > 1 && scope.named(names.get(0)).isPresent()) {
            correlated(new DomainPath(names, ""), alias);
            return;
        }
        named(String.join(".", names), alias);
    }

    private void root(FromRootContext root) {
        if (root instanceof RootEntityContext entity) {
            entity(entity.entityName(), alias(entity.variable()));
        } else if (root instanceof RootSubqueryContext derived) {
            subqueries.accept(derived.subquery().queryExpression());
            scope.add(Source.root(alias(derived.variable()), Optional.empty(), ""));
        } else {
            scope.add(Source.root(alias(root.getRuleContext(VariableContext.class, 0)), Optional.empty(), ""));
        }
    }

    private void named(String name, String alias) {
        Optional<Entity> entity = parts.entity(name);
        String table = entity.map(parts.columns()::table).orElse("");
        scope.add(Source.root(alias, entity, table));
        if (entity.isEmpty() && parts.isCommonTable(name)) {
            return;
        }
        if (entity.isEmpty()) {
            boolean unnamed = name.equals(HqlText.ENTITY_NAME) && parts.text().entityName().isEmpty();
            String shown = name.equals(HqlText.ENTITY_NAME) ? parts.text().entityName() : name;
            parts.unknown(unnamed ? "the entity of #{#entityName} is not known" : "unknown entity " + shown);
        }
        parts.add(new Root(entity.map(Entity::className).orElse(""), table, alias, "", subquery));
    }

    private void join(JoinContext join) {
        boolean fetch = join.FETCH() != null;
        if (join.joinTarget() instanceof JoinPathContext target) {
            path(DomainPath.of(target.path()), alias(target.variable()), fetch);
        } else if (join.joinTarget() instanceof JoinSubqueryContext target) {
            subqueries.accept(target.subquery().queryExpression());
            scope.add(Source.root(alias(target.variable()), Optional.empty(), ""));
        } else {
            scope.add(Source.root(alias(join.joinTarget().getRuleContext(VariableContext.class, 0)), Optional.empty(), ""));
        }
        if (join.joinRestriction() != null) {
            restrictions.accept(join.joinRestriction());
        }
    }

    /** Joins an association of a source, or an entity by its name. */
    private void path(DomainPath path, String alias, boolean fetch) {
        Optional<Source> start = path.names().isEmpty() ? Optional.empty() : scope.named(path.names().get(0));
        if (start.isEmpty()) {
            named(String.join(".", path.names()), alias);
            return;
        }
        Source joined = association(start.get(), path.names().subList(1, path.names().size()), path.treatedAs(), alias);
        scope.add(joined);
        parts.add(new Root(joined.entity().map(Entity::className).orElse(""), joined.table(), alias,
                String.join(".", joined.path()), subquery));
        if (fetch) {
            parts.fetch(joined.root(), joined.path());
        }
    }

    /** {@code exists (from o.lines l)} searches the collection's table by its foreign key. */
    private void correlated(DomainPath path, String alias) {
        path(path, alias, false);
        new OperandReader(parts, new PathReader(parts, scope, subquery), subqueries)
                .searchCollection(new PathReader(parts, scope, subquery).read(path), PredicateReader.Where.in(Clause.SUBQUERY));
    }

    private Source association(Source start, List<String> names, String treatedAs, String alias) {
        Optional<ColumnPath> path = names.isEmpty() ? Optional.empty()
                : start.entity().flatMap(entity -> parts.columns().resolve(entity, names));
        if (path.isEmpty() && start.entity().isPresent()) {
            parts.unknown(start.entity().get().name() + " has no attribute " + String.join(".", names));
        }
        Optional<Entity> treated = treatedAs.isEmpty() ? Optional.empty() : parts.entity(treatedAs);
        Optional<Entity> target = path.isPresent() && path.get().last() instanceof Attribute.Embedded embedded
                ? parts.entities().ofClass(embedded.type()) : path.flatMap(ColumnPath::target);
        Optional<Entity> entity = treated.isPresent() ? treated : target;
        return start.joined(alias, entity, table(path, entity), names);
    }

    /** Elements of a collection stand in its collection table. */
    private String table(Optional<ColumnPath> path, Optional<Entity> entity) {
        boolean elements = path.isPresent() && path.get().last() instanceof Association association
                && association.cardinality() == Association.Cardinality.ELEMENT_COLLECTION;
        if (elements) {
            return parts.columns().link((Association) path.get().last()).table();
        }
        return entity.map(parts.columns()::table).filter(each -> !each.isEmpty())
                .orElse(path.map(ColumnPath::table).orElse(""));
    }

    static String alias(VariableContext variable) {
        if (variable == null) {
            return "";
        }
        String text = variable.identifier() != null ? variable.identifier().getText() : variable.nakedIdentifier().getText();
        return text.replace("`", "");
    }
}
