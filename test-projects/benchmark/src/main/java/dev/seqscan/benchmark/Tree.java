package dev.seqscan.benchmark;

import java.io.IOException;
import java.io.InputStream;
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
 * A folder with a Maven project, of which each module is an artifact.
 *
 * @param folder with the sources
 * @param classes a folder with the class files of the same sources
 * @param files number of Java files
 * @param lines number of lines in them
 */
record Tree(Path folder, Path classes, int files, int lines) {

    private static final String SOURCES = "-sources.jar";
    private static final Set<String> RESOURCES = Set.of("xml", "sql", "properties", "yaml", "yml", "json", "stg");

    /** Whole files until a number of lines is reached: the smallest artifact first, of each the files in their order. */
    static Tree of(List<Path> jars, int lines, Path parent) throws IOException {
        delete(parent.resolve("" + lines));
        Maker maker = new Maker(parent.resolve("" + lines), parent.resolve(lines + "-classes"), lines);
        List<Artifact> artifacts = new ArrayList<>();
        for (Path jar : jars) {
            if (jar.toString().endsWith(SOURCES)) {
                artifacts.add(Artifact.of(jar));
            }
        }
        artifacts.sort(Comparator.comparing(Artifact::lines));
        for (Artifact artifact : artifacts) {
            maker.add(artifact);
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

    private record Artifact(String name, Path sources, Path classes, int lines) {

        static Artifact of(Path sources) throws IOException {
            String name = sources.getFileName().toString().replace(SOURCES, "");
            int lines = 0;
            try (ZipFile zip = new ZipFile(sources.toFile())) {
                for (ZipEntry entry : entries(zip)) {
                    lines += entry.getName().endsWith(".java") ? Tree.lines(read(zip, entry)) : 0;
                }
            }
            return new Artifact(name, sources, sources.resolveSibling(name + ".jar"), lines);
        }
    }

    private static final class Maker {

        private final Path folder;
        private final Path classes;
        private final int wanted;
        private final List<String> modules = new ArrayList<>();
        private int files;
        private int lines;

        Maker(Path folder, Path classes, int wanted) {
            this.folder = folder;
            this.classes = classes;
            this.wanted = wanted;
        }

        void add(Artifact artifact) throws IOException {
            if (lines >= wanted) {
                return;
            }
            modules.add(artifact.name);
            Path module = folder.resolve(artifact.name);
            write(module.resolve("pom.xml"), Pom.of(artifact.name));
            Set<String> taken = sources(artifact, module.resolve("src/main/java"));
            try (ZipFile zip = new ZipFile(artifact.classes.toFile())) {
                for (ZipEntry entry : entries(zip)) {
                    if (RESOURCES.contains(ending(entry)) && !entry.getName().startsWith("META-INF/maven/")) {
                        write(module.resolve("src/main/resources").resolve(entry.getName()), read(zip, entry));
                    } else if (entry.getName().endsWith(".class") && taken.contains(sourceOf(entry))) {
                        write(classes.resolve(entry.getName()), read(zip, entry));
                    }
                }
            }
        }

        /** Returns the names of the files that were taken, without their ending. */
        private Set<String> sources(Artifact artifact, Path target) throws IOException {
            Set<String> taken = new HashSet<>();
            try (ZipFile zip = new ZipFile(artifact.sources.toFile())) {
                for (ZipEntry entry : entries(zip)) {
                    if (lines < wanted && entry.getName().endsWith(".java")) {
                        byte[] text = read(zip, entry);
                        write(target.resolve(entry.getName()), text);
                        files++;
                        lines += Tree.lines(text);
                        taken.add(entry.getName().replace(".java", ""));
                    }
                }
            }
            return taken;
        }

        Tree made() throws IOException {
            write(folder.resolve("pom.xml"), Pom.ofAll(modules));
            return new Tree(folder, classes, files, lines);
        }
    }

    private static List<ZipEntry> entries(ZipFile zip) {
        List<ZipEntry> entries = new ArrayList<>(zip.stream().filter(each -> !each.isDirectory()).toList());
        entries.sort(Comparator.comparing(ZipEntry::getName));
        return entries;
    }

    private static byte[] read(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static int lines(byte[] text) {
        int lines = 0;
        for (byte each : text) {
            lines += each == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static String ending(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('.') + 1);
    }

    /** Of a class file: that of the class around it. */
    private static String sourceOf(ZipEntry entry) {
        return entry.getName().replace(".class", "").replaceFirst("\\$.*", "");
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
