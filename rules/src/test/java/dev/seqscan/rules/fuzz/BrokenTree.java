package dev.seqscan.rules.fuzz;

import dev.seqscan.source.Notices;
import dev.seqscan.source.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Copies a folder and breaks files of the copy. */
final class BrokenTree {

    private static final List<String> ENDINGS = List.of(".java", ".sql", ".xml", ".yml", ".yaml", ".properties", ".json", ".stg", ".html",
            ".gradle", ".kts");
    private static final long LARGEST = 2_000_000;

    private BrokenTree() {
    }

    /**
     * Copies what SeqScan may read.
     *
     * @param oneOf how many files there are for each that is broken; 1 breaks all of them
     * @return the paths of those that are broken
     */
    static Set<String> copy(Path from, Path to, Mutations mutations, int oneOf) throws IOException {
        Set<String> broken = new TreeSet<>();
        for (String path : paths(from)) {
            byte[] bytes = Files.readAllBytes(from.resolve(path));
            if (mutations.below(oneOf) == 0) {
                broken.add(path);
                bytes = broken(bytes, mutations);
            }
            Files.createDirectories(to.resolve(path).getParent());
            Files.write(to.resolve(path), bytes);
        }
        return broken;
    }

    private static List<String> paths(Path from) throws IOException {
        List<String> paths = new ArrayList<>();
        for (String path : new SourceTree(from, new Notices()).files()) {
            if (ENDINGS.stream().anyMatch(path::endsWith) && Files.size(from.resolve(path)) < LARGEST) {
                paths.add(path);
            }
        }
        return paths;
    }

    /** Mostly as text, now and then as bytes, and sometimes in another encoding. */
    static byte[] broken(byte[] bytes, Mutations mutations) {
        if (mutations.below(10) == 0) {
            return mutations.broken(bytes);
        }
        String text = mutations.broken(new String(bytes, StandardCharsets.UTF_8));
        return switch (mutations.below(40)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16);
            case 1 -> text.getBytes(StandardCharsets.ISO_8859_1);
            case 2 -> text.getBytes(StandardCharsets.UTF_16LE);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }
}
