package dev.seqscan;

import dev.seqscan.program.Application;
import dev.seqscan.program.Module;
import dev.seqscan.program.ModuleGraph;
import dev.seqscan.source.SourceTree;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts applications together that can be analysed at once: those in which no class name stands twice. Microservices
 * that each have their own {@code Order} are analysed one by one.
 */
final class ApplicationGroups {

    private ApplicationGroups() {
    }

    static List<List<Application>> of(List<Application> applications, ModuleGraph graph, List<CodeFile> code) {
        Map<String, List<String>> classesOf = new HashMap<>();
        for (CodeFile file : code) {
            if (!SourceTree.isTest(file.path())) {
                List<String> names = classesOf.computeIfAbsent(graph.of(file.path()).directory(), key -> new ArrayList<>());
                for (TypeDeclaration type : file.types()) {
                    names.add(file.packageName() + "." + type.name());
                }
            }
        }
        List<List<Application>> groups = new ArrayList<>();
        List<Map<String, String>> homes = new ArrayList<>();
        for (Application application : applications) {
            place(application, classesOf, groups, homes);
        }
        return groups;
    }

    private static void place(Application application, Map<String, List<String>> classesOf, List<List<Application>> groups,
            List<Map<String, String>> homes) {
        for (int i = 0; i < groups.size(); i++) {
            if (fits(application, classesOf, homes.get(i))) {
                groups.get(i).add(application);
                add(application, classesOf, homes.get(i));
                return;
            }
        }
        groups.add(new ArrayList<>(List.of(application)));
        homes.add(new HashMap<>());
        add(application, classesOf, homes.get(homes.size() - 1));
    }

    private static boolean fits(Application application, Map<String, List<String>> classesOf, Map<String, String> homes) {
        for (String directory : application.directories()) {
            for (String name : classesOf.getOrDefault(directory, List.of())) {
                if (!homes.getOrDefault(name, directory).equals(directory)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void add(Application application, Map<String, List<String>> classesOf, Map<String, String> homes) {
        application.directories().forEach(directory ->
                classesOf.getOrDefault(directory, List.of()).forEach(name -> homes.putIfAbsent(name, directory)));
    }

    /** The directories of all modules of a group. */
    static Set<String> directories(List<Application> group) {
        Set<String> directories = new TreeSet<>();
        group.forEach(application -> directories.addAll(application.directories()));
        return directories;
    }

    /** The first application of a group that reaches a module. */
    static Application owner(List<Application> group, Module module) {
        return group.stream().filter(each -> each.directories().contains(module.directory())).findFirst()
                .orElse(group.get(0));
    }
}
