package dev.seqscan.report.html;

import java.util.Comparator;
import java.util.List;

/** Finds the module of a file. */
final class Modules {

    /** How the module of the scanned folder itself is called. */
    static final String ROOT = "(root)";

    private final List<String> deepestFirst;

    /** Takes the directories of all modules. */
    Modules(List<String> directories) {
        this.deepestFirst = directories.stream().sorted(Comparator.comparingInt(String::length).reversed()
                .thenComparing(Comparator.naturalOrder())).toList();
    }

    String of(String file) {
        return deepestFirst.stream().filter(each -> !each.isEmpty() && !each.equals(".") && file.startsWith(each + "/"))
                .findFirst().orElse(ROOT);
    }
}
