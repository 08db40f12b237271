package dev.seqscan.query;

import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the indexes of a table can do for a statement. An ordered index is searched from its leading column on (PostgreSQL
 * documentation, "Multicolumn Indexes"; MySQL manual, "Multiple-Column Indexes"); where it is in doubt whether an index
 * helps, it is taken to help.
 */
public final class IndexUse {

    /** Methods that search by the leading column; the empty one is the product's default, an ordered index everywhere. */
    private static final Set<String> BY_LEADING_COLUMN = Set.of("", "btree", "hash");
    /** Functions whose names an index spells as statements do. */
    private static final Set<String> CASES_OF_LETTERS = Set.of("lower", "upper");

    private IndexUse() {
    }

    /**
     * Whether some index of the table finds the rows of a predicate.
     *
     * @param all the predicates that hold together with it, which decide whether a partial index may be used
     */
    public static boolean isServed(Table table, Predicate predicate, List<Predicate> all) {
        return table.indexes().stream().anyMatch(index -> serves(index, predicate, all) || holdsOnly(index, predicate));
    }

    /** Values are not known: a column that the condition compares with some must be compared with some, others be named. */
    private static boolean mayImply(String condition, Predicate predicate) {
        boolean equality = predicate.operator() == Operator.EQUAL || predicate.operator() == Operator.IN;
        return mentions(condition, predicate.column()) && (equality || !compares(condition, predicate.column()));
    }

    private static boolean compares(String condition, String column) {
        return Pattern.compile("(?<![\\w$.])" + Pattern.quote(column) + "(?:=| in ?\\()").matcher(condition).find();
    }

    /**
     * A partial index holds just the rows that its condition picks: these need no search. A parameter may ask for any others
     * (PostgreSQL documentation, "Partial Indexes", on parameterized queries).
     */
    private static boolean holdsOnly(Index index, Predicate predicate) {
        boolean named = index.visible() && !index.isWhole() && predicate.function().isEmpty()
                && mentions(index.condition(), predicate.column());
        return named && switch (predicate.operator()) {
            case EQUAL, IN -> predicate.value() == Value.CONSTANT && compares(index.condition(), predicate.column());
            case IS_NULL -> mentions(index.condition(), predicate.column() + " is null");
            default -> false;
        };
    }

    /** Whether an index may hold all rows of which these predicates hold. */
    static boolean covers(Index index, List<Predicate> all) {
        return index.visible() && (index.isWhole() || all.stream().anyMatch(each -> mayImply(index.condition(), each)));
    }

    private static boolean serves(Index index, Predicate predicate, List<Predicate> all) {
        if (!covers(index, all) || index.parts().isEmpty()) {
            return false;
        }
        if (!BY_LEADING_COLUMN.contains(index.method())) {
            // Full text, GIN and their like have operators of their own and need no leading column.
            return index.parts().stream().anyMatch(part -> holds(part, predicate.column()));
        }
        Index.Part first = index.parts().get(0);
        boolean same = predicate.function().isEmpty() ? first.column().equals(predicate.column())
                : isOf(first.expression(), predicate);
        return same && isSearchable(index, predicate.operator()) && isOrdered(first, predicate.operator());
    }

    /** A hash index finds equal values only (PostgreSQL, "Index Types"; InnoDB makes a B-tree instead, see the schema). */
    private static boolean isSearchable(Index index, Operator operator) {
        return index.method().equals("hash") ? operator == Operator.EQUAL || operator == Operator.IN
                : operator.isSearchable() || operator == Operator.LIKE_PARAMETER;
    }

    /**
     * An index by characters finds no range in the order of a language (PostgreSQL, "Operator Classes and Operator Families").
     */
    private static boolean isOrdered(Index.Part part, Operator operator) {
        return operator != Operator.RANGE || !byCharacters(part);
    }

    /** Whether it is ordered by characters, whatever the collation of the column is. */
    static boolean byCharacters(Index.Part part) {
        return part.variant().endsWith("pattern_ops");
    }

    /** Casts and operators have many spellings, so that of them the column alone is asked for. */
    private static boolean isOf(String expression, Predicate predicate) {
        return mentions(expression, predicate.column())
                && (!CASES_OF_LETTERS.contains(predicate.function()) || mentions(expression, predicate.function())
                        || CASES_OF_LETTERS.stream().noneMatch(each -> mentions(expression, each)));
    }

    /**
     * The index that gives rows in the order of the keys, so that nothing need be sorted or read twice.
     *
     * @param pinned columns that the statement compares with one value; they may stand anywhere before the last key
     * @param keys the sort columns in order
     */
    public static Optional<Index> ordering(Table table, Collection<String> pinned, List<String> keys) {
        return table.indexes().stream().filter(index -> index.visible() && index.isWhole() && index.method().matches("|btree"))
                .filter(index -> orders(index, pinned, keys)).findFirst();
    }

    private static boolean orders(Index index, Collection<String> pinned, List<String> keys) {
        List<String> open = new ArrayList<>(keys);
        open.removeAll(pinned);
        for (Index.Part part : index.parts()) {
            if (open.isEmpty()) {
                return true;
            }
            if (part.column().equals(open.get(0)) && !byCharacters(part)) {
                open.remove(0);
            } else if (!pinned.contains(part.column())) {
                return false;
            }
        }
        return open.isEmpty();
    }

    private static boolean holds(Index.Part part, String column) {
        return part.column().equals(column) || mentions(part.expression(), column);
    }

    private static boolean mentions(String text, String column) {
        return !column.isEmpty() && !text.isEmpty()
                && Pattern.compile("(?<![\\w$])" + Pattern.quote(column) + "(?![\\w$])").matcher(text).find();
    }
}
