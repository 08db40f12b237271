package dev.seqscan.source.classfile.index;

import dev.seqscan.source.Notices;
import dev.seqscan.source.classfile.ClassFileReader;
import dev.seqscan.source.code.TypeDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Makes the index of library signatures, as a step of SeqScan's own build. */
public final class SignatureIndexBuilder {

    private SignatureIndexBuilder() {
    }

    /**
     * Reads all jars of a folder, and writes the index beside the class files of this package. Does nothing where the
     * index there was made from the same jars by the same code.
     *
     * @param arguments the folder of the jars, and the folder of SeqScan's own class files
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Path libraries = Path.of(arguments[0]);
        Path classes = Path.of(arguments[1]);
        Path index = folder(classes, SignatureIndex.class).resolve(SignatureIndex.RESOURCE);
        List<Path> jars = jars(libraries);
        BuildStamp stamp = BuildStamp.of(jars,
                List.of(folder(classes, TypeDeclaration.class), folder(classes, ClassFileReader.class)));
        Path stampFile = libraries.resolveSibling(libraries.getFileName() + ".sha256");
        if (Files.exists(index) && stamp.isIn(stampFile)) {
            return;
        }
        Notices notices = new Notices();
        SortedMap<String, TypeDeclaration> api = LibraryApi.read(jars, notices);
        if (!notices.all().isEmpty()) {
            throw new IllegalStateException("not all libraries could be read: " + notices.all());
        }
        Files.write(index, SignatureIndexWriter.write(api));
        stamp.write(stampFile);
    }

    private static Path folder(Path classes, Class<?> type) {
        return classes.resolve(type.getPackageName().replace('.', '/'));
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
            if (jars.isEmpty()) {
                throw new IOException("no jar in the folder " + folder.getFileName());
            }
            return jars;
        }
    }
}
