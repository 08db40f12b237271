package dev.seqscan.plans;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pairs of {@code pairs.md}.
 *
 * @param script what makes the tables that both databases understand
 * @param postgresScript what makes the further ones
 * @param expected what the page says of each
 */
record HandWritten(String script, String postgresScript, Map<Pair, Expected> expected) {

    /**
     * What the page says of a pair.
     *
     * @param h2 empty where H2 does not know the syntax
     * @param known the name of the disagreement, or empty
     * @param toCome ids of rules, with {@code not} before those that must be silent
     */
    record Expected(String postgres, String h2, String known, List<String> toCome) {
    }

    static HandWritten read() {
        String page = page();
        StringBuilder both = new StringBuilder();
        StringBuilder postgres = new StringBuilder();
        Map<Pair, Expected> expected = new LinkedHashMap<>();
        StringBuilder script = null;
        for (String line : page.split("\n")) {
            if (line.startsWith("```")) {
                script = line.equals("```sql") ? both : line.equals("```sql postgresql") ? postgres : null;
            } else if (script != null) {
                script.append(line).append('\n');
            } else if (line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| case ")) {
                add(line, both + postgres.toString(), expected);
            }
        }
        return new HandWritten(both.toString(), postgres.toString(), expected);
    }

    private static void add(String line, String script, Map<Pair, Expected> expected) {
        String[] cells = line.split("\\|", -1);
        if (cells.length != 9) {
            throw new IllegalArgumentException("a row has seven cells: " + line);
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip();
        }
        Pair pair = new Pair(cells[1], cells[2], cells[3], indexes(script, cells[3]), !cells[5].equals("-"));
        List<String> toCome = cells[7].isEmpty() ? List.of() : List.of(cells[7].split(", "));
        if (expected.put(pair, new Expected(cells[4], pair.onH2() ? cells[5] : "", cells[6], toCome)) != null) {
            throw new IllegalArgumentException("two rows are the same: " + line);
        }
    }

    /** The lines of a script that make indexes of a table. */
    static List<String> indexes(String script, String table) {
        List<String> indexes = new ArrayList<>();
        Matcher index = Pattern.compile("create (?:unique )?index \\w+ on " + table + " .*").matcher(script);
        while (index.find()) {
            indexes.add(index.group());
        }
        return indexes;
    }

    List<Pair> pairs() {
        return List.copyOf(expected.keySet());
    }

    private static String page() {
        try (InputStream page = HandWritten.class.getResourceAsStream("/pairs.md")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statements of a script; none of ours has a semicolon within. */
    static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        for (String each : script.split(";\\s*\n")) {
            if (!each.isBlank()) {
                statements.add(each.strip());
            }
        }
        return statements;
    }
}
