package dev.seqscan.maven;

import dev.seqscan.baseline.Baseline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What lies in the folders of the POMs around the one that Maven was started for. It is not taken: paths in it start at its
 * own folder, and a module without the others around it would be judged with half of what there is to know.
 */
final class BuildAround {

    private static final List<String> NAMES = List.of("seqscan.yml", Baseline.NAME);

    private final Path folder;

    BuildAround(Path folder) {
        this.folder = folder;
    }

    /** The settings and baselines that are left out, the nearest first. */
    List<Path> leftOut() {
        List<Path> files = new ArrayList<>();
        Path around = folder.getParent();
        while (around != null && Files.exists(around.resolve("pom.xml"))) {
            NAMES.stream().map(around::resolve).filter(Files::isRegularFile).forEach(files::add);
            around = around.getParent();
        }
        return files;
    }

    /** What to do about such a file. */
    String advice(Path file) {
        return "Not taken: " + file + ", as Maven was started for a module alone. To have it judged within the build around it, "
                + "start Maven in " + file.getParent() + " with -pl " + file.getParent().relativize(folder) + " -am";
    }
}
