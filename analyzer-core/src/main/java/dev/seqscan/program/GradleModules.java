package dev.seqscan.program;

import dev.seqscan.source.TextFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads modules from the texts of Gradle files, which are programs: only includes and dependencies that are written out
 * are seen ("Multi-Project Builds", "Declaring Dependencies" of the Gradle manual).
 */
final class GradleModules {

    private static final Pattern DEPENDENCY = Pattern.compile("\\b(\\w+)\\s*+\\(?+\\s*+(?:testFixtures\\s*+\\(\\s*+)?+"
            + "(?:project\\s*+\\(\\s*+(?:path\\s*+[:=]\\s*+)?+[\"']([^\"'\\n]++)[\"']|projects\\.([\\w.]++))");
    private static final Pattern CONFIGURATION =
            Pattern.compile("(?i)\\w*?(?:implementation|api|compile|compileOnly|compileOnlyApi|runtime|runtimeOnly|provided"
                    + "|providedCompile)");
    private static final Pattern LIBRARY =
            Pattern.compile("\\b(\\w++)\\s*+\\(?+\\s*+[\"']([\\w.-]++:[\\w.-]++)(?=[:\"'])");
    private static final Pattern SPRING_BOOT = Pattern.compile("org\\.springframework\\.boot|spring[-.]boot");

    private final Map<String, GradleSettings> settings = new TreeMap<>();
    private final Map<String, String> builds = new TreeMap<>();

    GradleModules(Collection<TextFile> files) {
        for (TextFile file : files) {
            String directory = BuildModule.parent(file.path());
            String text = GradleSettings.withoutComments(file.text());
            if (file.name().startsWith("settings.gradle")) {
                settings.put(directory, new GradleSettings(directory, text));
            } else if (file.name().startsWith("build.gradle")) {
                builds.merge(directory, text, String::concat);
            }
        }
    }

    List<BuildModule> modules() {
        Map<String, String> texts = new TreeMap<>(builds);
        settings.values().forEach(each -> {
            texts.putIfAbsent(each.directory(), "");
            each.directories().forEach(directory -> texts.putIfAbsent(directory, ""));
        });
        return texts.entrySet().stream().map(each -> module(each.getKey(), each.getValue())).toList();
    }

    private BuildModule module(String directory, String text) {
        GradleSettings build = buildOf(directory);
        List<BuildModule.Dependency> dependencies = new ArrayList<>();
        Matcher found = DEPENDENCY.matcher(text);
        while (found.find()) {
            if (CONFIGURATION.matcher(found.group(1)).matches()) {
                boolean test = found.group(1).startsWith("test") || found.group(1).contains("Test");
                build.target(found.group(2), found.group(3)).filter(target -> !target.equals(directory))
                        .ifPresent(target -> dependencies.add(new BuildModule.Dependency(target, test)));
            }
        }
        boolean springBoot = SPRING_BOOT.matcher(text).find()
                || SPRING_BOOT.matcher(builds.getOrDefault(build.directory(), "")).find();
        return new BuildModule(build.nameOf(directory), directory, List.copyOf(dependencies), springBoot, false, libraries(text));
    }

    /** Libraries that are named by their coordinates; those of a version catalogue are not seen. */
    private static Set<String> libraries(String text) {
        return LIBRARY.matcher(text).results().filter(each -> CONFIGURATION.matcher(each.group(1)).matches()
                && !each.group(1).toLowerCase(Locale.ROOT).startsWith("test")).map(each -> each.group(2))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The build that a module belongs to: the nearest settings at or above its directory, or that include it. */
    private GradleSettings buildOf(String directory) {
        for (String at = directory; ; at = BuildModule.parent(at)) {
            GradleSettings found = settings.get(at);
            if (found != null) {
                return found;
            }
            if (at.isEmpty()) {
                return settings.values().stream().filter(each -> each.directories().contains(directory)).findFirst()
                        .orElseGet(() -> new GradleSettings(directory, ""));
            }
        }
    }
}
