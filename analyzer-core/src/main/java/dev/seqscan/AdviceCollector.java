package dev.seqscan;

import dev.seqscan.advice.Advisor;
import dev.seqscan.advice.IndexAdvice;
import dev.seqscan.advice.migration.MigrationWriter;
import dev.seqscan.finding.Finding;
import dev.seqscan.rule.Model;
import dev.seqscan.schema.liquibase.Changelog;
import dev.seqscan.source.TextFile;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps what an analysis says of each group of applications, until it is settled and advice can be given. */
final class AdviceCollector implements Analyzer.Judged {

    private final LocalDateTime now;
    private final Map<Model, List<Finding>> judged = new LinkedHashMap<>();
    private List<String> scripts = List.of();
    private List<String> changelogs = List.of();

    AdviceCollector(LocalDateTime now) {
        this.now = now;
    }

    @Override
    public void accept(Model model, ReadFiles files, List<Finding> found) {
        judged.put(model, List.copyOf(found));
        scripts = files.sql().stream().map(TextFile::path).toList();
        changelogs = Stream.concat(files.changelogs().stream().map(Changelog::path),
                files.sql().stream().filter(Changelog::isOne).map(TextFile::path)).toList();
    }

    /** Advises on what is reported. */
    AdvisedReport advised(AnalysisReport report) {
        MigrationWriter writer = new MigrationWriter(scripts, changelogs, now);
        List<AdvisedReport.Advised> all = new ArrayList<>();
        judged.forEach((model, found) -> {
            List<Finding> own = report.findings().stream().filter(each -> found.stream().anyMatch(each::isSame)).toList();
            List<IndexAdvice> advice = new Advisor(model).advise(own);
            advice.forEach(each -> all.add(advised(each, writer, advice.size() > 1)));
        });
        return new AdvisedReport(report, List.copyOf(all));
    }

    private static AdvisedReport.Advised advised(IndexAdvice advice, MigrationWriter writer, boolean oneOfSeveral) {
        return new AdvisedReport.Advised(advice,
                advice.proposed().isEmpty() ? Optional.empty() : Optional.of(writer.write(advice, oneOfSeveral)));
    }
}
