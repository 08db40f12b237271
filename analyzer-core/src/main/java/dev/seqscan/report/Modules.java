package dev.seqscan.report;

import java.util.Comparator;
import java.util.List;

/** Finds the module of a file. */
public final class Modules {

    /** How the module of the scanned folder itself is called. */
    public static final String ROOT = "(root)";

    private final List<String> deepestFirst;

    /** Takes the directories of all modules; that of the scanned folder itself is empty or a dot. */
    public Modules(List<String> directories) {
        this.deepestFirst = directories.stream().sorted(Comparator.comparingInt(String::length).reversed()
                .thenComparing(Comparator.naturalOrder())).toList();
    }

    /** The directory of the module that a file belongs to, or {@link #ROOT}. */
    public String of(String file) {
        return deepestFirst.stream().filter(each -> !each.isEmpty() && !each.equals(".") && file.startsWith(each + "/"))
                .findFirst().orElse(ROOT);
    }
}
