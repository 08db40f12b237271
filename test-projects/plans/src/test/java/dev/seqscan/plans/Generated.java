package dev.seqscan.plans;

import dev.seqscan.plans.GeneratedTable.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Random pairs, the same in every run.
 *
 * @param script what makes the tables
 */
record Generated(String script, List<Pair> pairs) {

    private static final int TABLES = 50;
    private static final int QUERIES = 20;

    static Generated of(long seed) {
        Random random = new Random(seed);
        StringBuilder script = new StringBuilder();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < TABLES; i++) {
            GeneratedTable table = GeneratedTable.of(i, random);
            script.append(table.script());
            for (int j = 0; j < QUERIES; j++) {
                pairs.add(new Maker(table, random).pair(table.name() + " query " + j));
            }
        }
        return new Generated(script.toString(), pairs);
    }

    /** Makes one query. */
    private static final class Maker {

        private final GeneratedTable table;
        private final Random random;
        private final List<Column> unused;

        Maker(GeneratedTable table, Random random) {
            this.table = table;
            this.random = random;
            this.unused = new ArrayList<>(table.columns());
            Collections.shuffle(unused, random);
        }

        Pair pair(String name) {
            String sql = switch (random.nextInt(10)) {
                case 0 -> "update " + table.name() + " set id = id where " + where("");
                case 1 -> "delete from " + table.name() + " where " + where("");
                case 2 -> table.parent().isEmpty() ? select() : joined();
                case 3 -> table.parent().isEmpty() ? select() : "select * from " + table.parent()
                        + " p where p.id in (select c.parent_id from " + table.name() + " c where " + where("c.") + ")";
                default -> select();
            };
            return new Pair(name, sql, table.name(), HandWritten.indexes(table.script(), table.name()), false);
        }

        private String select() {
            boolean count = random.nextInt(6) == 0;
            String key = table.columns().get(random.nextInt(table.columns().size())).name();
            String order = count || random.nextInt(4) > 0 ? "" : " order by " + key + (random.nextBoolean() ? " desc" : "")
                    + (random.nextBoolean() ? " limit 10" : "");
            return "select " + (count ? "count(*)" : "*") + " from " + table.name() + " where " + where("") + order;
        }

        private String joined() {
            return "select c.* from " + table.name() + " c join " + table.parent() + " p on p.id = c.parent_id where "
                    + where("c.");
        }

        private String where(String alias) {
            int terms = 1 + random.nextInt(3);
            List<String> conditions = new ArrayList<>();
            for (int i = 0; i < terms; i++) {
                conditions.add(random.nextInt(20) == 0 ? "(" + or(alias) + ")" : condition(alias, column()));
            }
            return String.join(" and ", conditions);
        }

        private String or(String alias) {
            return condition(alias, column()) + " or " + condition(alias, column());
        }

        /** Another one each time, so that no condition contradicts another. */
        private Column column() {
            return unused.size() > 1 ? unused.remove(0) : unused.get(0);
        }

        private String condition(String alias, Column column) {
            String name = alias + column.name();
            boolean text = column.type().startsWith("varchar");
            if (column.type().equals("boolean")) {
                return switch (random.nextInt(3)) {
                    case 0 -> name;
                    case 1 -> "not " + name;
                    default -> name + " = {true}";
                };
            }
            return switch (random.nextInt(text ? 16 : 12)) {
                case 0 -> name + " in (" + value(column) + ", " + value(column) + ", " + value(column) + ")";
                case 1 -> name + " between " + value(column, 7) + " and " + value(column, 9);
                case 2 -> name + " < " + value(column, 2 + column.values() / 200);
                case 3 -> name + " <> " + value(column);
                case 4 -> column.nullable() ? name + " is null" : name + " = " + value(column);
                case 5 -> column.nullable() ? name + " is not null" : name + " = " + value(column);
                case 6 -> name + " not in (" + value(column) + ", " + value(column) + ")";
                case 12 -> name + " like '%" + random.nextInt(100) + "%'";
                case 13 -> "lower(" + name + ") = " + value(column);
                case 14 -> "upper(" + name + ") = {'K000007'}";
                case 15 -> name + " like 'k" + String.format("%05d", random.nextInt(Math.max(1, column.values() / 10))) + "%'";
                default -> name + " = " + value(column);
            };
        }

        private String value(Column column) {
            return value(column, 1 + random.nextInt(column.values()));
        }

        private static String value(Column column, int number) {
            String value = switch (column.type().replaceAll("\\(.*", "")) {
                case "bigint", "integer", "numeric" -> String.valueOf(number);
                case "date" -> "date '2000-01-01' + " + number;
                case "timestamp" -> "timestamp '2020-01-01 00:00:00' + interval '" + number + " minutes'";
                default -> String.format("'k%06d'", number);
            };
            return "{" + value + "}";
        }
    }
}
