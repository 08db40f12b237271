package dev.seqscan.run;

import dev.seqscan.config.RunSettings;
import dev.seqscan.finding.Level;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** From which level on a finding fails the build. */
public enum FailOnSeverity {
    ERROR(Level.ERROR), WARNING(Level.WARNING), NOTE(Level.NOTE), NEVER(null);

    private final Level mildest;

    FailOnSeverity(Level mildest) {
        this.mildest = mildest;
    }

    /**
     * Reads the value of the parameter.
     *
     * @throws WrongParameter if it is none of the allowed ones
     */
    static FailOnSeverity parse(String value) throws WrongParameter {
        Optional<FailOnSeverity> known = Arrays.stream(values()).filter(one -> one.id().equals(value)).findFirst();
        return known.orElseThrow(() -> new WrongParameter(RunSettings.FAIL_ON_SEVERITY, value,
                "allowed are " + String.join(", ", Arrays.stream(values()).map(FailOnSeverity::id).toList())));
    }

    /** The name in settings. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many of the findings fail the build. */
    public int failing(Map<Level, Integer> findings) {
        return findings.entrySet().stream().filter(each -> mildest != null && each.getKey().compareTo(mildest) >= 0)
                .mapToInt(Map.Entry::getValue).sum();
    }

    /**
     * Why the build fails; empty if it does not.
     *
     * @param findings how many of each level there are
     * @param files that tell more
     * @param spelling gives the name of a parameter as the user writes it
     */
    public Optional<String> verdict(Map<Level, Integer> findings, List<Path> files, UnaryOperator<String> spelling) {
        int failing = failing(findings);
        if (failing == 0) {
            return Optional.empty();
        }
        return Optional.of((failing == 1 ? "1 finding fails" : failing + " findings fail") + " the build ("
                + spelling.apply(RunSettings.FAIL_ON_SEVERITY) + "=" + id() + ")" + (files.isEmpty() ? "" : ", see ")
                + files.stream().map(Path::toString).collect(Collectors.joining(" and ")));
    }
}
