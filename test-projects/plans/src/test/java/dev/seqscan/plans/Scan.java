package dev.seqscan.plans;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An application that sends the queries of all pairs, each on a line of its own, and what the rule says of them. */
final class Scan {

    /** The others speak where there is an index that a function or an OR makes useless. */
    private static final Set<String> RULES_OF_FILTERS =
            Set.of("unindexed-filter", "function-on-indexed-column", "or-across-columns");
    private static final RuleCatalog RULES = RuleCatalog.load(Scan.class.getClassLoader());
    private static final Pattern CURE = Pattern.compile("CREATE INDEX [^;]*?\\)(?=[.;](?: |$))");
    private static final int QUERIES_PER_CLASS = 100;

    private final Path root;
    private final Map<String, Pair> byLine = new TreeMap<>();
    private final Map<Set<String>, Map<Pair, List<String>>> curesOf = new HashMap<>();

    /** Writes the application into an empty folder. */
    Scan(Path root, String script, String url, List<Pair> pairs) throws IOException {
        this.root = root;
        write("src/main/resources/db/migration/V1__tables.sql", script);
        write("src/main/resources/application.properties", "spring.datasource.url=" + url + "\n");
        StringBuilder sizes = new StringBuilder("tables:\n");
        Rows.of(script).forEach(each -> sizes.append("  ").append(each.table()).append(": {rows: 1000000}\n"));
        write("seqscan.yml", sizes.toString());
        for (int i = 0; i < pairs.size(); i += QUERIES_PER_CLASS) {
            repository(i / QUERIES_PER_CLASS, pairs.subList(i, Math.min(pairs.size(), i + QUERIES_PER_CLASS)));
        }
    }

    private void repository(int number, List<Pair> pairs) throws IOException {
        String file = "src/main/java/com/shop/Queries" + number + ".java";
        StringBuilder text = new StringBuilder("package com.shop;\n\n"
                + "import java.util.List;\nimport java.util.Map;\nimport org.springframework.jdbc.core.JdbcTemplate;\n\n"
                + "class Queries" + number + " {\n    private final JdbcTemplate jdbc;\n\n"
                + "    Queries" + number + "(JdbcTemplate jdbc) {\n        this.jdbc = jdbc;\n    }\n");
        for (int i = 0; i < pairs.size(); i++) {
            String sql = pairs.get(i).sql();
            String call = sql.startsWith("select") ? "queryForList" : "update";
            text.append("\n    Object query").append(i).append("(Object... values) {\n");
            byLine.put(file + ":" + (text.chars().filter(each -> each == '\n').count() + 1), pairs.get(i));
            text.append("        return jdbc.").append(call).append("(\"").append(sql.replace("\"", "\\\""))
                    .append("\", values);\n    }\n");
        }
        write(file, text.append("}\n").toString());
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** The indexes that the rules of filters advise to make, by the pair for which they do. */
    Map<Pair, List<String>> cures() {
        return cures(RULES_OF_FILTERS);
    }

    /** The indexes that these rules advise to make, if they alone speak, by the pair for which they do. */
    Map<Pair, List<String>> cures(Set<String> rules) {
        return curesOf.computeIfAbsent(rules, this::analyze);
    }

    private Map<Pair, List<String>> analyze(Set<String> rules) {
        List<Rule> alone = RULES.entries().stream().filter(each -> rules.contains(each.card().id()))
                .map(RuleCatalog.Entry::rule).toList();
        AnalysisRequest request = new AnalysisRequest(root, List.of(), Set.of(), false, true, line -> { });
        AnalysisReport report = new Analyzer(RuleCatalog.of(alone)).analyze(request);
        Map<Pair, List<String>> cures = new LinkedHashMap<>();
        report.findings().forEach(each -> tell(each, cures));
        return cures;
    }

    private void tell(Finding finding, Map<Pair, List<String>> cures) {
        List<String> indexes = new ArrayList<>();
        Matcher cure = CURE.matcher(finding.message());
        while (cure.find()) {
            indexes.add(cure.group());
        }
        String table = finding.subject().substring(0, finding.subject().indexOf('.'));
        List<String> places = new ArrayList<>(List.of(finding.place().file() + ":" + finding.place().line()));
        finding.related().stream().map(Step::place).forEach(each -> places.add(each.file() + ":" + each.line()));
        places.stream().map(byLine::get).filter(each -> each != null && each.table().equals(table))
                .forEach(each -> cures.put(each, indexes));
    }
}
