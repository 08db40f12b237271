package dev.seqscan.program;

import dev.seqscan.source.TextFile;
import dev.seqscan.source.xml.XmlFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The modules of a scanned tree and how they depend on each other, from POMs and from the text of Gradle files. */
public final class ModuleGraph {

    private static final String ROOT = "";

    private final SortedMap<String, BuildModule> builds = new TreeMap<>();
    private final SortedMap<String, Module> modules = new TreeMap<>();
    private final Set<String> withSources = new TreeSet<>();

    private ModuleGraph(List<BuildModule> found, Collection<String> sourcePaths) {
        found.forEach(each -> builds.merge(each.directory(), each, ModuleGraph::merged));
        builds.putIfAbsent(ROOT, new BuildModule("root", ROOT, List.of(), false, false, Set.of()));
        builds.values().forEach(each -> modules.put(each.directory(),
                new Module(each.name().isEmpty() ? "root" : each.name(), each.directory(), reaches(each))));
        sourcePaths.forEach(path -> withSources.add(of(path).directory()));
    }

    /**
     * Reads the modules of a tree. A tree without build files is one module, and so is what lies outside of all modules.
     *
     * @param poms files named {@code pom.xml}
     * @param gradleFiles files named {@code settings.gradle}, {@code build.gradle}, with {@code .kts} or without
     * @param sourcePaths the program code of the tree; a module without any makes no application
     */
    public static ModuleGraph of(Collection<XmlFile> poms, Collection<TextFile> gradleFiles,
            Collection<String> sourcePaths) {
        List<BuildModule> found = new ArrayList<>(new MavenModules(poms).modules());
        found.addAll(new GradleModules(gradleFiles).modules());
        return new ModuleGraph(found, sourcePaths);
    }

    /** A directory that both Maven and Gradle build keeps the name that the POM gives. */
    private static BuildModule merged(BuildModule maven, BuildModule gradle) {
        List<BuildModule.Dependency> dependencies = new ArrayList<>(maven.dependencies());
        dependencies.addAll(gradle.dependencies());
        Set<String> libraries = new TreeSet<>(maven.libraries());
        libraries.addAll(gradle.libraries());
        return new BuildModule(maven.name(), maven.directory(), List.copyOf(dependencies),
                maven.springBoot() || gradle.springBoot(), maven.open() || gradle.open(), Set.copyOf(libraries));
    }

    /** All modules, ordered by directory. The one of the root is always there, even if it holds nothing. */
    public List<Module> modules() {
        return List.copyOf(modules.values());
    }

    /** Whether program code lies in a module; what lies elsewhere belongs to no application by its place. */
    public boolean hasCode(Module module) {
        return withSources.contains(module.directory());
    }

    /** The module that a path belongs to: that of the nearest directory above it. */
    public Module of(String path) {
        String directory = path;
        Module found = null;
        while (found == null) {
            directory = BuildModule.parent(directory);
            found = modules.get(directory);
        }
        return found;
    }

    /**
     * The applications, ordered by the directory of their main module; never empty. Modules that depend on each other in
     * a ring, and that nothing else reaches, are one.
     */
    public List<Application> applications() {
        Set<String> reached = new TreeSet<>();
        for (String directory : withSources) {
            closure(directory).stream().filter(each -> !each.equals(directory)).forEach(reached::add);
        }
        SortedMap<String, Application> applications = new TreeMap<>();
        Set<String> covered = new TreeSet<>();
        withSources.stream().filter(each -> !reached.contains(each)).forEach(each -> add(each, applications, covered));
        withSources.stream().filter(reached::contains).forEach(each -> add(each, applications, covered));
        if (applications.isEmpty()) {
            add(ROOT, applications, covered);
        }
        return List.copyOf(applications.values());
    }

    /**
     * The directories of modules that see each other, directly or through others, ordered; never empty. What lies in one of
     * these families means nothing to another one.
     */
    public List<SortedSet<String>> families() {
        Map<String, SortedSet<String>> familyOf = new TreeMap<>();
        for (String directory : withSources) {
            SortedSet<String> joined = new TreeSet<>();
            for (String each : modules.get(directory).reaches()) {
                joined.add(each);
                joined.addAll(familyOf.getOrDefault(each, new TreeSet<>()));
            }
            joined.forEach(each -> familyOf.put(each, joined));
        }
        List<SortedSet<String>> families = familyOf.values().stream().distinct().toList();
        return families.isEmpty() ? List.of(new TreeSet<>(Set.of(ROOT))) : families;
    }

    private void add(String main, SortedMap<String, Application> applications, Set<String> covered) {
        if (!covered.contains(main)) {
            Application application = application(main);
            applications.put(main, application);
            covered.addAll(application.directories());
        }
    }

    private Application application(String main) {
        SortedSet<String> directories = closure(main);
        List<Module> parts = new ArrayList<>(List.of(modules.get(main)));
        directories.stream().filter(each -> !each.equals(main)).map(modules::get).forEach(parts::add);
        boolean springBoot = directories.stream().anyMatch(each -> builds.get(each).springBoot());
        Set<String> libraries = new TreeSet<>();
        directories.forEach(each -> libraries.addAll(builds.get(each).libraries()));
        return new Application(parts.get(0).name(), List.copyOf(parts), springBoot, Set.copyOf(libraries));
    }

    /** Directories of modules on which others depend, but for their tests only. */
    Set<String> usedByTestsOnly() {
        Set<String> used = new TreeSet<>();
        Set<String> usedByTests = new TreeSet<>();
        for (BuildModule module : builds.values()) {
            module.dependencies().forEach(each -> (each.test() ? usedByTests : used).add(each.directory()));
        }
        usedByTests.removeAll(used);
        return usedByTests;
    }

    /**
     * What a module sees: its dependencies for tests, too, but of those of others only what is not for tests. What modules
     * that are not in the tree bring with them may be any other module that does not depend on it.
     */
    private Set<String> reaches(BuildModule module) {
        SortedSet<String> reached = closure(module.directory());
        module.dependencies().stream().filter(BuildModule.Dependency::test)
                .forEach(each -> reached.addAll(closure(each.directory())));
        if (reached.stream().map(builds::get).anyMatch(each -> each != null && each.open())) {
            builds.keySet().stream().filter(each -> !closure(each).contains(module.directory())).forEach(reached::add);
        }
        return Set.copyOf(reached);
    }

    private SortedSet<String> closure(String start) {
        SortedSet<String> reached = new TreeSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            BuildModule module = builds.get(open.poll());
            module.dependencies().stream().filter(each -> !each.test() && builds.containsKey(each.directory()))
                    .filter(each -> reached.add(each.directory())).forEach(each -> open.add(each.directory()));
        }
        return reached;
    }
}
