package dev.seqscan.schema;

import dev.seqscan.source.TextFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses and orders scripts of projects without a known migration tool. */
final class PlainScripts {

    /**
     * Paths in the order a person would read them: {@code v2.sql} before {@code v10.sql}. Folders that only tell the
     * product are passed over, so that common scripts and those of a product mix; names with Flyway's versions follow
     * the others of their folder.
     */
    static final Comparator<TextFile> NATURAL = Comparator.comparing(Ranked::of, Ranked.ORDER);

    private static final Pattern SPRING_SCHEMA = Pattern.compile("schema(?:-[\\w-]+)?\\.sql");
    private static final Pattern SPRING_DATA = Pattern.compile("data(?:-[\\w-]+)?\\.sql");
    private static final Pattern CREATES_TABLE = Pattern.compile("(?i)\\bCREATE\\s+(?:\\w+\\s+){0,3}TABLE\\b");
    private static final Set<String> REVERSE = Set.of("drop", "rollback", "undo", "down", "uninstall", "teardown",
            "revert", "downgrade", "cleanup", "delete", "destroy");
    private static final Set<String> WHOLE = Set.of("create", "install", "baseline", "init");
    private static final Set<String> STEP = Set.of("upgrade", "update", "patch");
    private static final Set<String> COMMON = Set.of("common", "all", "default", "shared", "generic", "ansi");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern WORDS = Pattern.compile("[^A-Za-z]+");
    private static final int SAMPLE = 1_000_000;

    private PlainScripts() {
    }

    /** Spring Boot's {@code schema.sql}, {@code schema-platform.sql} and the same of {@code data}, in its order. */
    static List<TextFile> ofSpring(Collection<TextFile> files) {
        List<TextFile> schema = named(files, SPRING_SCHEMA);
        if (schema.stream().noneMatch(PlainScripts::createsTable)) {
            return List.of();
        }
        List<TextFile> all = new ArrayList<>(schema);
        Set<String> folders = new TreeSet<>();
        schema.forEach(file -> folders.add(folder(file)));
        named(files, SPRING_DATA).stream().filter(file -> folders.contains(folder(file))).forEach(all::add);
        return tablesFirst(all);
    }

    /** Scripts whose names have no number stand in no order of their own; those that make no table follow those that do. */
    private static List<TextFile> tablesFirst(List<TextFile> scripts) {
        Map<Boolean, List<TextFile>> byLateness = scripts.stream()
                .collect(Collectors.partitioningBy(file -> !DIGITS.matcher(file.name()).find() && !createsTable(file)));
        return Stream.of(false, true).flatMap(late -> byLateness.get(late).stream()).toList();
    }

    private static List<TextFile> named(Collection<TextFile> files, Pattern name) {
        return files.stream().filter(file -> name.matcher(file.name()).matches())
                .sorted(Comparator.comparing((TextFile file) -> file.name().contains("-")).thenComparing(NATURAL)).toList();
    }

    /**
     * All scripts of folders with a script that creates a table, without those that undo; where whole schemas and steps
     * of upgrades lie side by side, only the whole ones, since both lead to the same tables.
     */
    static List<TextFile> ofAnyFolder(Collection<TextFile> files) {
        List<TextFile> forward = files.stream().filter(file -> !says(file, REVERSE)).toList();
        Set<String> folders = new TreeSet<>();
        forward.stream().filter(PlainScripts::createsTable).forEach(file -> folders.add(folder(file)));
        List<TextFile> found = forward.stream().filter(file -> folders.contains(folder(file))).map(Ranked::of)
                .sorted(Ranked.ORDER).map(Ranked::file).toList();
        List<TextFile> whole = found.stream().filter(file -> says(file, WHOLE) && !says(file, STEP)).toList();
        boolean both = whole.stream().anyMatch(PlainScripts::createsTable) && found.stream().anyMatch(file -> says(file, STEP));
        return tablesFirst(both ? found.stream().filter(file -> !says(file, STEP)).toList() : found);
    }

    /** Without the common scripts for which the product has one of the same name. */
    static List<TextFile> withoutReplaced(List<TextFile> common, List<TextFile> ofProduct) {
        Set<String> own = new TreeSet<>();
        ofProduct.forEach(file -> own.add(key(file.path())));
        return common.stream().filter(file -> !own.contains(key(file.path()))).toList();
    }

    /** A script with what decides where it stands, worked out once for all comparisons. */
    private record Ranked(TextFile file, String folder, Optional<FlywayFile> version, String stem) {

        static final Comparator<Ranked> ORDER = Comparator.comparing(Ranked::folder)
                .thenComparing(each -> each.version().isPresent())
                .thenComparing(Ranked::compareNames)
                .thenComparing(each -> each.file().path());

        static Ranked of(TextFile file) {
            return new Ranked(file, key(PlainScripts.folder(file)), FlywayFile.of(file), PlainScripts.stem(file));
        }

        private static int compareNames(Ranked left, Ranked right) {
            return left.version().isPresent() && right.version().isPresent()
                    ? FlywayFile.ORDER.compare(left.version().get(), right.version().get()) : left.stem().compareTo(right.stem());
        }
    }

    /** Without the ending, so that {@code shop.sql} comes before {@code shop-indexes.sql}. */
    private static String stem(TextFile file) {
        return withPaddedNumbers(file.name().replaceFirst("\\.sql$", ""));
    }

    static boolean createsTable(TextFile file) {
        String text = file.text();
        return CREATES_TABLE.matcher(text.substring(0, Math.min(SAMPLE, text.length()))).find();
    }

    private static boolean says(TextFile file, Set<String> words) {
        return WORDS.splitAsStream(file.path().toLowerCase(Locale.ROOT)).anyMatch(words::contains);
    }

    private static String folder(TextFile file) {
        return file.path().substring(0, file.path().length() - file.name().length());
    }

    private static String key(String path) {
        String[] parts = path.split("/");
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            boolean onlyProduct = i < parts.length - 1 && (COMMON.contains(parts[i].toLowerCase(Locale.ROOT))
                    || Products.ofName(parts[i]) != Product.UNKNOWN);
            key.append(onlyProduct ? "" : parts[i] + "/");
        }
        return withPaddedNumbers(key);
    }

    private static String withPaddedNumbers(CharSequence text) {
        return DIGITS.matcher(text).replaceAll(match -> paddedNumber(match.group()));
    }

    /** Numbers with fewer digits come first; the count of digits is put before them. */
    private static String paddedNumber(String digits) {
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        int length = digits.length() - first;
        return (length < 10 ? "00" : length < 100 ? "0" : "") + length + digits.substring(first);
    }
}
