package dev.seqscan.advice.migration;

import dev.seqscan.advice.IndexAdvice;
import dev.seqscan.schema.FlywayVersions;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The next versioned script of Flyway, beside the newest one that changed the schema. */
final class FlywayMigration {

    private final String newest;
    private final Collection<String> scripts;
    private final LocalDateTime now;

    /**
     * Takes the scripts that make the schema, of which there is one at least, and all scripts: those that only insert rows have
     * versions too, and folders of other products count on.
     */
    FlywayMigration(List<String> own, Collection<String> scripts, LocalDateTime now) {
        this.newest = own.stream().max(Comparator.comparing(MigrationWriter::name, FlywayVersions.ORDER)).orElseThrow();
        this.scripts = scripts;
        this.now = now;
    }

    Migration write(IndexAdvice advice) {
        String folder = MigrationWriter.folder(newest);
        String name = "V" + version(folder) + "__" + description() + ".sql";
        List<Migration.MigrationFile> files = new ArrayList<>();
        List<String> hints = new ArrayList<>();
        files.add(new Migration.MigrationFile(folder, name, MigrationWriter.script(advice)));
        if (advice.proposed().stream().anyMatch(MigrationWriter::isConcurrent)) {
            // "Script Configuration Files" in Flyway's documentation; PostgreSQL refuses CONCURRENTLY in a transaction.
            files.add(new Migration.MigrationFile(folder, name + ".conf", "executeInTransaction=false\n"));
            hints.add("Since version 9.1 Flyway holds its lock in a transaction, for which CREATE INDEX CONCURRENTLY waits without "
                    + "end: set flyway.postgresql.transactional.lock=false "
                    + "(with Spring Boot spring.flyway.postgresql.transactional-lock=false).");
        }
        return new Migration(files, hints);
    }

    private String version(String folder) {
        String above = MigrationWriter.folder(folder);
        List<String> near = scripts.stream().filter(path -> {
            String of = MigrationWriter.folder(path);
            return of.equals(folder) || of.equals(above) || MigrationWriter.folder(of).equals(above);
        }).map(MigrationWriter::name).toList();
        return FlywayVersions.following(near, now).orElseThrow();
    }

    /** Words are joined as in the newest script. */
    private String description() {
        String name = MigrationWriter.name(newest);
        String words = name.contains("__") ? name.substring(name.indexOf("__") + 2) : "";
        return words.contains("-") && !words.contains("_") ? "add-indexes" : "add_indexes";
    }
}
