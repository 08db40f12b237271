package dev.seqscan.query.jooq;

import dev.seqscan.query.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes parts of SQL; what is not known is {@link Text#HOLE}. */
final class Sql {

    /** Words of SQL that are no names as they stand. */
    private static final Set<String> RESERVED = Set.of("all", "and", "any", "as", "asc", "between", "by", "case", "cast",
            "check", "column", "constraint", "create", "cross", "current", "date", "default", "delete", "desc", "distinct",
            "drop", "else", "end", "exists", "false", "fetch", "for", "foreign", "from", "full", "group", "having", "in",
            "index", "inner", "insert", "intersect", "interval", "into", "is", "join", "key", "left", "like", "limit",
            "natural", "not", "null", "offset", "on", "or", "order", "outer", "partition", "primary", "references", "right",
            "row", "rows", "select", "session", "set", "table", "then", "time", "timestamp", "to", "true", "union", "unique",
            "update", "user", "using", "value", "values", "view", "when", "where", "with");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_]\\w*");

    private Sql() {
    }

    /** A name, in quotes where it would be a word of the language. */
    static String quoted(String name) {
        boolean stands = PLAIN.matcher(name).matches() && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
        return stands ? name : '"' + name.replace("\"", "") + '"';
    }

    /** A text in quotes. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The text for people. */
    static String shown(String text) {
        return text.replace("\"", "");
    }

    /** The text with its holes as such. */
    static Text text(String written) {
        List<Text> parts = new ArrayList<>();
        int from = 0;
        for (int hole = written.indexOf(Text.HOLE); hole >= 0; hole = written.indexOf(Text.HOLE, from)) {
            parts.add(Text.of(written.substring(from, hole)));
            parts.add(Text.hole());
            from = hole + Text.HOLE.length();
        }
        parts.add(Text.of(written.substring(from)));
        return Text.joined(parts);
    }
}
