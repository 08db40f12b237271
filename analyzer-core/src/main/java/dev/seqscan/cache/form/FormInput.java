package dev.seqscan.cache.form;

import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.TypeName;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Reads what {@link FormOutput} collected. Bytes that nobody wrote end in a {@link RuntimeException}, and take no more memory
 * than their own length asks for: whatever is counted has at least one byte.
 */
final class FormInput {

    private static final TypeName.Bound[] BOUNDS = TypeName.Bound.values();

    private final byte[] bytes;
    private final String[] texts;
    private final TypeName[] types;
    private int at;
    private int line;
    private long counted;

    /** Takes what makes equal texts of several files one. */
    FormInput(byte[] bytes, UnaryOperator<String> shared) {
        this.bytes = bytes;
        texts = new String[count()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = shared.apply(newText());
        }
        types = new TypeName[count()];
        for (int i = 0; i < types.length; i++) {
            types[i] = newType();
        }
    }

    long number() {
        byte first = bytes[at++];
        return first >= 0 ? first : longer(first & 0x7F);
    }

    private long longer(long low) {
        long value = low;
        for (int shift = 7; shift < 64; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalStateException("a number without end at byte " + at);
    }

    /** A number that fits, as the number of something. */
    int integer() {
        return Math.toIntExact(number());
    }

    /** How many follow of what takes a byte each, or more; all together there are no more of them than bytes. */
    int count() {
        long count = number();
        counted += count;
        if (count < 0 || count > bytes.length - at || counted > bytes.length) {
            throw new IllegalStateException(count + " of something at byte " + at);
        }
        return (int) count;
    }

    boolean flag() {
        return number() == 1;
    }

    String text() {
        return texts[integer()];
    }

    TypeName type() {
        return types[integer()];
    }

    Span span() {
        long head = number();
        int startLine = (int) (line + zigzag(head >>> 1));
        int startColumn = (int) zigzag(number());
        int endLine = startLine;
        int from = startColumn;
        if ((head & 1) == 1) {
            endLine = (int) (startLine + zigzag(number()));
            from = 0;
        }
        line = startLine;
        return new Span(startLine, startColumn, endLine, (int) (from + zigzag(number())));
    }

    <T> List<T> each(Function<FormInput, T> read) {
        int count = count();
        switch (count) {
            case 0:
                return List.of();
            case 1:
                return List.of(read.apply(this));
            default:
                @SuppressWarnings("unchecked")
                T[] items = (T[]) new Object[count];
                for (int i = 0; i < count; i++) {
                    items[i] = read.apply(this);
                }
                return List.of(items);
        }
    }

    Place place() {
        return new Place(text(), span());
    }

    List<String> texts() {
        return each(FormInput::text);
    }

    /** Texts of which each comes once, in their order. */
    Set<String> distinctTexts() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(texts()));
    }

    List<TypeName> types() {
        return each(FormInput::type);
    }

    /** Says that no byte is left over. */
    void end() {
        if (at != bytes.length) {
            throw new IllegalStateException(bytes.length - at + " bytes too many");
        }
    }

    private String newText() {
        long head = number();
        if (head < 0 || head >>> 1 > bytes.length - at) {
            throw new IllegalStateException("a text too long at byte " + at);
        }
        int length = (int) (head >>> 1);
        if ((head & 1) == 0) {
            String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
            at += length;
            return text;
        }
        char[] characters = new char[length];
        for (int i = 0; i < length; i++) {
            characters[i] = (char) (bytes[at++] << 8 | bytes[at++] & 0xFF);
        }
        return new String(characters);
    }

    private TypeName newType() {
        String name = text();
        int dimensions = integer();
        TypeName.Bound bound = BOUNDS[integer()];
        List<TypeName> arguments = each(FormInput::knownType);
        return new TypeName(name, arguments, dimensions, bound);
    }

    private TypeName knownType() {
        TypeName known = type();
        if (known == null) {
            throw new IllegalStateException("a type before its arguments");
        }
        return known;
    }

    private static long zigzag(long value) {
        return value >>> 1 ^ -(value & 1);
    }
}
