package dev.seqscan.source.classfile;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** The class files of one jar or folder. */
interface ClassFiles extends Closeable {

    /** Far beyond any real class file. */
    int MOST_BYTES = 20 * 1024 * 1024;

    /** Internal names of its classes, as {@code com/shop/Order$Status}, without those for certain Java versions only. */
    Set<String> names() throws IOException;

    /** The bytes of one of its classes. Fails if the file cannot be read or is too large. */
    byte[] read(String internalName) throws IOException;

    /** Reads a whole class file, but no more than {@link #MOST_BYTES}. */
    static byte[] readBounded(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("larger than " + MOST_BYTES / (1024 * 1024) + " MB");
        }
        return bytes;
    }
}
