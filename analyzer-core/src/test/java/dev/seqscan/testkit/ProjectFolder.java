package dev.seqscan.testkit;

import dev.seqscan.source.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the files of a case into a folder, for an analysis that reads from disk. */
public final class ProjectFolder {

    private ProjectFolder() {
    }

    /** Writes the files of the case below the folder, as UTF-8; gives the folder. */
    public static Path write(Case project, Path folder) {
        return write(project.files(), folder);
    }

    /**
     * Writes files below the folder, as UTF-8; gives the folder.
     *
     * @throws IllegalArgumentException if a path leads out of the folder
     */
    public static Path write(List<TextFile> files, Path folder) {
        for (TextFile file : files) {
            Path target = folder.resolve(file.path()).normalize();
            if (!target.startsWith(folder.normalize())) {
                throw new IllegalArgumentException(file.path() + " leads out of the folder");
            }
            try {
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.text(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(file.path(), e);
            }
        }
        return folder;
    }
}
