package dev.seqscan.maven;

import dev.seqscan.finding.Level;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** From which level on a finding fails the build. */
enum FailOnSeverity {
    ERROR(Level.ERROR), WARNING(Level.WARNING), NOTE(Level.NOTE), NEVER(null);

    private final Level mildest;

    FailOnSeverity(Level mildest) {
        this.mildest = mildest;
    }

    /**
     * Reads the value of the parameter.
     *
     * @throws MojoExecutionException if it is none of the allowed ones
     */
    static FailOnSeverity parse(String value) throws MojoExecutionException {
        Optional<FailOnSeverity> known = Arrays.stream(values()).filter(one -> one.id().equals(value)).findFirst();
        return known.orElseThrow(() -> WrongParameter.of("seqscan.failOnSeverity", value,
                "allowed are " + String.join(", ", Arrays.stream(values()).map(FailOnSeverity::id).toList())));
    }

    /** The name in settings. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many of the findings fail the build. */
    int failing(Map<Level, Integer> findings) {
        return findings.entrySet().stream().filter(each -> mildest != null && each.getKey().compareTo(mildest) >= 0)
                .mapToInt(Map.Entry::getValue).sum();
    }
}
