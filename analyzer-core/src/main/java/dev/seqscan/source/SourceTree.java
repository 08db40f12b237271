package dev.seqscan.source;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files of a folder in one order: that of their paths. Hidden folders, build output, {@code node_modules} and links
 * are left out.
 */
public final class SourceTree {

    private static final Set<String> NEVER = Set.of("node_modules", "bower_components", "__pycache__");
    private static final Set<String> OUTPUT = Set.of("target", "build", "out", "bin", "dist");
    private static final List<String> BUILD_FILES = List.of("pom.xml", "build.gradle", "build.gradle.kts", "build.xml");
    private static final Pattern TEST = Pattern.compile(
            "(?:^|/)(?:src/(?:(?:test|integration-?[tT]est|functional-?[tT]est)[^/]*"
                    + "|(?:it|itest|integration|e2e|jmh)(?:[-_A-Z0-9][^/]*)?)|tests?/java)/");

    private final Path root;
    private final Notices notices;

    /** Takes the folder and where to say what cannot be read. */
    public SourceTree(Path root, Notices notices) {
        this.root = root;
        this.notices = notices;
    }

    /** Paths relative to the root with forward slashes, ordered. */
    public List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), 64, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return !folder.equals(root) && isLeftOut(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(relative(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                notices.addPassing(Notice.Kind.NOT_READ, relative(file), 0,
                        "cannot be opened: " + failure.getClass().getSimpleName());
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(files);
        return files;
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** A folder called {@code target} is output where a build file stands beside it; else it may be a package. */
    private static boolean isLeftOut(Path folder) {
        String name = folder.getFileName().toString();
        if (name.startsWith(".") || NEVER.contains(name)) {
            return true;
        }
        return OUTPUT.contains(name) && BUILD_FILES.stream().anyMatch(each -> Files.exists(folder.resolveSibling(each)));
    }

    /** Whether a path lies among test sources. */
    public static boolean isTest(String path) {
        return TEST.matcher(path).find();
    }
}
