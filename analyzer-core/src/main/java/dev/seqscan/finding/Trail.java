package dev.seqscan.finding;

import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What was concluded about one line, step by step. Whoever decides something notes the reason here; it costs a
 * comparison of two places unless the place is the one that is asked about.
 */
public final class Trail {

    /** Nobody asks. */
    public static final Trail NONE = new Trail("", 0);

    /** What a conclusion is about, in the order in which they are told. */
    public enum About { FILE, TYPE, TARGET, STATEMENT, ORIGIN, ASSOCIATION, LOOP, CALLERS, SCHEMA, RULE, REPORT }

    /** One conclusion, about what stands at a place. */
    public record Note(Place place, About about, String conclusion) {
    }

    private static final Comparator<Note> ORDER = Comparator.comparing(Note::place).thenComparing(Note::about);

    private final String file;
    private final int line;
    private final Set<Note> notes = new LinkedHashSet<>();

    private Trail(String file, int line) {
        this.file = file;
        this.line = line;
    }

    /**
     * Asks about a line.
     *
     * @param file relative to the scanned root, with forward slashes
     * @param line counted from 1
     */
    public static Trail at(String file, int line) {
        return new Trail(file, line);
    }

    /** The file that is asked about; empty where none is. */
    public String file() {
        return file;
    }

    /** The line that is asked about, or 0. */
    public int line() {
        return line;
    }

    /** The line as a whole. */
    public Place place() {
        return new Place(file, Span.ofLine(Math.max(1, line)));
    }

    /** Whether a place stands on the line that is asked about. */
    public boolean asks(Place place) {
        return line > 0 && place.span().startLine() <= line && place.span().endLine() >= line && place.file().equals(file);
    }

    /** Notes a conclusion if the place is asked about; the same one twice counts once. */
    public void note(Place place, About about, Supplier<String> conclusion) {
        if (asks(place)) {
            synchronized (notes) {
                notes.add(new Note(place, about, conclusion.get()));
            }
        }
    }

    /** All conclusions, ordered by place and what they are about, then as they were drawn. */
    public List<Note> notes() {
        synchronized (notes) {
            List<Note> all = new ArrayList<>(notes);
            all.sort(ORDER);
            return List.copyOf(all);
        }
    }
}
