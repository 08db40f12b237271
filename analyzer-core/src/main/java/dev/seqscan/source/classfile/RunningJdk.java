package dev.seqscan.source.classfile;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The classes of the JDK that SeqScan runs on, read from its run-time image (JEP 220). A program that is built for a
 * newer JDK may name classes that are not there; methods that collections have since are known all the same.
 */
public final class RunningJdk implements ClassLookup {

    private final ClassFileReader reader;
    private final Notices notices;
    private final FileSystem image = FileSystems.getFileSystem(URI.create("jrt:/"));
    private final Map<String, String> moduleOfPackage = new HashMap<>();

    /** Takes where to tell of classes that cannot be read. */
    public RunningJdk(Notices notices) {
        this.reader = new ClassFileReader(notices);
        this.notices = notices;
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            for (String name : module.descriptor().packages()) {
                moduleOfPackage.put(name.replace('.', '/'), module.descriptor().name());
            }
        }
    }

    @Override
    public Optional<LibraryClass> find(String canonicalName) {
        return own(canonicalName).map(LaterJdk::joined);
    }

    /** The class as this JDK has it. */
    Optional<LibraryClass> own(String canonicalName) {
        for (String candidate : BinaryNames.of(canonicalName)) {
            String module = moduleOfPackage.get(BinaryNames.packageOf(candidate));
            if (module != null) {
                Optional<LibraryClass> found = read(image.getPath("modules", module, candidate + ".class"));
                if (found.isPresent() && found.get().name().equals(canonicalName)) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<LibraryClass> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return reader.read(Files.readAllBytes(file), file.toString());
        } catch (IOException unreadable) {
            notices.add(Notice.Kind.NOT_READ, "", 0, file + ": " + unreadable.getMessage());
            return Optional.empty();
        }
    }
}
