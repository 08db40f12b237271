package dev.seqscan.plans;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A table with random columns and indexes.
 *
 * @param parent the table that {@code parent_id} refers to
 * @param script what makes it
 */
record GeneratedTable(String name, String parent, List<Column> columns, String script) {

    /**
     * A column.
     *
     * @param values how many different ones it holds
     */
    record Column(String name, String type, int values, boolean nullable) {

        private String definition(String parent) {
            return name + " " + type + (name.equals("id") ? " primary key"
                    : name.equals("parent_id") ? " not null references " + parent + " (id)" : nullable ? "" : " not null");
        }
    }

    private static final List<Column> KINDS = List.of(column("code", "varchar(40)", Rows.COUNT),
            column("name", "varchar(100)", 4_000),
            column("city", "varchar(80)", 2_000), column("owner_id", "bigint", 2_000), column("amount", "integer", 5_000),
            column("price", "numeric(12,2)", 4_000), column("status", "varchar(20)", 50), column("due", "date", 2_000),
            column("created_at", "timestamp", Rows.COUNT), column("active", "boolean", 2), column("region", "varchar(20)", 200));

    private static Column column(String name, String type, int values) {
        return new Column(name, type, values, false);
    }

    /** A table that may refer to one of those made before. */
    static GeneratedTable of(int number, Random random) {
        String name = "t" + number;
        String parent = number == 0 ? "" : "t" + random.nextInt(number);
        List<Column> columns = new ArrayList<>(List.of(column("id", "bigint", Rows.COUNT)));
        if (!parent.isEmpty()) {
            columns.add(column("parent_id", "bigint", 4_000));
        }
        KINDS.stream().filter(each -> random.nextInt(4) > 0).map(each ->
                new Column(each.name(), each.type(), each.values(), random.nextInt(4) == 0)).forEach(columns::add);
        StringBuilder script = new StringBuilder("create table " + name + " (\n");
        for (Column each : columns) {
            script.append("    ").append(each.definition(parent)).append(each.equals(columns.get(columns.size() - 1)) ? "" : ",")
                    .append(" -- ").append(each.values()).append(" values\n");
        }
        script.append(");\n");
        for (int i = random.nextInt(5); i > 0; i--) {
            script.append(index(name + "_i" + i, name, columns, random));
        }
        return new GeneratedTable(name, parent, columns, script.toString());
    }

    /** Of ten indexes six have one column, three have two. */
    private static String index(String index, String table, List<Column> columns, Random random) {
        List<Column> chosen = new ArrayList<>(columns.subList(1, columns.size()));
        Collections.shuffle(chosen, random);
        int dice = random.nextInt(10);
        String parts = chosen.stream().limit(dice < 6 ? 1 : dice < 9 ? 2 : 3).map(each -> part(each, random))
                .collect(Collectors.joining(", "));
        boolean partial = random.nextInt(8) == 0 && columns.stream().anyMatch(each -> each.name().equals("status"));
        return "create index " + index + " on " + table + " (" + parts + ")" + (random.nextInt(8) == 0 ? " include (id)" : "")
                + (partial ? " where status = 'k000001'" : "") + ";\n";
    }

    private static String part(Column column, Random random) {
        boolean text = column.type().startsWith("varchar");
        return text && random.nextInt(6) == 0 ? "lower(" + column.name() + ")"
                : column.name() + (text && random.nextInt(8) == 0 ? " text_pattern_ops" : random.nextInt(6) == 0 ? " desc" : "");
    }
}
