package dev.seqscan.program;

import dev.seqscan.source.xml.XmlFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads modules from the POMs of a tree. Versions are not compared: one tree is one state of all its modules. */
final class MavenModules {

    private final Map<String, Pom> byDirectory = new TreeMap<>();
    private final Map<String, List<Pom>> byKey = new TreeMap<>();
    private final Set<String> inParts;

    MavenModules(Collection<XmlFile> poms) {
        for (XmlFile file : poms) {
            if (file.root().name().equals("project")) {
                byDirectory.putIfAbsent(file.directory(), new Pom(file));
            }
        }
        index();
        byDirectory.values().forEach(pom -> parentOf(pom).ifPresent(pom::inherit));
        index();
        inParts = inParts();
    }

    /** Done once more when parents are known, since a name may hold a parent's property. */
    private void index() {
        byKey.clear();
        byDirectory.values().forEach(pom -> byKey.computeIfAbsent(pom.key(), key -> new ArrayList<>(1)).add(pom));
    }

    List<BuildModule> modules() {
        return byDirectory.values().stream().map(this::module).toList();
    }

    private Optional<Pom> parentOf(Pom pom) {
        if (pom.parentKey().isEmpty()) {
            return Optional.empty();
        }
        String key = pom.parentKey().get();
        Pom near = byDirectory.get(pom.parentDirectory());
        return near != null && near.key().equals(key) ? Optional.of(near) : nearest(key, pom.directory());
    }

    private BuildModule module(Pom pom) {
        List<BuildModule.Dependency> dependencies = new ArrayList<>();
        for (Pom.Dependency each : pom.dependencies()) {
            nearest(each.key(), pom.directory()).filter(target -> target != pom).ifPresent(target ->
                    dependencies.add(new BuildModule.Dependency(target.directory(), each.test())));
        }
        Set<String> libraries = pom.dependencies().stream().filter(each -> !each.test()).map(Pom.Dependency::key)
                .collect(Collectors.toUnmodifiableSet());
        return new BuildModule(pom.artifactId(), pom.directory(), List.copyOf(dependencies), pom.namesSpringBoot(), isOpen(pom),
                libraries);
    }

    /** Whether it depends on a module of a build of which only parts lie in the tree. */
    private boolean isOpen(Pom pom) {
        return pom.dependencies().stream().anyMatch(each -> !byKey.containsKey(each.key())
                && inParts.contains(each.key().substring(0, each.key().indexOf(':'))));
    }

    /** Groups of POMs that name modules which are not there. */
    private Set<String> inParts() {
        Set<String> groups = new TreeSet<>();
        for (Pom pom : byDirectory.values()) {
            if (pom.modules().stream().anyMatch(each -> !byDirectory.containsKey(each))) {
                groups.add(pom.key().substring(0, pom.key().indexOf(':')));
            }
        }
        return groups;
    }

    /** Where several POMs have the same name, as in variants of one application, the one that shares most of the path. */
    private Optional<Pom> nearest(String key, String from) {
        return byKey.getOrDefault(key, List.of()).stream()
                .max(Comparator.comparingInt((Pom pom) -> sharedSteps(pom.directory(), from))
                        .thenComparing(Pom::directory, Comparator.reverseOrder()));
    }

    private static int sharedSteps(String left, String right) {
        String[] a = left.split("/");
        String[] b = right.split("/");
        int shared = 0;
        while (shared < a.length && shared < b.length && a[shared].equals(b[shared])) {
            shared++;
        }
        return shared;
    }
}
