package dev.seqscan.schema;

import dev.seqscan.source.TextFile;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script whose name follows Flyway's convention: {@code V1.2__text.sql}, {@code B1__text.sql}, {@code U1__text.sql},
 * {@code R__text.sql} (Flyway documentation, "Migrations", naming).
 *
 * @param version its numbers without trailing zeros, so that 1.0 is 1; empty for repeatable scripts
 */
record FlywayFile(Kind kind, List<BigInteger> version, String description, TextFile script) {

    /** What the letter at the start says. */
    enum Kind { VERSIONED, BASELINE, UNDO, REPEATABLE }

    /** The order in which Flyway applies them: by version, then the repeatable ones by description. */
    static final Comparator<FlywayFile> ORDER = Comparator
            .comparing((FlywayFile file) -> file.kind() == Kind.REPEATABLE)
            .thenComparing(FlywayFile::version, FlywayFile::compareVersions)
            .thenComparing(file -> file.kind() == Kind.REPEATABLE ? file.description() : "")
            .thenComparing(file -> file.script().path());

    static final Pattern VERSIONED = Pattern.compile("([VBU])(\\d+(?:[._]\\d+)*)(?:__(.*))?\\.sql");
    private static final Pattern REPEATABLE = Pattern.compile("R__(.*)\\.sql");

    /** The parts of a script's name, where it follows the convention. */
    static Optional<FlywayFile> of(TextFile script) {
        Matcher versioned = VERSIONED.matcher(script.name());
        if (versioned.matches()) {
            Kind kind = switch (versioned.group(1)) {
                case "B" -> Kind.BASELINE;
                case "U" -> Kind.UNDO;
                default -> Kind.VERSIONED;
            };
            String description = versioned.group(3) == null ? "" : versioned.group(3);
            return Optional.of(new FlywayFile(kind, numbers(versioned.group(2)), description, script));
        }
        Matcher repeatable = REPEATABLE.matcher(script.name());
        return repeatable.matches()
                ? Optional.of(new FlywayFile(Kind.REPEATABLE, List.of(), repeatable.group(1), script))
                : Optional.empty();
    }

    static List<BigInteger> numbers(String version) {
        List<BigInteger> numbers = new ArrayList<>();
        for (String part : version.split("[._]")) {
            numbers.add(new BigInteger(part));
        }
        while (numbers.size() > 1 && numbers.get(numbers.size() - 1).signum() == 0) {
            numbers.remove(numbers.size() - 1);
        }
        return List.copyOf(numbers);
    }

    /** Compares versions number by number. */
    static int compareVersions(List<BigInteger> left, List<BigInteger> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }
}
