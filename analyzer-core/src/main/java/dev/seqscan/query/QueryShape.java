package dev.seqscan.query;

import java.util.List;

/**
 * What a statement asks of the database, the same for every spelling: SQL, JPQL, derived names.
 * Names of tables and columns are normalised (see {@code schema.Names}); an empty name is one that is not known.
 *
 * @param roots the entities or tables it reads or writes, in the order of the text; the first is the root
 * @param predicates every comparison in WHERE, ON and HAVING, subqueries included
 * @param order sort keys in order; empty where the order is open
 * @param limit the rows asked for
 * @param fetches paths of associations from the root that the statement loads with it, as {@code lines.product}
 * @param unknown reasons why parts are missing; empty where everything was understood
 * @param yields canonical name of the class whose entities come back, as that of {@code select o.customer from Order o};
 *        empty where none come back or which is not known
 * @param traits what is said of the statement as a whole, which its comparisons do not show
 */
public record QueryShape(Command command, List<Root> roots, List<Predicate> predicates, List<SortKey> order,
        Limit limit, Projection projection, boolean distinct, boolean grouped, List<String> fetches,
        List<String> unknown, String yields, List<Trait> traits) {

    /** The reason of a statement that is known but for the comparisons which choose its rows. */
    public static final String UNREAD_CONDITIONS = "some of the conditions";

    /** The reason of a statement that is known but for the order of its rows. */
    public static final String UNREAD_ORDER = "the order is put together at run time";

    /** The reason of a statement that is known but for some of its columns. */
    public static final String UNREAD_COLUMNS = "the columns are put together at run time";

    /** With this begins the reason of a statement that neither asks for rows nor changes them, as one that makes a table. */
    public static final String OTHER_FORM = "a statement of the form ";

    /** With this begins the reason of a statement that is longer or deeper than what is read, or took too long. */
    public static final String OUT_OF_BOUNDS = "the statement is out of bounds: ";

    /** A statement of which is not known whose entities come back. */
    public QueryShape(Command command, List<Root> roots, List<Predicate> predicates, List<SortKey> order, Limit limit,
            Projection projection, boolean distinct, boolean grouped, List<String> fetches, List<String> unknown) {
        this(command, roots, predicates, order, limit, projection, distinct, grouped, fetches, unknown, "");
    }

    /** A statement without traits. */
    public QueryShape(Command command, List<Root> roots, List<Predicate> predicates, List<SortKey> order, Limit limit,
            Projection projection, boolean distinct, boolean grouped, List<String> fetches, List<String> unknown, String yields) {
        this(command, roots, predicates, order, limit, projection, distinct, grouped, fetches, unknown, yields, List.of());
    }

    /**
     * Something that costs and that no single comparison shows.
     *
     * @param tables the tables that it is about, if any
     */
    public record Trait(Kind kind, List<String> tables) {

        /** What can be said. */
        public enum Kind {
            /** A subquery counts rows, and the number is compared with zero only. */
            COUNTS_TO_TEST,
            /** No condition links tables of one FROM clause, and the join does not say that this is meant. */
            UNLINKED,
            /** The rows are sorted by a random number. */
            RANDOM_ORDER
        }
    }

    /** What the statement does. */
    public enum Command { SELECT, INSERT, UPDATE, DELETE, OTHER }

    /** What a SELECT returns: whole entities or rows, single columns, a new object, a count, or only whether there is one. */
    public enum Projection { ENTITY, ALL_COLUMNS, COLUMNS, CONSTRUCTOR, COUNT, EXISTS, AGGREGATE, NONE }

    /**
     * A table the statement speaks of.
     *
     * @param entity canonical class name of the entity, or empty in SQL
     * @param table normalised table name, or empty where not known
     * @param alias as written, or empty
     * @param path for a joined association its path from the root, else empty
     * @param subquery whether it stands in a subquery
     */
    public record Root(String entity, String table, String alias, String path, boolean subquery) {
    }

    /**
     * A comparison of one column.
     *
     * @param path the attribute path from its entity in JPQL and derived names, or the column as written in SQL
     * @param function the function around the column in lower case, as {@code lower}, or empty
     * @param optional whether it may be left out or switched off by a parameter ({@code :p is null or ..})
     * @param disjunction 0 where it must hold; else the number of the OR group it belongs to
     * @param value what it is compared with
     * @param branch 0 outside of ORs; else the number of the alternative of its group: those of one alternative hold together,
     *        as {@code a} and {@code b} in {@code (a = ? and b = ?) or c = ?}. An OR within an alternative is part of that
     * @param switched whether it stands in the text at all times and a parameter switches it off: {@code :p is null or ..}
     * @param other what is known of the other side
     */
    public record Predicate(String table, String column, String path, Operator operator, String function,
            boolean optional, int disjunction, Value value, Clause clause, int branch, boolean switched, Other other) {

        /** A comparison of which is not known which alternative of an OR it belongs to. */
        public Predicate(String table, String column, String path, Operator operator, String function, boolean optional,
                int disjunction, Value value, Clause clause) {
            this(table, column, path, operator, function, optional, disjunction, value, clause, 0, false, Other.UNKNOWN);
        }

        /** The same that may be left out. */
        public Predicate optionally() {
            return new Predicate(table, column, path, operator, function, true, disjunction, value, clause, branch, switched,
                    other);
        }

        /** The same as an alternative of an OR; of none if the group is 0. */
        public Predicate alternative(int group, int number) {
            return new Predicate(table, column, path, operator, function, optional, group, value, clause, number, switched,
                    other);
        }

        /** The same of which is known with what it is compared. */
        public Predicate with(Other peer) {
            return new Predicate(table, column, path, operator, function, optional, disjunction, value, clause, branch, switched,
                    peer);
        }

        /** The same with other names. */
        public Predicate named(String otherTable, String otherColumn, String otherPath) {
            return new Predicate(otherTable, otherColumn, otherPath, operator, function, optional, disjunction, value, clause,
                    branch, switched, other);
        }
    }

    /**
     * The other side of a comparison, as far as it is one column or a value of a known kind.
     *
     * @param table the table of the column, or that from which a subquery selects the column; empty where it is none
     * @param column that column, or empty
     * @param kind what sort of value it is, where it is a literal or a parameter of a known type
     * @param literal the value as SQL writes it, where it is one text, number or truth value; else empty
     */
    public record Other(String table, String column, Kind kind, String literal) {

        /** A side that is no literal. */
        public Other(String table, String column, Kind kind) {
            this(table, column, kind, "");
        }

        /** A truth value. */
        public static Other ofTruth(boolean value) {
            return new Other("", "", Kind.UNKNOWN, String.valueOf(value));
        }

        /** Nothing is known. */
        public static final Other UNKNOWN = new Other("", "", Kind.UNKNOWN);

        /** Sorts of values that databases convert into each other. */
        public enum Kind { TEXT, NUMBER, UNKNOWN }
    }

    /** Operators, as far as an index treats them differently. */
    public enum Operator {
        EQUAL, IN, RANGE, LIKE_PREFIX, LIKE_ANYWHERE, LIKE_PARAMETER, NOT_EQUAL, NOT_IN, IS_NULL, IS_NOT_NULL, IS_TRUE, OTHER;

        /** Whether a B-tree index whose leading column this is can be searched with it. */
        public boolean isSearchable() {
            return switch (this) {
                case EQUAL, IN, RANGE, LIKE_PREFIX, IS_NULL, IS_TRUE -> true;
                default -> false;
            };
        }

        /** Whether it pins the column to one value or a list of values. */
        public boolean isEquality() {
            return this == EQUAL || this == IN || this == IS_NULL || this == IS_TRUE;
        }
    }

    /** What a column is compared with. */
    public enum Value { PARAMETER, CONSTANT, COLUMN, SUBQUERY, NONE, UNKNOWN }

    /** Where the comparison stands. */
    public enum Clause { WHERE, ON, HAVING, SUBQUERY }

    /** A sort key; {@code table} and {@code column} are empty for expressions and unknown names. */
    public record SortKey(String table, String column, String path, boolean descending) {
    }

    /**
     * How many rows are asked for and how many are skipped.
     *
     * @param rows the constant number of rows, {@link #UNLIMITED}, or {@link #VARIABLE} for a parameter
     * @param offset the constant number of rows skipped, 0 for none, or {@link #VARIABLE}
     */
    public record Limit(int rows, int offset) {
        /** No limit. */
        public static final int UNLIMITED = -1;
        /** A number that is known at run time only. */
        public static final int VARIABLE = -2;
        /** No limit and no offset. */
        public static final Limit NONE = new Limit(UNLIMITED, 0);
    }

    /** Whether all is known that chooses its rows; the order and the columns may be unknown. */
    public boolean knowsFilters() {
        return unknown.stream().allMatch(each -> each.equals(UNREAD_ORDER) || each.equals(UNREAD_COLUMNS));
    }

    /** Whether a list of values that is given at run time says which rows are meant. */
    public boolean takesList() {
        return predicates.stream().anyMatch(each -> each.operator() == Operator.IN && each.value() == Value.PARAMETER);
    }

    /** What is said of the statement as a whole, of one kind. */
    public List<Trait> traits(Trait.Kind kind) {
        return traits.stream().filter(each -> each.kind() == kind).toList();
    }

    /** The same statement with other predicates. */
    public QueryShape withPredicates(List<Predicate> others) {
        return new QueryShape(command, roots, others, order, limit, projection, distinct, grouped, fetches, unknown, yields,
                traits);
    }

    /** The same statement whose rows are sorted further, as a page asks. */
    public QueryShape sortedBy(List<SortKey> more) {
        List<SortKey> all = java.util.stream.Stream.concat(order.stream(), more.stream()).toList();
        return new QueryShape(command, roots, predicates, all, limit, projection, distinct, grouped, fetches, unknown, yields, traits);
    }

    /** The same statement with another limit. */
    public QueryShape withLimit(Limit other) {
        return new QueryShape(command, roots, predicates, order, other, projection, distinct, grouped, fetches,
                unknown, yields, traits);
    }

    /** The same statement with another command. */
    public QueryShape withCommand(Command other) {
        return new QueryShape(other, roots, predicates, order, limit, projection, distinct, grouped, fetches,
                unknown, yields, traits);
    }

    /** The same statement with another projection. */
    public QueryShape withProjection(Projection other) {
        return new QueryShape(command, roots, predicates, order, limit, other, distinct, grouped, fetches,
                unknown, yields, traits);
    }

    /** The same statement that loads these paths too, as an entity graph makes it. */
    public QueryShape withFetches(List<String> more) {
        List<String> all = java.util.stream.Stream.concat(fetches.stream(), more.stream()).distinct().toList();
        return new QueryShape(command, roots, predicates, order, limit, projection, distinct, grouped, all,
                unknown, yields, traits);
    }

    /** The same statement of which that is said as a whole. */
    public QueryShape withTraits(List<Trait> others) {
        return new QueryShape(command, roots, predicates, order, limit, projection, distinct, grouped, fetches, unknown, yields,
                others);
    }

    /** The same statement with one more reason why parts are missing. */
    public QueryShape withUnknown(String reason) {
        List<String> all = java.util.stream.Stream.concat(unknown.stream(), java.util.stream.Stream.of(reason))
                .distinct().toList();
        return new QueryShape(command, roots, predicates, order, limit, projection, distinct, grouped, fetches,
                all, yields, traits);
    }

    /** A statement of which nothing is known but the reason. */
    public static QueryShape unknown(String reason) {
        return new QueryShape(Command.OTHER, List.of(), List.of(), List.of(), Limit.NONE, Projection.NONE, false, false,
                List.of(), List.of(reason));
    }
}
