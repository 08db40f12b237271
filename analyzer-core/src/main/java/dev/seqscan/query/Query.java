package dev.seqscan.query;

import dev.seqscan.source.Place;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
 * @param writing how it gets to the database, if it writes
 * @param given the expression of the calling body whose value is the whole text, where no more is known of it
 * @param filter where its conditions begin, if they stand away from its name; else the same as the place
 * @param nested the statements that the mapping of its rows sends by itself
 * @param columns the columns that are read of each row, normalised, where they are all known
 */
public record Query(String label, Kind kind, String text, QueryShape shape, Place place, String entity, Rows rows,
        Paging paging, boolean acceptsMany, Advice advice, boolean cached, boolean fetchesNothingElse, Writing writing,
        Optional<Expression> given, Place filter, List<NestedSelect> nested, Optional<Set<String>> columns) {

    /** A query whose result is not cached and whose plan is that of the mapping, or a write that is sent with the call. */
    public Query(String label, Kind kind, String text, QueryShape shape, Place place, String entity, Rows rows,
            Paging paging, boolean acceptsMany, Advice advice) {
        this(label, kind, text, shape, place, entity, rows, paging, acceptsMany, advice, false, false, Writing.AT_ONCE,
                Optional.empty(), place, List.of(), Optional.empty());
    }

    /** The language or spelling it comes from. */
    public enum Kind { DERIVED, JPQL, SQL, CRITERIA, CRUD, LOOKUP_BY_ID }

    /** Rows for the caller: at most one, any number, or none at all. */
    public enum Rows { ONE, MANY, NONE }

    /**
     * How a page is asked for.
     *
     * @param form none; by an offset ({@code Pageable}, {@code setFirstResult}, {@code OFFSET}); by key or scroll position;
     *        a limit alone; or by skipping rows of the whole result as they arrive
     * @param argument index of the argument of the call that says which page, or -1
     * @param counts whether a second statement counts all rows ({@code Page})
     * @param sorts whether the argument may sort the rows in an order that is not known
     */
    public record Paging(Form form, int argument, boolean counts, boolean sorts) {
        /** A page whose argument, if there is one, may sort the rows. */
        public Paging(Form form, int argument, boolean counts) {
            this(form, argument, counts, argument >= 0);
        }

        /** The same where all is known of how rows are sorted. */
        public Paging sorted() {
            return new Paging(form, argument, counts, false);
        }

        /** Forms of paging. */
        public enum Form { NONE, OFFSET, KEYSET, LIMIT, SKIPPED }

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
     * @param batch how new rows are sent together although the database makes their identifiers now
     * @param plan what may be added to the source, so that it loads a path of associations that lead to one object each
     */
    public record Advice(String fetch, String many, String keyset, String batch, Optional<PlanAddition> plan) {
        /** Advice that changes no source. */
        public Advice(String fetch, String many, String keyset, String batch) {
            this(fetch, many, keyset, batch, Optional.empty());
        }

        /** Advice for statements that insert nothing, or that can be sent together as they are. */
        public Advice(String fetch, String many, String keyset) {
            this(fetch, many, keyset, "");
        }

        /** The same with what may be added to the source. */
        public Advice with(Optional<PlanAddition> addition) {
            return new Advice(fetch, many, keyset, batch, addition);
        }

        /** No advice. */
        public static final Advice NONE = new Advice("", "", "");
    }

    /** When rows that are written reach the database. */
    public enum Delivery {
        /** With the call, each in a round trip of its own. */
        AT_ONCE,
        /** At the end of the transaction, each in a round trip of its own. */
        HELD_BACK,
        /** At the end of the transaction, and in how many round trips is not known. */
        UNKNOWN,
        /** At the end of the transaction, many in one round trip. */
        BATCHED
    }

    /**
     * How a write gets to the database.
     *
     * @param inserts of rows that are new
     * @param changes of rows that are there, and their removal
     * @param asksFirst whether it reads a row before it knows what to write, unless it has been loaded
     * @param ownTransaction whether each call runs in a transaction of its own where there is none, so that nothing is
     *        held back
     * @param eachRow whether a call that means many rows sends a statement for each of them
     */
    public record Writing(Delivery inserts, Delivery changes, boolean asksFirst, boolean ownTransaction, boolean eachRow) {
        /** A statement that is sent with the call. */
        public static final Writing AT_ONCE = new Writing(Delivery.AT_ONCE, Delivery.AT_ONCE, false, false, false);

        /** Whether batches would be sent if the database did not make the identifiers of new rows. */
        public boolean identifiersBlockBatch() {
            return inserts == Delivery.AT_ONCE && changes == Delivery.BATCHED;
        }

        /** The same in a method that begins a transaction where there is none. */
        public Writing inOwnTransaction() {
            return new Writing(inserts, changes, asksFirst, true, eachRow);
        }

        /** The same for a call that means many rows. */
        public Writing ofEachRow() {
            return new Writing(inserts, changes, asksFirst, ownTransaction, true);
        }
    }

    /** The same with its result in the query cache. */
    public Query withCachedResult() {
        return new Query(label, kind, text, shape, place, entity, rows, paging, acceptsMany, advice, true, fetchesNothingElse,
                writing, given, filter, nested, columns);
    }

    /** The same under another name. */
    public Query named(String name) {
        return new Query(name, kind, text, shape, place, entity, rows, paging, acceptsMany, advice, cached, fetchesNothingElse,
                writing, given, filter, nested, columns);
    }

    /** The same with nothing loaded but what it names. */
    public Query fetchingNothingElse() {
        return new Query(label, kind, text, shape, place, entity, rows, paging, acceptsMany, advice, cached, true, writing, given,
                filter, nested, columns);
    }

    /** The same that gets to the database in another way. */
    public Query with(Writing way) {
        return new Query(label, kind, text, shape, place, entity, rows, paging, acceptsMany, advice, cached, fetchesNothingElse,
                way, given, filter, nested, columns);
    }

    /** The same whose conditions begin at a place of their own. */
    public Query filteredAt(Place conditions) {
        return new Query(label, kind, text, shape, place, entity, rows, paging, acceptsMany, advice, cached, fetchesNothingElse,
                writing, given, conditions, nested, columns);
    }

    /** The same with statements that follow for its rows. */
    public Query with(List<NestedSelect> following) {
        return new Query(label, kind, text, shape, place, entity, rows, paging, acceptsMany, advice, cached, fetchesNothingElse,
                writing, given, filter, following, columns);
    }

    /** The same of whose rows a page is asked for. */
    public Query paged(QueryShape limited, Paging page) {
        return new Query(label, kind, text, limited, place, entity, rows, page, acceptsMany, advice, cached, fetchesNothingElse,
                writing, given, filter, nested, columns);
    }

    /** The same of whose rows that is read; nothing where it is not known. */
    public Query reading(Optional<Set<String>> read) {
        return new Query(label, kind, text, shape, place, entity, rows, paging, acceptsMany, advice, cached, fetchesNothingElse,
                writing, given, filter, nested, read);
    }

    /** The same whose text is given, if nothing else is known of it. */
    public Query givenAs(Optional<Expression> value) {
        return new Query(label, kind, text, shape, place, entity, rows, paging, acceptsMany, advice, cached, fetchesNothingElse,
                writing, text.equals(Text.HOLE) ? value : Optional.empty(), filter, nested, columns);
    }

    /** The same with what else is known of its shape and its answer. */
    public Query amended(QueryShape known, Rows answer, boolean forMany, boolean kept) {
        return new Query(label, kind, text, known, place, entity, answer, paging, forMany, advice, kept,
                fetchesNothingElse, writing, given, filter, nested, columns);
    }

    /** Whether all is known that it loads; conditions that were not read choose rows, and load nothing. */
    public boolean isPlanKnown() {
        return shape.unknown().stream().allMatch(each -> kind == Kind.CRITERIA && each.equals(QueryShape.UNREAD_CONDITIONS));
    }

    /** Whether it is about rows of the application: no definition of a table, no setting, nothing of the database's catalogue. */
    public boolean isOfRows() {
        return kind != Kind.SQL || RowStatements.isOne(text);
    }

    /** Whether it changes rows. */
    public boolean writes() {
        return switch (shape.command()) {
            case INSERT, UPDATE, DELETE -> true;
            default -> false;
        };
    }
}
