package dev.seqscan;

import dev.seqscan.program.Application;
import dev.seqscan.program.ModuleGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The applications that are made of modules which see each other, directly or through others. What lies in one family means
 * nothing to another one, so each is analysed by itself: that takes less memory, and where nothing has changed in it, what was
 * found before can be told again.
 *
 * @param directories of its modules, ordered
 * @param others directories of the modules of all other families
 */
record Family(SortedSet<String> directories, List<Application> applications, Set<String> others) {

    static List<Family> of(ModuleGraph graph) {
        List<Application> applications = graph.applications();
        List<SortedSet<String>> all = graph.families();
        Set<String> directories = new TreeSet<>();
        all.forEach(directories::addAll);
        List<Family> families = new ArrayList<>();
        for (SortedSet<String> own : all) {
            Set<String> others = new TreeSet<>(directories);
            others.removeAll(own);
            List<Application> made = applications.stream().filter(each -> own.contains(each.main().directory())).toList();
            families.add(new Family(own, made, others));
        }
        return families;
    }

    /** What was read for it: its own code, and all else that lies in no other family. */
    ReadFiles of(ReadFiles files, ModuleGraph graph) {
        return others.isEmpty() ? files : files.without(isOfOthers(graph));
    }

    Predicate<String> isOfOthers(ModuleGraph graph) {
        return path -> others.contains(graph.of(path).directory());
    }
}
