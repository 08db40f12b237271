package dev.seqscan.query;

import dev.seqscan.source.SourceTree;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.stringtemplate.GroupFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Files beside the code that hold statements, found as the class loader finds them: by the end of their path. */
public final class StatementFiles {

    /** No file at all. */
    public static final StatementFiles NONE = new StatementFiles(List.of(), List.of());

    private final Map<String, List<GroupFile>> groups;
    private final Map<String, List<TextFile>> texts;

    /** Takes groups of templates, and files of which each holds one statement; those of tests are left out. */
    public StatementFiles(Collection<GroupFile> groups, Collection<TextFile> texts) {
        this.groups = byName(groups, GroupFile::path);
        this.texts = byName(texts, TextFile::path);
    }

    private static <T> Map<String, List<T>> byName(Collection<T> files, Function<T, String> path) {
        Map<String, List<T>> byName = new HashMap<>();
        files.stream().filter(each -> !SourceTree.isTest(path.apply(each))).sorted(Comparator.comparing(path))
                .forEach(each -> byName.computeIfAbsent(nameOf(path.apply(each)), key -> new ArrayList<>()).add(each));
        return byName;
    }

    /** The group of templates of a resource, as {@code shop/OrderDao.sql.stg}. */
    public Optional<GroupFile> group(String resource) {
        return find(groups, resource, GroupFile::path);
    }

    /** The file of a resource that holds one statement, as {@code shop/OrderDao/findOpen.sql}. */
    public Optional<TextFile> text(String resource) {
        return find(texts, resource, TextFile::path);
    }

    private static <T> Optional<T> find(Map<String, List<T>> files, String resource, Function<T, String> path) {
        String wanted = resource.replaceFirst("^/+", "");
        return files.getOrDefault(nameOf(wanted), List.of()).stream()
                .filter(each -> path.apply(each).equals(wanted) || path.apply(each).endsWith("/" + wanted)).findFirst();
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
