package dev.seqscan.source.classfile;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The jars and class folders of a class path. They are opened and their names listed at the first question; the first
 * one that has a class wins. A jar that cannot be read is a notice, and the rest is used.
 */
public final class ClassPath implements ClassLookup, Closeable {

    /** Some hundred jars; beyond it a class path is taken for a mistake and cut with a notice. */
    private static final int MOST_CLASSES = 1_000_000;

    private record Origin(ClassFiles files, Path path) {
    }

    private final List<Path> entries;
    private final Notices notices;
    private final ClassFileReader reader;
    private final List<Origin> opened = new ArrayList<>();
    private Map<String, Origin> origins;

    /** Takes jars and folders in the order of the class path. */
    public ClassPath(List<Path> entries, Notices notices) {
        this.entries = List.copyOf(entries);
        this.notices = notices;
        this.reader = new ClassFileReader(notices);
    }

    @Override
    public Optional<LibraryClass> find(String canonicalName) {
        Map<String, Origin> known = origins();
        for (String candidate : BinaryNames.of(canonicalName)) {
            Origin origin = known.get(candidate);
            if (origin != null) {
                Optional<LibraryClass> found = read(candidate, origin);
                // Outer$Inner may be a class of that very name, which its file tells.
                if (found.isPresent() && found.get().name().equals(canonicalName)) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<LibraryClass> read(String internalName, Origin origin) {
        String place = internalName + ".class in " + origin.path().getFileName();
        try {
            return reader.read(origin.files().read(internalName), place);
        } catch (IOException | RuntimeException unreadable) {
            notices.add(Notice.Kind.NOT_READ, "", 0, place + ": " + unreadable.getMessage());
            return Optional.empty();
        }
    }

    private synchronized Map<String, Origin> origins() {
        if (origins == null) {
            origins = new HashMap<>();
            for (Path entry : entries) {
                list(entry);
            }
        }
        return origins;
    }

    private void list(Path entry) {
        try {
            if (!Files.exists(entry)) {
                notices.add(Notice.Kind.MISSING, "", 0, "class path entry " + entry.getFileName() + " does not exist");
                return;
            }
            Origin origin = new Origin(Files.isDirectory(entry) ? new FolderClasses(entry) : new JarClasses(entry), entry);
            opened.add(origin);
            for (String name : origin.files().names()) {
                if (origins.size() >= MOST_CLASSES) {
                    throw new IOException("the class path has more than " + MOST_CLASSES + " classes");
                }
                origins.putIfAbsent(name, origin);
            }
        } catch (IOException | RuntimeException unreadable) {
            notices.add(Notice.Kind.NOT_READ, "", 0,
                    "class path entry " + entry.getFileName() + ": " + unreadable.getMessage());
        }
    }

    /** Closes the jars; nothing is found afterwards. */
    @Override
    public synchronized void close() throws IOException {
        origins = Map.of();
        for (Origin origin : opened) {
            origin.files().close();
        }
        opened.clear();
    }
}
