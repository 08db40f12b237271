package dev.seqscan.source.classfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The class files of a folder, as {@code target/classes}. Symbolic links inside are not followed. */
final class FolderClasses implements ClassFiles {

    private static final String SUFFIX = ".class";
    private static final int MOST_FOLDERS_DEEP = 64;

    private final Path folder;

    FolderClasses(Path folder) {
        this.folder = folder;
    }

    @Override
    public Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        Path start = folder.toRealPath();
        try (Stream<Path> files = Files.walk(start, MOST_FOLDERS_DEEP)) {
            files.map(file -> start.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("META-INF/"))
                    .forEach(name -> names.add(name.substring(0, name.length() - SUFFIX.length())));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        return names;
    }

    @Override
    public byte[] read(String internalName) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(internalName + SUFFIX))) {
            return ClassFiles.readBounded(in);
        }
    }

    @Override
    public void close() {
        // Holds no file open.
    }
}
