package dev.seqscan.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text as far as it is known before the program runs.
 *
 * @param parts in the order of the text
 */
public record Text(List<Part> parts) {

    /** How a hole shows in {@link Query#text()}. */
    public static final String HOLE = "?!";

    /** What is known of a part. */
    public enum Knowledge {
        /** The part is this text. */
        KNOWN,
        /** The part is this text or another one. */
        VARIANT,
        /** The part may be anything. */
        HOLE
    }

    /**
     * A part of a text.
     *
     * @param text what stands there; of a hole {@link Text#HOLE}
     * @param optional whether the part may be missing
     */
    public record Part(String text, boolean optional, Knowledge knowledge) {
    }

    /** Nothing. */
    public static final Text EMPTY = new Text(List.of());

    /** Nothing, between optional parts of which each stays or goes as a whole. */
    public static final Text BOUNDARY = new Text(List.of(new Part("", true, Knowledge.KNOWN)));

    public Text {
        parts = List.copyOf(parts);
    }

    /** A text that is known. */
    public static Text of(String text) {
        return text.isEmpty() ? EMPTY : new Text(List.of(new Part(text, false, Knowledge.KNOWN)));
    }

    /** A text that is not known. */
    public static Text hole() {
        return new Text(List.of(new Part(HOLE, false, Knowledge.HOLE)));
    }

    /** This text and another one behind it. */
    public Text plus(Text other) {
        if (parts.isEmpty() || other.parts.isEmpty()) {
            return parts.isEmpty() ? other : this;
        }
        return joined(List.of(this, other));
    }

    /** Texts one behind the other. */
    public static Text joined(List<Text> texts) {
        List<Part> joined = new ArrayList<>();
        StringBuilder same = new StringBuilder();
        for (Part part : texts.stream().flatMap(text -> text.parts.stream()).toList()) {
            if (joined.isEmpty() || !goesOn(joined.get(joined.size() - 1), part)) {
                close(joined, same);
                joined.add(part);
            }
            same.append(part.text());
        }
        close(joined, same);
        return new Text(joined);
    }

    private static void close(List<Part> parts, StringBuilder lastText) {
        if (!parts.isEmpty()) {
            Part last = parts.remove(parts.size() - 1);
            parts.add(new Part(lastText.toString(), last.optional(), last.knowledge()));
        }
        lastText.setLength(0);
    }

    private static boolean goesOn(Part last, Part part) {
        return last.knowledge() == part.knowledge() && last.optional() == part.optional() && !isSeparate(part);
    }

    private static boolean isSeparate(Part part) {
        return part.knowledge() == Knowledge.HOLE || part.optional();
    }

    /** The same text where it may be missing. */
    public Text optionally() {
        return new Text(parts.stream().map(part -> new Part(part.text(), true, part.knowledge())).toList());
    }

    /** The same text where another one may stand in its place. */
    public Text asVariant() {
        return new Text(parts.stream().map(part -> new Part(part.text(), part.optional(),
                part.knowledge() == Knowledge.KNOWN ? Knowledge.VARIANT : part.knowledge())).toList());
    }

    /** The whole text, where nothing of it is open. */
    public Optional<String> constant() {
        boolean open = parts.stream().anyMatch(part -> part.optional() || part.knowledge() != Knowledge.KNOWN);
        return open ? Optional.empty() : Optional.of(full());
    }

    /** All parts, optional ones and holes included. */
    public String full() {
        return String.join("", parts.stream().map(Part::text).toList());
    }

    /** Whether parts of it may be missing. */
    public boolean hasOptionalParts() {
        return parts.stream().anyMatch(Part::optional);
    }

    /** The text without the parts that may be missing. */
    public Text mandatory() {
        return new Text(parts.stream().filter(part -> !part.optional()).toList());
    }

    @Override
    public String toString() {
        return full();
    }
}
