package dev.seqscan.plans;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a database for the plans of pairs. */
final class Judge {

    /** How much cheaper an index must make a statement to be missed. */
    private static final double WORTH = 2;

    private final Plans plans;
    private final Map<String, Rows> tables = new LinkedHashMap<>();

    /** Makes the tables of a script, and fills them. */
    Judge(Plans plans, String script) throws SQLException {
        this.plans = plans;
        plans.run(HandWritten.statements(script));
        for (Rows rows : Rows.of(script)) {
            tables.put(rows.table(), rows);
            plans.fill(rows);
        }
    }

    /** Asks for the plan of each, and for that with the indexes that the rule advises, or with simple ones. */
    List<Judged> judge(List<Pair> pairs, Map<Pair, List<String>> cures) throws SQLException {
        Map<Pair, Judged> judged = new LinkedHashMap<>();
        Map<List<String>, List<Pair>> trials = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            Judged first = walked(pair, Optional.ofNullable(cures.get(pair)));
            judged.put(pair, first);
            if (first.error().isEmpty() && (first.isReported() || !first.plan().findsByIndex(pair.table()))) {
                List<String> indexes = first.cures().orElseGet(() -> simpleIndexes(pair));
                trials.computeIfAbsent(indexes, key -> new ArrayList<>()).add(pair);
            }
        }
        for (Map.Entry<List<String>, List<Pair>> trial : trials.entrySet()) {
            for (Pair pair : trial.getValue()) {
                judged.put(pair, tried(judged.get(pair), trial.getKey()));
            }
        }
        return List.copyOf(judged.values());
    }

    /** What the plan says as the tables are. */
    private Judged walked(Pair pair, Optional<List<String>> cures) {
        try {
            Plan plan = plans.explain(pair.bound());
            return new Judged(pair, verdict(plan, pair.table(), false, false), plan, cures, false, false, "");
        } catch (SQLException e) {
            return new Judged(pair, Verdict.USELESS, new Refused(e.getMessage()), cures, false, false, e.getMessage());
        }
    }

    private Judged tried(Judged judged, List<String> indexes) throws SQLException {
        Pair pair = judged.pair();
        Plan best = plans.explainWith(indexes, pair.bound());
        boolean cured = indexes.isEmpty() ? judged.isReported()
                : indexes.stream().anyMatch(each -> best.names(nameOf(each))) && best.findsByIndex(pair.table());
        boolean cheaper = best.cost() * WORTH <= judged.plan().cost();
        Verdict verdict = verdict(judged.plan(), pair.table(), judged.isReported(), cured && cheaper);
        return new Judged(pair, verdict, judged.plan(), judged.cures(), cured, cheaper, "");
    }

    private static String nameOf(String createIndex) {
        return createIndex.split(" ")[2];
    }

    private static Verdict verdict(Plan plan, String table, boolean reported, boolean worth) {
        if (plan.readsWholeIndex(table)) {
            return worth ? Verdict.WHOLE_INDEX : Verdict.INDEX;
        }
        return plan.findsByIndex(table) ? Verdict.INDEX : worth || reported ? Verdict.WALK : Verdict.USELESS;
    }

    private record Refused(String text) implements Plan {
        @Override
        public boolean findsByIndex(String table) {
            return false;
        }

        @Override
        public boolean readsWholeIndex(String table) {
            return false;
        }

        @Override
        public boolean sorts() {
            return false;
        }

        @Override
        public double cost() {
            return 0;
        }
    }

    /** An index on each column of the table that the query names, and on its text in any case of letters and from the left. */
    private List<String> simpleIndexes(Pair pair) {
        List<String> indexes = new ArrayList<>();
        tables.get(pair.table()).columns().forEach((column, value) -> {
            if (pair.sql().matches(".*\\b" + column + "\\b.*") && !value.contains("jsonb") && !value.contains("array")) {
                String start = "create index simple_" + column;
                indexes.add(start + " on " + pair.table() + " (" + column + ")");
                if (value.contains("concat") && plans instanceof PostgresPlans) {
                    String function = pair.sql().contains("upper(" + column) ? "upper(" : "lower(";
                    indexes.add(start + "_prefix on " + pair.table() + " (" + column + " text_pattern_ops)");
                    indexes.add(start + "_case on " + pair.table() + " (" + function + column + ") text_pattern_ops)");
                }
            }
        });
        return indexes;
    }
}
