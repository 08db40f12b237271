package dev.seqscan.source.classfile.index;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads what {@link PackedOutput} wrote. Damaged bytes end in a {@link RuntimeException}. */
final class PackedInput {

    private final byte[] bytes;
    private int at;

    PackedInput(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalStateException("a number without end at byte " + at);
    }

    /** A number that counts or points to something. */
    int count() {
        return Math.toIntExact(number());
    }

    /** A text; it is skipped with {@link #skip} where only its place is of interest. */
    String text() {
        int length = count();
        String value = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    int position() {
        return at;
    }

    void skip(int length) {
        at += length;
    }

    /** Inflates a stretch of bytes whose length before it was deflated is known. */
    static byte[] inflate(byte[] bytes, int at, int length, int inflatedLength) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, at, length);
            byte[] result = new byte[inflatedLength];
            int filled = 0;
            while (filled < inflatedLength) {
                int more = inflater.inflate(result, filled, inflatedLength - filled);
                if (more == 0) {
                    throw new IllegalStateException("a block ends too early");
                }
                filled += more;
            }
            return result;
        } catch (DataFormatException damaged) {
            throw new IllegalStateException(damaged);
        } finally {
            inflater.end();
        }
    }
}
