package dev.seqscan.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads text files: UTF-8, UTF-16, and ISO 8859-1 where a file is neither. */
public final class TextReader {

    /** So many bytes tell whether a text without a mark is UTF-16. */
    private static final int LOOKED_AT = 1_024;
    private static final long LARGEST = 256L * 1024 * 1024;
    /** What stands in a text for bytes that were malformed (Unicode, "Specials"). */
    private static final char REPLACEMENT = '\uFFFD';

    private final Path root;
    private final Notices notices;
    private final Optional<ContentHashes> hashes;
    private final Checksums checksums = new Checksums();

    /**
     * The bytes of a file.
     *
     * @param hash of them, where hashes are wanted
     */
    public record Content(String path, byte[] bytes, Optional<ContentHash> hash) {

        /** The text without a byte order mark. */
        public TextFile text() {
            return new TextFile(path, decode(bytes));
        }
    }

    /** Takes the folder below which the files lie, and where to say what cannot be read. */
    public TextReader(Path root, Notices notices) {
        this(root, notices, Optional.empty());
    }

    /** The same that also tells the hashes of all contents, if that is wanted. */
    public TextReader(Path root, Notices notices, Optional<ContentHashes> hashes) {
        this.root = root;
        this.notices = notices;
        this.hashes = hashes;
    }

    /** The text of a file without a byte order mark; nothing, and a notice, where it cannot be read. */
    public Optional<TextFile> read(String path) {
        return content(path).map(Content::text);
    }

    /** The bytes of a file; nothing, and a notice, where it cannot be read. */
    public Optional<Content> content(String path) {
        try {
            Path file = root.resolve(path);
            if (Files.size(file) > LARGEST) {
                notices.addPassing(Notice.Kind.NOT_READ, path, 0, "larger than " + LARGEST / (1024 * 1024) + " MB");
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            checksums.add(path, bytes);
            return Optional.of(new Content(path, bytes, hashes.map(all -> all.add(path, bytes))));
        } catch (IOException failure) {
            notices.addPassing(Notice.Kind.NOT_READ, path, 0, "cannot be read: " + failure.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Of all files that were read so far. */
    public Checksums checksums() {
        return checksums;
    }

    /** Windows' tools for SQL Server write UTF-16, mostly with a mark; what is neither that nor UTF-8 is Latin 1. */
    private static String decode(byte[] bytes) {
        if (begins(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (hasZeros(bytes, 1)) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        if (hasZeros(bytes, 0)) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(bytes)) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Whether at the beginning most bytes of even or of odd places are zero, and no other ones: so are texts of UTF-16 that
     * are mostly ASCII, and no text of another encoding, which hold next to no zeros.
     */
    private static boolean hasZeros(byte[] bytes, int first) {
        int length = Math.min(bytes.length, LOOKED_AT);
        int zeros = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0 && i % 2 != first) {
                return false;
            }
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros * 4 > length;
    }

    private static boolean begins(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** A decoder that reports what is malformed is slow, so only files are checked of which something was replaced. */
    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
