package dev.seqscan.query;

import java.util.List;

/** The pattern that a LIKE is given as a value, as far as the text of the value is known: {@code "%" + name + "%"}. */
public final class LikeValue {

    private LikeValue() {
    }

    /** The pattern as SQL: its ends where they are known, else a parameter. */
    public static String sql(Text value) {
        if (value.constant().isPresent()) {
            return "'" + value.constant().get().replace("'", "''") + "'";
        }
        List<Text.Part> parts = value.parts();
        if (parts.isEmpty() || parts.stream().anyMatch(Text.Part::optional)) {
            return "?";
        }
        Text.Part first = parts.get(0);
        Text.Part last = parts.get(parts.size() - 1);
        boolean open = first.knowledge() != Text.Knowledge.HOLE && (first.text().startsWith("%") || first.text().startsWith("_"));
        boolean ends = last.knowledge() != Text.Knowledge.HOLE && last.text().endsWith("%");
        return open ? "concat('%', ?)" : ends ? "concat(?, '%')" : "?";
    }
}
