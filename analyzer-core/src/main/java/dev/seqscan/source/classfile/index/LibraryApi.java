package dev.seqscan.source.classfile.index;

import dev.seqscan.source.Notices;
import dev.seqscan.source.classfile.ClassFileReader;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Chooses which classes of the libraries a program can name, directly or as a supertype. */
final class LibraryApi {

    /** Packages whose name says that they are not for use, and copies of other libraries. */
    private static final Pattern NOT_FOR_USE = Pattern.compile("(^|\\.)(internal|shaded|repackaged|asm|cglib|javassist|objenesis|ognl)\\.");

    private final Map<String, TypeDeclaration> all = new TreeMap<>();
    private final SortedMap<String, TypeDeclaration> kept = new TreeMap<>();

    private LibraryApi() {
    }

    /** The classes by canonical name; of two with one name that of the first jar. */
    static SortedMap<String, TypeDeclaration> read(List<Path> jars, Notices notices) throws IOException {
        LibraryApi api = new LibraryApi();
        for (Path jar : jars) {
            api.add(jar, new ClassFileReader(notices));
        }
        api.choose();
        return api.kept;
    }

    private void add(Path jar, ClassFileReader reader) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        reader.read(in.readAllBytes(), entry.getName() + " in " + jar.getFileName())
                                .ifPresent(found -> all.putIfAbsent(found.name(), ApiView.of(found.declaration())));
                    }
                }
            }
        }
    }

    private void choose() {
        Deque<String> open = new ArrayDeque<>();
        all.forEach((name, type) -> {
            if (!NOT_FOR_USE.matcher(name).find() && isVisible(name)) {
                open.add(name);
            }
        });
        while (!open.isEmpty()) {
            String name = open.poll();
            TypeDeclaration type = all.get(name);
            // A supertype passes its members on, however hidden it is itself.
            if (type != null && kept.putIfAbsent(name, type) == null) {
                Stream.concat(type.extended().stream(), type.implemented().stream()).map(TypeName::name).forEach(open::add);
            }
        }
    }

    /** Whether the class and all classes around it can be seen from another package. */
    private boolean isVisible(String name) {
        TypeDeclaration type = all.get(name);
        if (type == null) {
            return true;
        }
        int dot = name.lastIndexOf('.');
        return ApiView.isVisible(type.modifiers()) && (dot < 0 || isVisible(name.substring(0, dot)));
    }
}
