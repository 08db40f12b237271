package dev.seqscan.query.hql;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.schema.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.grammars.hql.HqlParser.SelectExpressionContext;

/** The aliases of one query; those of the queries around it are seen too. Aliases do not mind case. */
final class Scope {

    private final Optional<Scope> outer;
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, Source> byAlias = new HashMap<>();
    private final Map<String, SelectExpressionContext> selections = new HashMap<>();

    Scope(Optional<Scope> outer) {
        this.outer = outer;
    }

    void add(Source source) {
        sources.add(source);
        if (!source.alias().isEmpty()) {
            byAlias.put(folded(source.alias()), source);
        }
    }

    /** Remembers an alias of the SELECT clause; ORDER BY, GROUP BY and HAVING may use it. */
    void addSelection(String alias, SelectExpressionContext expression) {
        selections.put(folded(alias), expression);
    }

    Optional<SelectExpressionContext> selection(String alias) {
        return Optional.ofNullable(selections.get(folded(alias)));
    }

    List<Source> sources() {
        return sources;
    }

    Optional<Source> named(String alias) {
        Source own = byAlias.get(folded(alias));
        return own != null ? Optional.of(own) : outer.flatMap(scope -> scope.named(alias));
    }

    /** The source that has the attribute, where a path starts without alias. */
    Optional<Source> withAttribute(String name, EntityModel entities) {
        Optional<Source> own = sources.stream()
                .filter(each -> each.entity().filter(entity -> isAttribute(entities, entity, name)).isPresent()).findFirst();
        return own.isPresent() ? own : outer.flatMap(scope -> scope.withAttribute(name, entities));
    }

    private static boolean isAttribute(EntityModel entities, Entity entity, String name) {
        return name.equals("id") && !entity.identifier().isEmpty() || entities.attributeOf(entity, name).isPresent();
    }

    /** An attribute that stands for a column. */
    record Column(Source source, String attribute) {
    }

    /** A word that is no attribute goes into the SQL as it is, up to Hibernate 5, where it may be a column of the first source. */
    Optional<Column> withColumn(String name) {
        String column = Names.normalise(name);
        return sources.stream().limit(1).flatMap(source -> source.entity().stream().flatMap(entity -> entity.attributes().stream())
                .filter(each -> each instanceof Attribute.Basic basic && basic.column().equals(column)
                        || each instanceof Association association && association.cardinality().isToOne()
                        && association.joinColumns().equals(List.of(column)))
                .map(each -> new Column(source, each.name()))).findFirst();
    }

    /** Whether a source of this or an outer query is not known, so that any name may be its attribute. */
    boolean hasUnknownSource() {
        return sources.stream().anyMatch(each -> each.entity().isEmpty()) || outer.filter(Scope::hasUnknownSource).isPresent();
    }

    private static String folded(String alias) {
        return alias.toLowerCase(Locale.ROOT);
    }
}
