package dev.seqscan.query;

import dev.seqscan.source.Place;

/**
 * A statement that a call sends.
 *
 * @param label how a reader knows it: {@code OrderRepository.findByStatus}, {@code EntityManager.createQuery}
 * @param text the JPQL or SQL with unknown parts as {@code ?!}, or the name of a derived query
 * @param place where the text, the annotation or the declaring method's name stands; else the call itself
 * @param entity canonical name of the entity it yields or writes, or empty
 * @param rows how many rows a caller gets
 * @param paging how pages are asked for
 * @param acceptsMany whether one statement serves a whole list of arguments ({@code saveAll}, {@code in :ids})
 * @param advice what its framework offers
 * @param cached whether its result is asked of the query cache first
 * @param fetchesNothingElse whether eager associations that it does not name stay unloaded too, as a fetch graph asks
 */
public record Query(String label, Kind kind, String text, QueryShape shape, Place place, String entity, Rows rows,
        Paging paging, boolean acceptsMany, Advice advice, boolean cached, boolean fetchesNothingElse) {

    /** A query whose result is not cached, and whose plan is that of the mapping. */
    public Query(String label, Kind kind, String text, QueryShape shape, Place place, String entity, Rows rows,
            Paging paging, boolean acceptsMany, Advice advice) {
        this(label, kind, text, shape, place, entity, rows, paging, acceptsMany, advice, false, false);
    }

    /** The language or spelling it comes from. */
    public enum Kind { DERIVED, JPQL, SQL, CRITERIA, CRUD, LOOKUP_BY_ID }

    /** Rows for the caller: at most one, any number, or none at all. */
    public enum Rows { ONE, MANY, NONE }

    /**
     * How a page is asked for.
     *
     * @param form none; by an offset ({@code Pageable}, {@code setFirstResult}, {@code OFFSET}); by key or scroll position;
     *        or a limit alone
     * @param argument index of the argument of the call that says which page, or -1
     * @param counts whether a second statement counts all rows ({@code Page})
     */
    public record Paging(Form form, int argument, boolean counts) {
        /** Forms of paging. */
        public enum Form { NONE, OFFSET, KEYSET, LIMIT }

        /** Everything at once. */
        public static final Paging NONE = new Paging(Form.NONE, -1, false);

        /** What a limit in the text of a statement means. */
        public static Paging of(QueryShape.Limit limit) {
            if (limit.offset() != 0) {
                return new Paging(Form.OFFSET, -1, false);
            }
            return limit.rows() == QueryShape.Limit.UNLIMITED ? NONE : new Paging(Form.LIMIT, -1, false);
        }
    }

    /**
     * What the framework offers instead, as it is written there, so that rules need not know the framework.
     *
     * @param fetch how associations are loaded together, as {@code join fetch or @EntityGraph}; empty where there is no way
     * @param many how many objects are asked for at once, as {@code findAllById(ids)}
     * @param keyset how pages go by key, as {@code Window with ScrollPosition.keyset()}
     */
    public record Advice(String fetch, String many, String keyset) {
        /** No advice. */
        public static final Advice NONE = new Advice("", "", "");
    }

    /** The same with its result in the query cache. */
    public Query withCachedResult() {
        return new Query(label, kind, text, shape, place, entity, rows, paging, acceptsMany, advice, true, fetchesNothingElse);
    }

    /** The same with nothing loaded but what it names. */
    public Query fetchingNothingElse() {
        return new Query(label, kind, text, shape, place, entity, rows, paging, acceptsMany, advice, cached, true);
    }

    /** Whether it changes rows. */
    public boolean writes() {
        return switch (shape.command()) {
            case INSERT, UPDATE, DELETE -> true;
            default -> false;
        };
    }
}
