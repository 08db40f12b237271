package dev.seqscan.report.sarif;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Keeps the text of a few lines of a file that passes through unit by unit. Lines end with LF, CR or CR LF. Left out are
 * lines too long to be shown, and lines that were not UTF-8, as their text would be a guess.
 */
final class LineCollector {

    private static final int LONGEST = 500;
    private static final char NOT_DECODED = '\uFFFD';

    private final SortedSet<Integer> wanted;
    private final SortedMap<Integer, String> lines = new TreeMap<>();
    private final StringBuilder current = new StringBuilder();
    private int line = 1;
    private boolean afterCarriageReturn;

    LineCollector(SortedSet<Integer> wanted) {
        this.wanted = wanted;
    }

    void accept(char unit) {
        boolean secondHalfOfLineEnd = afterCarriageReturn && unit == '\n';
        afterCarriageReturn = unit == '\r';
        if (secondHalfOfLineEnd) {
            return;
        }
        if (unit == '\n' || unit == '\r') {
            endLine();
        } else if (current.length() <= LONGEST) {
            current.append(unit);
        }
    }

    /** Ends the text; gives the wanted lines by number, without their ends. */
    SortedMap<Integer, String> finish() {
        endLine();
        return lines;
    }

    private void endLine() {
        boolean showable = current.length() <= LONGEST && current.indexOf(String.valueOf(NOT_DECODED)) < 0;
        if (showable && wanted.contains(line)) {
            lines.put(line, current.toString());
        }
        current.setLength(0);
        line++;
    }
}
