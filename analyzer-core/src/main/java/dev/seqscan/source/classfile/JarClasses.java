package dev.seqscan.source.classfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The class files of a jar. What stands under {@code META-INF}, as for newer Java versions, is left out. */
final class JarClasses implements ClassFiles {

    private static final String SUFFIX = ".class";

    private final ZipFile zip;

    JarClasses(Path jar) throws IOException {
        zip = new ZipFile(jar.toFile());
    }

    @Override
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        zip.stream().map(ZipEntry::getName)
                .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("META-INF/"))
                .forEach(name -> names.add(name.substring(0, name.length() - SUFFIX.length())));
        return names;
    }

    @Override
    public byte[] read(String internalName) throws IOException {
        ZipEntry entry = zip.getEntry(internalName + SUFFIX);
        if (entry == null) {
            throw new IOException("no such entry");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return ClassFiles.readBounded(in);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
