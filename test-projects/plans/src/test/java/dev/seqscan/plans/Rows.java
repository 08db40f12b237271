package dev.seqscan.plans;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a table. A comment behind a column says how many different values it holds ({@code -- 5 values}), else it is one
 * for ten rows, and for a primary key or {@code unique} one for each. A column that may be null is so in each fourth row.
 */
record Rows(String table, Map<String, String> columns) {

    /** So many that a walk is dear, and few enough for many tables. */
    static final int COUNT = 20_000;

    private static final Pattern TABLE = Pattern.compile("create table (\\w+) \\(\\n(.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern COLUMN =
            Pattern.compile("\\s+(\\w+) +([a-z]+(?: varying)?(?:\\[])?)(.*?)(?:-- (\\d+) values.*)?");
    /** No common divisor with the number of rows, so that each value comes up equally often, in no order. */
    private static final int STEP = 7919;

    /** The rows of all tables of a script. */
    static List<Rows> of(String script) {
        List<Rows> tables = new ArrayList<>();
        Matcher table = TABLE.matcher(script);
        while (table.find()) {
            Map<String, String> columns = new LinkedHashMap<>();
            for (String line : table.group(2).split("\n")) {
                Matcher column = COLUMN.matcher(line);
                if (column.matches() && !List.of("primary", "unique", "foreign", "constraint").contains(column.group(1))) {
                    columns.put(column.group(1), value(column));
                }
            }
            tables.add(new Rows(table.group(1), columns));
        }
        return tables;
    }

    /** The expression of a column's value in the row number {@code i}, in the words of both databases. */
    private static String value(Matcher column) {
        String rest = column.group(3);
        boolean key = rest.contains("primary key") || rest.contains("unique");
        int values = column.group(4) != null ? Integer.parseInt(column.group(4)) : key ? COUNT : COUNT / 10;
        String number = "((i * " + STEP + ") % " + values + " + 1)";
        String value = switch (column.group(2)) {
            case "bigint", "integer" -> number;
            case "numeric" -> "cast(" + number + " as numeric(12, 2))";
            case "varchar", "text" -> "concat('k', lpad(cast(" + number + " as varchar(10)), 6, '0'))";
            case "boolean" -> "(i % 2 = 0)";
            case "timestamp" -> "timestamp '2020-01-01 00:00:00' + i * interval '1' minute";
            case "date" -> "cast(timestamp '2000-01-01 00:00:00' + " + number + " * interval '1' day as date)";
            case "jsonb" -> "jsonb_build_object('kind', concat('k', " + number + "))";
            case "text[]" -> "array[concat('k', " + number + ")]";
            default -> throw new IllegalArgumentException("no values for the type " + column.group(2));
        };
        return key || rest.contains("not null") ? value : "case when i % 4 = 3 then null else " + value + " end";
    }

    /** The statement that fills the table from rows {@code i}. */
    String insert(String numbers) {
        return "insert into " + table + " (" + String.join(", ", columns.keySet()) + ") select "
                + String.join(", ", columns.values()) + " from " + numbers;
    }
}
