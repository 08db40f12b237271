package dev.seqscan.query.hql;

import dev.seqscan.entity.EntityModel;
import dev.seqscan.query.QueryShape;
import dev.seqscan.source.Steps;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Understands JPQL (Jakarta Persistence 3.2, chapter 4) and HQL (Hibernate User Guide, "Hibernate Query Language").
 * Remembers the last texts; one instance may serve several threads.
 */
public final class HqlQueries {

    private static final int REMEMBERED = 4096;
    private static final String UNKNOWN_PART = "a part of the statement is known at run time only";

    private final Map<Key, QueryShape> known = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, QueryShape> eldest) {
            return size() > REMEMBERED;
        }
    });

    private final Steps steps;

    /** Counts nothing. */
    public HqlQueries() {
        this(new Steps());
    }

    /** Counts the texts that are parsed. */
    public HqlQueries(Steps steps) {
        this.steps = steps;
    }

    private record Key(String text, String entityName, EntityModel entities) {
    }

    /** Same as {@link #shape(String, String, EntityModel)} for a text that does not speak of {@code #{#entityName}}. */
    public QueryShape shape(String jpql, EntityModel entities) {
        return shape(jpql, "", entities);
    }

    /**
     * What a statement asks of the database.
     *
     * <p>Paths of predicates and sort keys start at the entity of their alias; an alias alone stands for the identifier.
     * Two columns that are compared give a predicate each. {@code member of}, {@code is empty} and {@code size()} are
     * given as what they become, a search by the collection's foreign key in a subquery. Fetches start at the selected
     * entity, which is the first root unless an alias of a joined association is selected.
     *
     * @param jpql the text; {@code ?!} stands for a part that is not known
     * @param entityName the name in JPQL for which Spring Data's {@code #{#entityName}} stands, or empty
     * @return the shape, with reasons in {@code unknown} for names that the entities do not have; of a text that breaks
     *         the grammar only the reason with its line and column
     */
    public QueryShape shape(String jpql, String entityName, EntityModel entities) {
        Key key = new Key(jpql, entityName, entities);
        QueryShape shape = known.get(key);
        if (shape == null) {
            steps.count(Steps.Step.HQL_PARSED);
            shape = read(jpql, entityName, entities);
            known.put(key, shape);
        }
        return shape;
    }

    private static QueryShape read(String jpql, String entityName, EntityModel entities) {
        if (jpql.isBlank()) {
            return QueryShape.unknown("the statement is empty");
        }
        HqlText text = HqlText.of(jpql, entityName);
        HqlSyntax syntax = HqlSyntax.parse(text.parsed());
        if (syntax.statement().isEmpty() && text.incomplete()) {
            text = text.withoutUnknownParts();
            syntax = HqlSyntax.parse(text.parsed());
        }
        if (syntax.statement().isEmpty()) {
            return QueryShape.unknown(text.incomplete() ? UNKNOWN_PART : syntax.error());
        }
        ShapeParts parts = new ShapeParts(entities, text);
        if (text.incomplete()) {
            parts.unknown(UNKNOWN_PART);
            parts.commonTable(HqlText.UNKNOWN_NAME);
        }
        new StatementReader(parts).read(syntax.statement().get());
        return parts.shape();
    }
}
