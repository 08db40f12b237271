package dev.seqscan.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A public artifact, of which a share is taken: whole files, folder by folder. Folders follow in the order of the sums of their
 * names, which is fixed and mixes them; so a larger share holds all of a smaller one, and much the same kinds of code.
 *
 * @param sources the jar with the sources
 * @param classes the jar with the class files and resources
 * @param code Java files, with their lines
 * @param resources with their bytes
 */
record Artifact(String name, Path sources, Path classes, List<Part> code, List<Part> resources) {

    private static final String SOURCES = "-sources.jar";
    private static final String JAVA = "java";
    private static final Set<String> RESOURCES = Set.of("xml", "sql", "properties", "yaml", "yml", "json", "stg");
    private static final Comparator<Part> ORDER =
            Comparator.comparing((Part part) -> part.folderSum()).thenComparing(Part::folder).thenComparing(Part::name);

    /** A file, and how large it is. */
    record Part(String name, long size) {

        private String folder() {
            return name.substring(0, name.lastIndexOf('/') + 1);
        }

        private long folderSum() {
            CRC32 sum = new CRC32();
            sum.update(folder().getBytes(StandardCharsets.UTF_8));
            return sum.getValue();
        }
    }

    /** Whether this is the jar that an artifact is known by. */
    static boolean isSources(Path jar) {
        return jar.toString().endsWith(SOURCES);
    }

    /** The artifact of a jar with sources; the one with classes lies beside it. */
    static Artifact of(Path sources) throws IOException {
        String name = sources.getFileName().toString().replace(SOURCES, "");
        Path classes = sources.resolveSibling(name + ".jar");
        List<Part> code = new ArrayList<>();
        try (ZipFile zip = new ZipFile(sources.toFile())) {
            for (ZipEntry entry : entries(zip).filter(each -> ending(each).equals(JAVA)).toList()) {
                code.add(new Part(entry.getName(), lines(read(zip, entry))));
            }
        }
        code.sort(ORDER);
        return new Artifact(name, sources, classes, code, resources(classes));
    }

    private static List<Part> resources(Path classes) throws IOException {
        try (ZipFile zip = new ZipFile(classes.toFile())) {
            return entries(zip)
                    .filter(each -> RESOURCES.contains(ending(each)) && !each.getName().startsWith("META-INF/maven/"))
                    .map(each -> new Part(each.getName(), each.getSize())).sorted(ORDER).toList();
        }
    }

    /** All files of a jar. */
    static Stream<? extends ZipEntry> entries(ZipFile zip) {
        return zip.stream().filter(each -> !each.isDirectory());
    }

    static byte[] read(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    long lines() {
        return size(code);
    }

    /** The first of some parts, up to a share of their size; the last one if most of it belongs to the share. */
    static List<Part> first(List<Part> parts, double share) {
        double wanted = share * size(parts);
        List<Part> taken = new ArrayList<>();
        long before = 0;
        for (Part part : parts) {
            if (before + part.size / 2.0 <= wanted) {
                taken.add(part);
            }
            before += part.size;
        }
        return taken;
    }

    /** Of all parts together. */
    static long size(List<Part> parts) {
        return parts.stream().mapToLong(Part::size).sum();
    }

    private static String ending(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('.') + 1);
    }

    private static long lines(byte[] text) {
        long lines = 0;
        for (byte each : text) {
            lines += each == '\n' ? 1 : 0;
        }
        return lines;
    }
}
