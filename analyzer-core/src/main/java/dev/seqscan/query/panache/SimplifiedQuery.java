package dev.seqscan.query.panache;

import dev.seqscan.query.Text;
import java.util.Locale;

/**
 * Writes simplified queries out as HQL: {@code status = ?1} is {@code from Order where status = ?1} (Quarkus guide "Simplified
 * Hibernate ORM with Panache", "Simplified queries").
 *
 * @param entity the entity as HQL names it
 * @param values how many values are given beside the text, or -1 where that is not known
 */
record SimplifiedQuery(String entity, int values) {

    /** What {@code find}, {@code list} and {@code stream} mean. */
    Text find(Text given) {
        String start = start(given);
        if (start.startsWith("from ") || start.startsWith("select ") || start.startsWith("with ")) {
            return given;
        }
        String from = "from " + entity;
        if (start.isEmpty()) {
            return Text.of(from);
        }
        boolean clause = start.startsWith("order by ") || start.startsWith("where ");
        return Text.of(from + (clause ? " " : " where ")).plus(clause ? given : condition(given));
    }

    /** What {@code count} means. */
    Text count(Text given) {
        String start = start(given);
        return start.startsWith("select ") || start.startsWith("with ") ? given : Text.of("select count(*) ").plus(find(given));
    }

    /** What {@code delete} means. */
    Text delete(Text given) {
        String start = start(given);
        return start.startsWith("delete ") ? given : Text.of("delete ").plus(find(given));
    }

    /** What {@code update} means. */
    Text update(Text given) {
        String start = start(given);
        if (start.startsWith("update ")) {
            return given;
        }
        if (start.startsWith("from ")) {
            return Text.of("update ").plus(given);
        }
        return Text.of("update " + entity + (start.startsWith("set ") ? " " : " set ")).plus(condition(given));
    }

    /** One word is the name of an attribute that is compared with the only value. */
    private Text condition(Text given) {
        String all = given.full().strip();
        boolean word = values == 1 && all.indexOf(' ') < 0 && all.indexOf('=') < 0;
        return word ? given.plus(Text.of(" = ?1")) : given;
    }

    private static String start(Text given) {
        return given.full().strip().toLowerCase(Locale.ROOT).replaceFirst("\\s+", " ");
    }
}
