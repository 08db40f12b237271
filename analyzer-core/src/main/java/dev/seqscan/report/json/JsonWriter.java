package dev.seqscan.report.json;

import java.io.IOException;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes JSON (RFC 8259), indented by two spaces, with LF line ends. What could not be encoded as UTF-8, an unpaired
 * surrogate, becomes U+FFFD: RFC 8259 section 8.2 calls the behaviour of its escape unpredictable.
 */
public final class JsonWriter {

    private static final String INDENT = "  ";
    private static final char REPLACEMENT = '\uFFFD';

    private final Appendable out;

    /** Takes what is written to. */
    public JsonWriter(Appendable out) {
        this.out = out;
    }

    /** Writes an object and a final line end. */
    public void write(JsonObject object) throws IOException {
        value(object, 0);
        out.append('\n');
    }

    /** Writes an array of texts, numbers or objects and a final line end; each element is asked for when it is written. */
    public void write(Iterable<?> array) throws IOException {
        value(array, 0);
        out.append('\n');
    }

    private void value(Object value, int depth) throws IOException {
        if (value instanceof JsonObject object) {
            object(object, depth);
        } else if (value instanceof Iterable<?> elements) {
            array(elements, depth);
        } else if (value instanceof String text) {
            string(text);
        } else {
            out.append(String.valueOf(value));
        }
    }

    private void object(JsonObject object, int depth) throws IOException {
        Iterator<Map.Entry<String, Object>> members = object.members().entrySet().iterator();
        out.append('{');
        while (members.hasNext()) {
            Map.Entry<String, Object> member = members.next();
            newLine(depth + 1);
            string(member.getKey());
            out.append(": ");
            value(member.getValue(), depth + 1);
            separator(members, depth);
        }
        out.append('}');
    }

    private void array(Iterable<?> array, int depth) throws IOException {
        Iterator<?> elements = array.iterator();
        out.append('[');
        while (elements.hasNext()) {
            newLine(depth + 1);
            value(elements.next(), depth + 1);
            separator(elements, depth);
        }
        out.append(']');
    }

    private void separator(Iterator<?> rest, int depth) throws IOException {
        if (rest.hasNext()) {
            out.append(',');
        } else {
            newLine(depth);
        }
    }

    private void newLine(int depth) throws IOException {
        out.append('\n');
        for (int i = 0; i < depth; i++) {
            out.append(INDENT);
        }
    }

    private void string(String text) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(unit).append(text.charAt(++i));
            } else {
                unit(Character.isSurrogate(unit) ? REPLACEMENT : unit);
            }
        }
        out.append('"');
    }

    private void unit(char unit) throws IOException {
        switch (unit) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (isInvisible(unit)) {
                    out.append("\\u").append(hex(unit));
                } else {
                    out.append(unit);
                }
            }
        }
    }

    /** Control and format characters, as right-to-left marks: escaped, so that the file reads the way it is. */
    private static boolean isInvisible(char unit) {
        return switch (Character.getType(unit)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String hex(char unit) {
        return java.util.HexFormat.of().toHexDigits(unit);
    }
}
