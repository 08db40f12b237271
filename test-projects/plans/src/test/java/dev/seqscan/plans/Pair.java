package dev.seqscan.plans;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A query on tables that some script makes.
 *
 * @param name a short sentence, unique among all pairs
 * @param template the query; what an application would pass as a parameter stands in braces, as {@code id = {7}}
 * @param table the table whose access is judged
 * @param indexes the statements that make indexes of that table; they tell why rule and database may differ
 * @param onH2 whether H2 understands the query and the script
 */
record Pair(String name, String template, String table, List<String> indexes, boolean onH2) {

    private static final Pattern VALUE = Pattern.compile("\\{([^}]*)}");

    /** The text that stands in the application. */
    String sql() {
        return VALUE.matcher(template).replaceAll("?");
    }

    /** The text with the values that the application would pass: what a driver lets the database plan. */
    String bound() {
        return VALUE.matcher(template).replaceAll("$1");
    }
}
