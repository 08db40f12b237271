package dev.seqscan.report.why;

import dev.seqscan.finding.Trail;
import dev.seqscan.source.Place;
import java.util.List;
import java.util.Locale;

/** Prints what was concluded about a line: first of the line as a whole, then of its calls and reads from left to right. */
public final class WhyReport {

    private static final int WIDTH = 120;
    private static final int LABEL = 13;
    private static final int INDENT = 4;

    /** The text of a trail; lines end with LF, and none but the first names the file. */
    public String text(Trail trail) {
        StringBuilder text = new StringBuilder(harmless(trail.file())).append(':').append(trail.line()).append('\n');
        List<Trail.Note> notes = trail.notes();
        Place place = trail.place();
        Trail.About about = null;
        for (Trail.Note note : notes) {
            if (!note.place().equals(place)) {
                text.append("  column ").append(note.place().span().startColumn()).append('\n');
                about = null;
            }
            line(text, note.about() == about ? "" : note.about().name().toLowerCase(Locale.ROOT) + ":", note.conclusion());
            place = note.place();
            about = note.about();
        }
        if (notes.stream().allMatch(note -> note.place().equals(trail.place()))) {
            text.append("  nothing is called or read on this line, as far as it was followed\n");
        } else if (notes.stream().noneMatch(note -> note.about() == Trail.About.REPORT)) {
            text.append("  no rule reports anything here\n");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String conclusion) {
        text.append(" ".repeat(INDENT)).append(label).append(" ".repeat(LABEL - label.length() - 1));
        int column = INDENT + LABEL - 1;
        for (String word : harmless(conclusion).split(" ")) {
            if (column > INDENT + LABEL && column + 1 + word.length() > WIDTH) {
                text.append('\n').append(" ".repeat(INDENT + LABEL + 1));
                column = INDENT + LABEL + 1;
            }
            text.append(' ').append(word);
            column += 1 + word.length();
        }
        text.append('\n');
    }

    /** Source text may hold characters that steer a terminal. */
    private static String harmless(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    }
}
