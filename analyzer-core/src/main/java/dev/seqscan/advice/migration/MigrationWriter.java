package dev.seqscan.advice.migration;

import dev.seqscan.advice.IndexAdvice;
import dev.seqscan.advice.ProposedIndex;
import dev.seqscan.schema.FlywayVersions;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a migration as the project writes its own: for Flyway, for Liquibase, or as a plain script. */
public final class MigrationWriter {

    private final Collection<String> scripts;
    private final Collection<String> changelogs;
    private final LocalDateTime now;

    /**
     * Takes what tells the style of a project.
     *
     * @param scripts the paths of all its SQL scripts
     * @param changelogs the paths of its changelogs in XML, YAML, JSON and SQL
     * @param now for versions that are dates
     */
    public MigrationWriter(Collection<String> scripts, Collection<String> changelogs, LocalDateTime now) {
        this.scripts = List.copyOf(scripts);
        this.changelogs = List.copyOf(changelogs);
        this.now = now;
    }

    /**
     * The migration that makes the proposed indexes.
     *
     * @param oneOfSeveral whether there is advice for other products, too
     */
    public Migration write(IndexAdvice advice, boolean oneOfSeveral) {
        List<String> ofLiquibase = advice.sources().stream().filter(changelogs::contains).toList();
        if (!ofLiquibase.isEmpty()) {
            return new LiquibaseMigration(ofLiquibase, advice.product(), oneOfSeveral).write(advice);
        }
        List<String> ofFlyway = advice.sources().stream().filter(each -> FlywayVersions.isVersioned(name(each))).toList();
        return ofFlyway.isEmpty() ? plain(advice) : new FlywayMigration(ofFlyway, scripts, now).write(advice);
    }

    private static Migration plain(IndexAdvice advice) {
        String name = "indexes-" + advice.product().name().toLowerCase(Locale.ROOT) + ".sql";
        return new Migration(List.of(new Migration.MigrationFile("", name, script(advice))), List.of());
    }

    /** The statements, each with what it serves as a comment. */
    static String script(IndexAdvice advice) {
        return advice.proposed().stream().map(MigrationWriter::statement)
                .collect(Collectors.joining("\n", "-- Indexes that the statements of the application call for.\n\n", ""));
    }

    private static String statement(ProposedIndex index) {
        return "-- " + served(index) + "\n" + index.create() + ";\n";
    }

    /** What an index is for, on one line and without characters that would end a comment. */
    static String served(ProposedIndex index) {
        String names = index.served().stream().map(ProposedIndex.Served::statement).distinct().limit(3)
                .collect(Collectors.joining("; "));
        int more = (int) index.served().stream().map(ProposedIndex.Served::statement).distinct().count() - 3;
        return "serves " + names.replaceAll("[^\\p{Alnum}\\p{Space}.;,:_(){}='\"?*#/-]|--|\\*/|\\R", " ")
                + (more > 0 ? " and " + more + " more" : "");
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String folder(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    /** Whether the product makes an index while the table is written, but in no transaction. */
    static boolean isConcurrent(ProposedIndex index) {
        return index.create().startsWith("CREATE INDEX CONCURRENTLY ");
    }
}
