package dev.seqscan.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells a content from all others: the first 128 bits of its SHA-512, which without help of the processor is the fastest
 * of the hashes for which nobody can make two contents alike.
 */
public record ContentHash(long high, long low) {

    /** How many bytes it has. */
    public static final int BYTES = 16;

    /** The hash of bytes. */
    public static ContentHash of(byte[] bytes) {
        return new Of().add(bytes).hash();
    }

    /** Reads what {@link #to} wrote. */
    public static ContentHash from(ByteBuffer buffer) {
        return new ContentHash(buffer.getLong(), buffer.getLong());
    }

    /** Writes it. */
    public void to(ByteBuffer buffer) {
        buffer.putLong(high).putLong(low);
    }

    /** 32 hex digits, for the name of a file. */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    /** Sums up several parts; where one ends and the next begins is part of the hash. */
    public static final class Of {

        private final MessageDigest digest;

        /** Nothing yet. */
        public Of() {
            try {
                digest = MessageDigest.getInstance("SHA-512");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every JDK has SHA-512", impossible);
            }
        }

        /** Adds bytes. */
        public Of add(byte[] bytes) {
            add(bytes.length);
            digest.update(bytes);
            return this;
        }

        /** Adds a text; the halves of surrogate pairs are kept apart. */
        public Of add(String text) {
            return add(text.getBytes(StandardCharsets.UTF_16BE));
        }

        /** Adds a number. */
        public Of add(long number) {
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
            return this;
        }

        /** Adds what was summed up before. */
        public Of add(ContentHash hash) {
            return add(hash.high).add(hash.low);
        }

        /** Adds texts, and how many they are. */
        public Of add(Iterable<String> texts) {
            int count = 0;
            for (String text : texts) {
                add(text);
                count++;
            }
            return add(count);
        }

        /** The hash of all that was added. */
        public ContentHash hash() {
            return from(ByteBuffer.wrap(digest.digest()));
        }
    }
}
