package dev.seqscan.cache.form;

import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.TypeName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Collects numbers, texts and what is made of them; texts and type names go into tables, in the order in which they come. */
final class FormOutput {

    private final Map<String, Integer> textNumbers = new HashMap<>();
    private final Map<TypeName, Integer> typeNumbers = new HashMap<>();
    private final Bytes texts = new Bytes();
    private final Bytes types = new Bytes();
    private final Bytes facts = new Bytes();
    private int line;

    FormOutput number(long value) {
        facts.number(value);
        return this;
    }

    FormOutput flag(boolean value) {
        return number(value ? 1 : 0);
    }

    FormOutput text(String value) {
        facts.number(textNumber(value));
        return this;
    }

    FormOutput type(TypeName value) {
        facts.number(typeNumber(value));
        return this;
    }

    /** Lines count from where the last span started; most spans are on one line and take three bytes. */
    FormOutput span(Span span) {
        boolean isLong = span.startLine() != span.endLine();
        facts.number(2 * zigzag((long) span.startLine() - line) + (isLong ? 1 : 0));
        facts.number(zigzag(span.startColumn()));
        if (isLong) {
            facts.number(zigzag((long) span.endLine() - span.startLine()));
        }
        facts.number(zigzag((long) span.endColumn() - (isLong ? 0 : span.startColumn())));
        line = span.startLine();
        return this;
    }

    <T> FormOutput each(List<T> items, BiConsumer<T, FormOutput> write) {
        number(items.size());
        for (T item : items) {
            write.accept(item, this);
        }
        return this;
    }

    FormOutput place(Place place) {
        return text(place.file()).span(place.span());
    }

    FormOutput texts(Collection<String> items) {
        number(items.size());
        items.forEach(this::text);
        return this;
    }

    FormOutput types(List<TypeName> items) {
        return each(items, (item, out) -> out.type(item));
    }

    byte[] toBytes() {
        return new Bytes().number(textNumbers.size()).add(texts).number(typeNumbers.size()).add(types).add(facts).toBytes();
    }

    private int textNumber(String value) {
        Integer known = textNumbers.get(value);
        if (known == null) {
            known = textNumbers.size();
            textNumbers.put(value, known);
            texts.text(value);
        }
        return known;
    }

    /** The arguments of a type come before it. */
    private int typeNumber(TypeName value) {
        Integer known = typeNumbers.get(value);
        if (known == null) {
            int[] arguments = value.arguments().stream().mapToInt(this::typeNumber).toArray();
            types.number(textNumber(value.name())).number(value.dimensions()).number(value.bound().ordinal())
                    .number(arguments.length);
            for (int argument : arguments) {
                types.number(argument);
            }
            known = typeNumbers.size();
            typeNumbers.put(value, known);
        }
        return known;
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }
}
