package dev.seqscan.maven;

import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    /** Those of the findings that fail the build. */
    List<Finding> failing(List<Finding> findings) {
        return findings.stream().filter(finding -> mildest != null && finding.level().compareTo(mildest) >= 0).toList();
    }
}
