package dev.seqscan.schema;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions in the names of Flyway's scripts (Flyway documentation, "Migrations", naming). */
public final class FlywayVersions {

    /** Orders names of scripts by their versions; those without one come first. */
    public static final Comparator<String> ORDER = Comparator.comparing(
            (String name) -> version(name).map(FlywayFile::numbers).orElse(List.of()), FlywayFile::compareVersions)
            .thenComparing(Comparator.naturalOrder());

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** A date with or without a time, as {@code 20240131} or {@code 20240131235959}. */
    private static final Pattern DATED = Pattern.compile("20\\d{6}(?:\\d{2}){0,3}");
    private static final String DATE_PATTERN = "yyyyMMddHHmmss";

    private FlywayVersions() {
    }

    /** Whether Flyway applies a script of that name once, at its version. */
    public static boolean isVersioned(String fileName) {
        return version(fileName).isPresent();
    }

    /**
     * A version after all others, written as the newest of them is: the next number, or the date where they are dates.
     *
     * @return empty where none of the names has a version
     */
    public static Optional<String> following(Collection<String> fileNames, LocalDateTime now) {
        return fileNames.stream().flatMap(name -> version(name).stream())
                .max(Comparator.comparing(FlywayFile::numbers, FlywayFile::compareVersions)).map(newest -> following(newest, now));
    }

    private static Optional<String> version(String fileName) {
        Matcher matcher = FlywayFile.VERSIONED.matcher(fileName);
        return matcher.matches() && !matcher.group(1).equals("U") ? Optional.of(matcher.group(2)) : Optional.empty();
    }

    private static String following(String newest, LocalDateTime now) {
        List<MatchResult> numbers = NUMBER.matcher(newest).results().toList();
        MatchResult first = numbers.get(0);
        String today = now.format(DateTimeFormatter.ofPattern(DATE_PATTERN));
        if (DATED.matcher(first.group()).matches() && today.compareTo(first.group()) > 0) {
            String date = today.substring(0, first.group().length());
            return date.equals(first.group()) ? next(newest, numbers) : dated(newest, date, first);
        }
        return next(newest, numbers);
    }

    /** The first version of a day, where each day has several. */
    private static String dated(String newest, String date, MatchResult first) {
        String rest = newest.substring(first.end());
        Matcher number = NUMBER.matcher(rest);
        return date + number.replaceAll(each -> padded("1", each.group().length()));
    }

    private static String next(String newest, List<MatchResult> numbers) {
        MatchResult last = numbers.get(numbers.size() - 1);
        String number = new BigInteger(last.group()).add(BigInteger.ONE).toString();
        return newest.substring(0, last.start()) + padded(number, last.group().length());
    }

    private static String padded(String number, int width) {
        return "0".repeat(Math.max(0, width - number.length())) + number;
    }
}
