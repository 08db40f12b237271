package dev.seqscan.query.mybatis;

import dev.seqscan.query.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The clauses that the methods of MyBatis' {@code SQL} fill, in the order in which {@code AbstractSQL} writes them. */
final class SqlClauses {

    private static final Map<String, String> JOINS = Map.of("JOIN", " join ", "INNER_JOIN", " inner join ",
            "LEFT_OUTER_JOIN", " left outer join ", "RIGHT_OUTER_JOIN", " right outer join ", "OUTER_JOIN", " outer join ");
    private static final Map<String, String> BEGINNINGS = Map.of("UPDATE", "update ", "INSERT_INTO", "insert into ",
            "DELETE_FROM", "delete from ");
    private static final Map<String, String> LIMITS = Map.of("LIMIT", " limit ", "OFFSET", " offset ",
            "OFFSET_ROWS", " offset ", "FETCH_FIRST_ROWS_ONLY", " fetch first ");
    private static final Map<String, String> ROWS = Map.of("OFFSET_ROWS", " rows", "FETCH_FIRST_ROWS_ONLY", " rows only");
    private static final Set<String> LISTS = Set.of("SELECT", "SELECT_DISTINCT", "FROM", "SET", "VALUES", "INTO_COLUMNS",
            "INTO_VALUES", "GROUP_BY", "ORDER_BY");
    private static final Set<String> CONDITIONS = Set.of("WHERE", "HAVING");
    private static final Text OR = Text.of(" OR ");

    private final Map<String, List<Text>> lists = new HashMap<>();
    private Text beginning = Text.EMPTY;
    private Text joins = Text.EMPTY;
    private Text limits = Text.EMPTY;
    private String lastConditions = "WHERE";

    /** Whether a method of that name fills a clause. */
    static boolean isName(String method) {
        return JOINS.containsKey(method) || BEGINNINGS.containsKey(method) || LIMITS.containsKey(method)
                || LISTS.contains(method) || CONDITIONS.contains(method) || method.equals("OR");
    }

    /**
     * Takes one call.
     *
     * @param conditional whether it may not take place
     */
    void add(String method, List<Text> arguments, boolean conditional) {
        List<Text> texts = arguments.stream().map(each -> conditional ? each.optionally() : each).toList();
        if (method.equals("OR")) {
            list(lastConditions).add(conditional ? OR.optionally() : OR);
        } else if (BEGINNINGS.containsKey(method)) {
            beginning = Text.of(BEGINNINGS.get(method)).plus(Text.joined(arguments));
        } else if (JOINS.containsKey(method)) {
            texts.forEach(each -> joins = joins.plus(marked(JOINS.get(method), conditional)).plus(each));
        } else if (LIMITS.containsKey(method)) {
            limits = limits.plus(marked(LIMITS.get(method), conditional)).plus(Text.joined(texts))
                    .plus(marked(ROWS.getOrDefault(method, ""), conditional));
        } else {
            lastConditions = CONDITIONS.contains(method) ? method : lastConditions;
            list(method).addAll(texts);
        }
    }

    private static Text marked(String text, boolean conditional) {
        return conditional ? Text.of(text).optionally() : Text.of(text);
    }

    private List<Text> list(String method) {
        return lists.computeIfAbsent(method, key -> new ArrayList<>());
    }

    /** The statement. */
    Text text() {
        Text head = beginning.full().startsWith("insert") ? inserted() : beginning.parts().isEmpty() ? selected()
                : beginning.plus(joins).plus(behind(" set ", "SET"));
        return head.plus(conditions(" where ", list("WHERE"))).plus(behind(" group by ", "GROUP_BY"))
                .plus(conditions(" having ", list("HAVING"))).plus(order()).plus(limits);
    }

    private Text selected() {
        Text plain = behind("select ", "SELECT");
        Text columns = plain.parts().isEmpty() ? behind("select distinct ", "SELECT_DISTINCT") : plain;
        return columns.plus(behind(" from ", "FROM")).plus(joins);
    }

    /** {@code VALUES("id, name", "#{id}, #{name}")} gives both lists. */
    private Text inserted() {
        List<Text> pairs = list("VALUES");
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            list("INTO_COLUMNS").add(pairs.get(i));
            list("INTO_VALUES").add(pairs.get(i + 1));
        }
        return beginning.plus(behind(" (", "INTO_COLUMNS")).plus(Text.of(")")).plus(behind(" values (", "INTO_VALUES"))
                .plus(Text.of(")"));
    }

    /** Columns and tables, none of which is optional: they choose no rows. */
    private Text behind(String word, String method) {
        return list(method).isEmpty() ? Text.EMPTY : Branches.asCertain(Text.of(word).plus(joined(list(method))));
    }

    /** An order of which a part may be missing is not known. */
    private Text order() {
        boolean open = list("ORDER_BY").stream().anyMatch(Text::hasOptionalParts);
        return open ? Text.of(" order by ").plus(Text.hole()) : behind(" order by ", "ORDER_BY");
    }

    private static Text joined(List<Text> texts) {
        Text joined = Text.EMPTY;
        for (Text each : texts) {
            joined = joined.parts().isEmpty() ? each : joined.plus(Text.of(", ")).plus(each);
        }
        return joined;
    }

    /** Those that are sure come first, since they need no word before them; with alternatives all of them must be sure. */
    private static Text conditions(String word, List<Text> all) {
        boolean alternatives = all.stream().anyMatch(each -> each.full().equals(OR.full()));
        List<Text> sure = all.stream().filter(each -> !each.hasOptionalParts()).toList();
        if (all.isEmpty() || alternatives && sure.size() < all.size()) {
            return all.isEmpty() ? Text.EMPTY : Text.of(word).plus(Text.hole());
        }
        Text text = Text.EMPTY;
        boolean begins = true;
        for (Text each : sure) {
            text = each.equals(OR) ? text.plus(Text.of(") or (")) : text.plus(Text.of(begins ? "" : " and ")).plus(each);
            begins = each.equals(OR);
        }
        Text where = sure.isEmpty() ? Text.EMPTY : Text.of(word + (alternatives ? "(" : "")).plus(text)
                .plus(Text.of(alternatives ? ")" : ""));
        for (Text each : all.stream().filter(Text::hasOptionalParts).toList()) {
            Text before = Text.of(where.parts().isEmpty() ? word : " and ").optionally();
            where = where.plus(Text.BOUNDARY).plus(before).plus(each.optionally()).plus(Text.BOUNDARY);
        }
        return where;
    }
}
