package dev.seqscan.schema;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Chooses and orders the scripts that Flyway would apply to an empty database. */
final class FlywayScripts {

    /** Scripts that Flyway runs around the migrations (Flyway documentation, "Callbacks"). */
    private static final Pattern CALLBACK = Pattern.compile("(?:before|after|create|on)[A-Z]\\w*?(?:__.*)?\\.sql|drop.*\\.sql");

    private final List<Pattern> locations;
    private final Notices notices;

    /** Takes locations as Flyway's setting names them; {@code db/migration} where there is none. */
    FlywayScripts(Collection<String> locations, Notices notices) {
        Collection<String> given = locations.isEmpty() ? List.of("classpath:db/migration") : locations;
        this.locations = given.stream().map(FlywayScripts::pattern).toList();
        this.notices = notices;
    }

    private static Pattern pattern(String location) {
        String path = location.strip().replace('\\', '/').replaceFirst("^(?:classpath|filesystem):", "")
                .replaceFirst("^(?:\\./|/)+", "").replaceFirst("/+$", "");
        StringBuilder regex = new StringBuilder("(?:.*/)?");
        for (String part : path.split("/")) {
            regex.append(part.contains("{vendor}") || part.contains("*") ? "[^/]+/" : Pattern.quote(part) + "/");
        }
        return Pattern.compile(regex + ".*");
    }

    boolean isInLocation(TextFile file) {
        return locations.stream().anyMatch(location -> location.matcher(file.path()).matches());
    }

    /** The scripts of the locations in Flyway's order. All files are of one product. */
    List<TextFile> inOrder(Collection<TextFile> files) {
        List<FlywayFile> named = new ArrayList<>();
        for (TextFile file : files) {
            Optional<FlywayFile> parts = FlywayFile.of(file);
            parts.ifPresent(named::add);
            if (parts.isEmpty() && !CALLBACK.matcher(file.name()).matches()) {
                notices.add(Notice.Kind.NOT_READ, file.path(), 0, "its name is none that Flyway applies");
            }
        }
        named.removeIf(file -> file.kind() == FlywayFile.Kind.UNDO);
        removeBeforeBaseline(named);
        named.sort(FlywayFile.ORDER);
        tellDuplicates(named);
        return named.stream().map(FlywayFile::script).toList();
    }

    /** An empty database starts with the newest baseline (Flyway documentation, "Baseline migrations"). */
    private static void removeBeforeBaseline(List<FlywayFile> files) {
        TreeSet<List<BigInteger>> baselines = new TreeSet<>(FlywayFile::compareVersions);
        files.stream().filter(file -> file.kind() == FlywayFile.Kind.BASELINE).map(FlywayFile::version)
                .forEach(baselines::add);
        if (!baselines.isEmpty()) {
            List<BigInteger> newest = baselines.last();
            files.removeIf(file -> file.kind() == FlywayFile.Kind.VERSIONED
                    && FlywayFile.compareVersions(file.version(), newest) <= 0
                    || file.kind() == FlywayFile.Kind.BASELINE
                    && FlywayFile.compareVersions(file.version(), newest) < 0);
        }
    }

    private void tellDuplicates(List<FlywayFile> files) {
        for (int i = 1; i < files.size(); i++) {
            FlywayFile before = files.get(i - 1);
            FlywayFile file = files.get(i);
            boolean same = !file.version().isEmpty() && file.version().equals(before.version());
            if (same) {
                notices.add(Notice.Kind.DUPLICATE, file.script().path(), 0,
                        "the same version as " + before.script().path() + "; both are applied in the order of their paths");
            }
        }
    }
}
