package dev.seqscan.program;

import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One POM and the parents of it that lie in the scanned tree (Maven, "POM Reference"). */
final class Pom {

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^${}]+)}");
    private static final int MAX_DEPTH = 16;

    /** A dependency as declared, with properties replaced. */
    record Dependency(String key, String artifactId, boolean test) {
    }

    private final String directory;
    private final XmlElement project;
    private Pom parent;

    Pom(XmlFile file) {
        this.directory = file.directory();
        this.project = file.root();
    }

    String directory() {
        return directory;
    }

    /** Sets the parent, unless it would make a ring. */
    void inherit(Pom candidate) {
        Pom above = candidate;
        for (int i = 0; above != null && i <= MAX_DEPTH; i++, above = above.parent) {
            if (above == this || i == MAX_DEPTH) {
                return;
            }
        }
        parent = candidate;
    }

    /** {@code groupId:artifactId}. */
    String key() {
        return groupId() + ":" + artifactId();
    }

    String artifactId() {
        return project.textOf("artifactId").map(this::interpolate).orElse("");
    }

    private String groupId() {
        return project.textOf("groupId").or(() -> parentElement().flatMap(each -> each.textOf("groupId")))
                .map(this::interpolate).orElse("");
    }

    private Optional<XmlElement> parentElement() {
        return project.child("parent");
    }

    /** The parent's {@code groupId:artifactId} as declared. */
    Optional<String> parentKey() {
        return parentElement().map(each -> each.textOf("groupId").orElse("") + ":" + each.textOf("artifactId").orElse(""));
    }

    /** Where the parent's directory is said to be; the default is the directory above. */
    String parentDirectory() {
        String path = parentElement().flatMap(each -> each.textOf("relativePath")).orElse("../pom.xml");
        String resolved = BuildModule.resolve(directory, path);
        return resolved.endsWith(".xml") ? BuildModule.parent(resolved) : resolved;
    }

    /** The directories of the modules it names. */
    List<String> modules() {
        return project.child("modules").stream().flatMap(block -> block.children("module").stream())
                .map(each -> BuildModule.resolve(directory, interpolate(each.text())))
                .map(each -> each.endsWith(".xml") ? BuildModule.parent(each) : each).toList();
    }

    /** Its own dependencies and those of its parents, profiles that are active by default among them. */
    List<Dependency> dependencies() {
        List<Dependency> all = new ArrayList<>();
        for (Pom each = this; each != null; each = each.parent) {
            for (XmlElement part : each.activeParts()) {
                part.children("dependencies").stream().flatMap(block -> block.children("dependency").stream())
                        .forEach(dependency -> all.add(dependency(dependency)));
            }
        }
        return all;
    }

    private List<XmlElement> activeParts() {
        List<XmlElement> parts = new ArrayList<>(List.of(project));
        project.child("profiles").stream().flatMap(profiles -> profiles.children("profile").stream())
                .filter(Pom::isActiveByDefault).forEach(parts::add);
        return parts;
    }

    /** A profile is active where nothing is set if it says so, or asks for a property to be missing or another. */
    private static boolean isActiveByDefault(XmlElement profile) {
        Optional<XmlElement> activation = profile.child("activation");
        Optional<XmlElement> property = activation.flatMap(each -> each.child("property"));
        return activation.flatMap(each -> each.textOf("activeByDefault")).filter("true"::equals).isPresent()
                || property.flatMap(each -> each.textOf("name")).filter(name -> name.startsWith("!")).isPresent()
                || property.flatMap(each -> each.textOf("value")).filter(value -> value.startsWith("!")).isPresent();
    }

    private Dependency dependency(XmlElement element) {
        String artifact = element.textOf("artifactId").map(this::interpolate).orElse("");
        String key = element.textOf("groupId").map(this::interpolate).orElse("") + ":" + artifact;
        return new Dependency(key, artifact, element.textOf("scope").map(this::interpolate).orElse("").equals("test"));
    }

    /** Whether a dependency, parent or build plugin of it or of its parents is Spring Boot's. */
    boolean namesSpringBoot() {
        boolean depends = dependencies().stream().anyMatch(each -> isSpringBoot(each.artifactId()));
        return depends || inheritsSpringBoot();
    }

    private boolean inheritsSpringBoot() {
        for (Pom each = this; each != null; each = each.parent) {
            boolean byParent = each.parentKey().map(key -> isSpringBoot(key.substring(key.indexOf(':') + 1))).orElse(false);
            boolean byPlugin = each.project.child("build").flatMap(build -> build.child("plugins")).stream()
                    .flatMap(plugins -> plugins.children("plugin").stream())
                    .anyMatch(plugin -> isSpringBoot(plugin.textOf("artifactId").orElse("")));
            if (byParent || byPlugin) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpringBoot(String artifactId) {
        return artifactId.startsWith("spring-boot");
    }

    private String interpolate(String text) {
        String current = text;
        for (int i = 0; i < MAX_DEPTH && current.contains("${"); i++) {
            String next = PROPERTY.matcher(current).replaceAll(found ->
                    Matcher.quoteReplacement(property(found.group(1)).orElse(found.group())));
            if (next.equals(current) || next.length() > 1_000) {
                return current;
            }
            current = next;
        }
        return current;
    }

    private Optional<String> property(String name) {
        String plain = name.startsWith("project.") ? name.substring("project.".length()) : name;
        if (plain.startsWith("parent.")) {
            return parentElement().flatMap(each -> each.textOf(plain.substring("parent.".length())));
        }
        for (Pom each = this; each != null; each = each.parent) {
            Optional<String> own = each.project.child("properties").flatMap(block -> block.textOf(name));
            if (own.isPresent()) {
                return own;
            }
        }
        return switch (plain) {
            case "groupId", "version" -> project.textOf(plain)
                    .or(() -> parentElement().flatMap(each -> each.textOf(plain)));
            case "artifactId" -> project.textOf(plain);
            default -> Optional.empty();
        };
    }
}
