package dev.seqscan.report;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that was scanned, and where it lies in its repository.
 *
 * @param root the folder that the places of findings are relative to
 * @param prefix the way to it from the root of the repository, with a slash at its end; empty if it is that root, or if there
 *        is no repository
 */
public record ScannedFolder(Path root, String prefix) {

    /** A folder of which it does not matter where it lies. */
    public static ScannedFolder alone(Path root) {
        return new ScannedFolder(root, "");
    }

    /** A folder in the repository of git around it; {@code .git} is a file in a work tree or a submodule. */
    public static ScannedFolder of(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        for (Path folder = absolute; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                String way = folder.relativize(absolute).toString().replace(File.separatorChar, '/');
                return new ScannedFolder(root, way.isEmpty() ? "" : way + "/");
            }
        }
        return alone(root);
    }

    /** The name of a file from the root of the repository, as code hosts want it, of its name from the scanned folder. */
    public String inRepository(String file) {
        return prefix + file;
    }
}
