package dev.seqscan.schema.liquibase;

import dev.seqscan.source.TextFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The changelogs and scripts of an application, found by the names under which changelogs speak of each other. */
final class ChangelogFiles {

    private final SortedMap<String, Changelog> changelogs = new TreeMap<>();
    private final SortedMap<String, TextFile> scripts = new TreeMap<>();
    private final Map<String, Changelog> plain = new HashMap<>();
    private final Map<String, List<String>> byName = new HashMap<>();

    ChangelogFiles(Collection<Changelog> changelogs, Collection<TextFile> scripts) {
        changelogs.forEach(each -> this.changelogs.put(each.path(), each));
        scripts.forEach(each -> this.scripts.put(each.path(), each));
        scripts.stream().filter(FormattedSql::isFormatted)
                .forEach(each -> this.changelogs.computeIfAbsent(each.path(), key -> FormattedSql.read(each)));
        paths().forEach(path -> byName.computeIfAbsent(nameOf(path), key -> new ArrayList<>()).add(path));
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>(changelogs.keySet());
        scripts.keySet().stream().filter(path -> !changelogs.containsKey(path)).forEach(paths::add);
        return paths;
    }

    /** All changelogs, and formatted scripts, ordered by path. */
    Collection<Changelog> all() {
        return changelogs.values();
    }

    /** The changelog of a name; a plain script is one, too. */
    Optional<Changelog> changelog(String name, boolean relative, String from) {
        return path(name, relative, from).map(this::at);
    }

    /** The script of a name. */
    Optional<TextFile> script(String name, boolean relative, String from) {
        return path(name, relative, from).map(scripts::get);
    }

    private Changelog at(String path) {
        Changelog known = changelogs.get(path);
        return known != null ? known : plain.computeIfAbsent(path, key -> FormattedSql.read(scripts.get(key)));
    }

    /** A name that is not relative is looked for at the roots of the class path, of which each folder may be one. */
    private Optional<String> path(String name, boolean relative, String from) {
        if (relative) {
            String path = normalised(folder(from) + cleaned(name));
            return Optional.of(path).filter(each -> changelogs.containsKey(each) || scripts.containsKey(each));
        }
        String wanted = normalised(cleaned(name));
        return byName.getOrDefault(nameOf(wanted), List.of()).stream()
                .filter(path -> ("/" + path).endsWith("/" + wanted))
                .max(Comparator.comparingInt((String path) -> commonStart(path, from)).thenComparing(Comparator.reverseOrder()));
    }

    /**
     * What lies in a folder and below it, in the order in which Liquibase applies it: that of the paths (Liquibase
     * documentation, "includeAll").
     */
    List<Changelog> folder(String name, boolean relative, String from, String ending) {
        String wanted = "/" + normalised((relative ? folder(from) : "") + cleaned(name)).replaceFirst("/+$", "") + "/";
        return paths().stream().filter(path -> !path.equals(from) && path.endsWith(ending))
                .filter(path -> relative ? ("/" + path).startsWith(wanted) : ("/" + path).contains(wanted))
                .sorted(Comparator.comparing((String path) -> below(path, wanted)).thenComparing(path -> path))
                .map(this::at).toList();
    }

    private static String below(String path, String folder) {
        String rooted = "/" + path;
        return rooted.substring(rooted.indexOf(folder) + folder.length());
    }

    private static String cleaned(String name) {
        return name.strip().replace('\\', '/').replaceFirst("^(?:classpath\\*?|file):", "").replaceFirst("^/+", "");
    }

    private static String normalised(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    private static int commonStart(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
