package dev.seqscan.benchmark;

import dev.seqscan.benchmark.Artifact.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A folder with a Maven project, of which each module is a part of an artifact.
 *
 * @param folder with the sources
 * @param classes a folder with the class files of the same sources
 * @param files number of Java files
 * @param lines number of lines in them
 */
record Tree(Path folder, Path classes, int files, int lines) {

    /** As many lines: of each artifact the same share, and the same share of its resources. */
    static Tree of(List<Path> jars, int lines, Path parent) throws IOException {
        List<Artifact> artifacts = new ArrayList<>();
        for (Path jar : jars) {
            if (Artifact.isSources(jar)) {
                artifacts.add(Artifact.of(jar));
            }
        }
        delete(parent.resolve("" + lines));
        delete(parent.resolve(lines + "-classes"));
        Maker maker = new Maker(parent.resolve("" + lines), parent.resolve(lines + "-classes"));
        double share = lines / (double) artifacts.stream().mapToLong(Artifact::lines).sum();
        for (Artifact artifact : artifacts) {
            maker.add(artifact, share);
        }
        return maker.made();
    }

    /** Removes a folder, if there is one. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static final class Maker {

        private final Path folder;
        private final Path classes;
        private final List<String> modules = new ArrayList<>();
        private int files;
        private int lines;

        Maker(Path folder, Path classes) {
            this.folder = folder;
            this.classes = classes;
        }

        void add(Artifact artifact, double share) throws IOException {
            modules.add(artifact.name());
            Path module = folder.resolve(artifact.name());
            write(module.resolve("pom.xml"), Pom.of(artifact.name()));
            List<Part> code = Artifact.first(artifact.code(), share);
            files += code.size();
            lines += (int) Artifact.size(code);
            write(artifact.sources(), code, module.resolve("src/main/java"));
            write(artifact.classes(), Artifact.first(artifact.resources(), share), module.resolve("src/main/resources"));
            Set<String> taken = new HashSet<>();
            code.forEach(each -> taken.add(each.name().replace(".java", "")));
            try (ZipFile zip = new ZipFile(artifact.classes().toFile())) {
                for (ZipEntry entry : Artifact.entries(zip).filter(each -> isOf(taken, each)).toList()) {
                    write(classes.resolve(entry.getName()), Artifact.read(zip, entry));
                }
            }
        }

        private static void write(Path jar, List<Part> parts, Path target) throws IOException {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (Part part : parts) {
                    write(target.resolve(part.name()), Artifact.read(zip, zip.getEntry(part.name())));
                }
            }
        }

        /** Whether it is the class file of one of some sources, or of a class within. */
        private static boolean isOf(Set<String> sources, ZipEntry entry) {
            return entry.getName().endsWith(".class")
                    && sources.contains(entry.getName().replace(".class", "").replaceFirst("\\$.*", ""));
        }

        private static void write(Path file, byte[] bytes) throws IOException {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        }

        Tree made() throws IOException {
            write(folder.resolve("pom.xml"), Pom.ofAll(modules));
            return new Tree(folder, classes, files, lines);
        }
    }
}
