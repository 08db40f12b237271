package dev.seqscan.cache.form;

import java.util.Arrays;

/** Bytes that grow. */
final class Bytes {

    private byte[] bytes = new byte[1024];
    private int size;

    /** Seven bits a byte, the lowest first; the eighth bit says that more follow. */
    Bytes number(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /** One byte a character where that will do, else two: so every text comes back, even one with half a surrogate pair. */
    Bytes text(String value) {
        boolean wide = isWide(value);
        number(2L * value.length() + (wide ? 1 : 0));
        ensure(2L * value.length());
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (wide) {
                bytes[size++] = (byte) (character >> 8);
            }
            bytes[size++] = (byte) character;
        }
        return this;
    }

    Bytes add(Bytes other) {
        ensure(other.size);
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private static boolean isWide(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > 0xFF) {
                return true;
            }
        }
        return false;
    }

    private void ensure(long more) {
        if (size + more > bytes.length) {
            long longer = Math.max(size + more, Math.min(2L * bytes.length, Integer.MAX_VALUE - 8));
            bytes = Arrays.copyOf(bytes, Math.toIntExact(longer));
        }
    }
}
