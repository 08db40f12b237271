package dev.seqscan.run;

import dev.seqscan.AdvisedReport;
import dev.seqscan.Analyzer;
import dev.seqscan.advice.migration.Migration;
import dev.seqscan.finding.Trail;
import dev.seqscan.report.indexes.IndexesReport;
import dev.seqscan.source.ProgressListener;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Map;

/**
 * Advises on indexes and writes the migration that makes them.
 *
 * @param inputs what is read
 * @param folder that the migration goes to
 * @param inPlace whether it goes beside the migrations of the project instead, where there are any
 */
public record IndexesTask(Inputs inputs, File folder, boolean inPlace) implements Task {

    @Override
    public Outcome work(Analyzer analyzer, ProgressListener progress) throws IOException {
        AdvisedReport report = analyzer.advise(inputs.request(Trail.NONE, progress), LocalDateTime.now());
        StringBuilder text = new StringBuilder(new IndexesReport().text(report.advice()));
        for (AdvisedReport.Advised advised : report.advised()) {
            if (advised.migration().isPresent()) {
                text.append(written(advised.migration().get()));
            }
        }
        return new Outcome.Done(text.toString(), Map.of());
    }

    private String written(Migration migration) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Migration.MigrationFile file : migration.files()) {
            boolean beside = inPlace && !file.folder().isEmpty();
            Path target = beside ? inputs.root().toPath().resolve(file.folder()) : folder.toPath();
            Files.createDirectories(target);
            write(target.resolve(file.name()), file.text(), beside);
            text.append("Written: ").append(target.resolve(file.name())).append(beside || file.folder().isEmpty() ? ""
                    : ", which belongs into " + file.folder()).append('\n');
        }
        migration.hints().forEach(hint -> text.append(hint).append('\n'));
        return text.toString();
    }

    /** What stands beside the migrations of the project is never written over; reports of earlier runs are. */
    private static void write(Path file, String text, boolean beside) throws IOException {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    beside ? StandardOpenOption.CREATE_NEW : StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new IOException("The migration could not be written to " + file + ": " + e, e);
        }
    }
}
