package dev.seqscan.schema;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Of whole schemas of several versions, kept side by side for new installations, only the present one counts. They make most
 * of each other's tables; the present one names no version, or the highest.
 */
final class PresentScripts {

    private static final Pattern TABLE = Pattern.compile("(?i)\\bCREATE\\s+TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?([^\\s(]+)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9.]+");
    private static final Pattern VERSION = Pattern.compile("v?(\\d+(?:\\.\\d+)*)\\.?");
    private static final Comparator<String> HIGHER = Comparator.comparing(PresentScripts::padded);

    /** Where the definitions of tables end and data begins is not known; no schema is this long. */
    private static final int SAMPLE = 5_000_000;

    private final Notices notices;

    PresentScripts(Notices notices) {
        this.notices = notices;
    }

    /** The scripts of one product without those of which a later version is among them; tells which. */
    List<TextFile> of(List<TextFile> scripts) {
        Map<TextFile, Set<String>> made = new LinkedHashMap<>();
        scripts.forEach(each -> made.put(each, tables(each)));
        List<TextFile> present = new ArrayList<>();
        for (TextFile script : scripts) {
            Optional<TextFile> later = scripts.stream().filter(other -> isLater(other, script)
                    && makesTablesOf(script, other, made)).findFirst();
            if (later.isEmpty()) {
                present.add(script);
            } else {
                notices.add(Notice.Kind.NOT_READ, script.path(), 0, "a later version of its tables is " + later.get().path());
            }
        }
        return present;
    }

    private static Set<String> tables(TextFile script) {
        Set<String> tables = new TreeSet<>();
        Matcher matcher = TABLE.matcher(script.text().substring(0, Math.min(SAMPLE, script.text().length())));
        while (matcher.find()) {
            tables.add(Names.normalise(matcher.group(1)));
        }
        return tables;
    }

    /** A script with a version may be a step that makes few tables anew; one without makes the schema of today. */
    private static boolean makesTablesOf(TextFile earlier, TextFile later, Map<TextFile, Set<String>> made) {
        long shared = made.get(earlier).stream().filter(made.get(later)::contains).count();
        boolean step = !versions(later).isEmpty() && shared * 2 <= made.get(later).size();
        return shared * 2 > made.get(earlier).size() && !step;
    }

    private static boolean isLater(TextFile one, TextFile other) {
        List<String> mine = versions(one);
        List<String> others = versions(other);
        if (mine.isEmpty() || others.isEmpty()) {
            return mine.isEmpty() && !others.isEmpty();
        }
        return mine.size() == others.size() && compare(mine, others) > 0;
    }

    private static int compare(List<String> mine, List<String> others) {
        for (int i = 0; i < mine.size(); i++) {
            int order = HIGHER.compare(mine.get(i), others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The versions that a path names, as {@code 1.2.0} in {@code release-1.2.0_schema}; products name none. */
    private static List<String> versions(TextFile script) {
        String path = script.path().toLowerCase(Locale.ROOT).replaceFirst("\\.sql$", "");
        return WORD.matcher(path).results().map(each -> VERSION.matcher(each.group())).filter(Matcher::matches)
                .map(each -> each.group(1)).toList();
    }

    private static String padded(String version) {
        return Stream.of(version.split("\\.")).map(each -> "0".repeat(Math.max(0, 10 - each.length())) + each)
                .collect(Collectors.joining("."));
    }
}
