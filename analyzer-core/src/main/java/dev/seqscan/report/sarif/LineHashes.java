package dev.seqscan.report.sarif;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Computes {@code primaryLocationLineHash} as GitHub code scanning does (its upload action, {@code fingerprints.ts}):
 * a rolling hash over the hundred UTF-16 units, blanks and tabs left out, that start with the line, followed by a colon
 * and the how-manieth line of the file it is that has this hash.
 *
 * <p>Text is pushed in unit by unit, so a file of any size can pass through.
 */
final class LineHashes {

    private static final int WINDOW = 100;
    private static final long MULTIPLIER = 37;
    private static final long LEAVING = power(MULTIPLIER, WINDOW);
    private static final char END_OF_FILE = '\uFFFF';
    private static final int NO_LINE = -1;

    private final SortedSet<Integer> wanted;
    private final SortedMap<Integer, String> hashes = new TreeMap<>();
    private final Map<Long, Integer> occurrences = new HashMap<>();
    private final char[] window = new char[WINDOW];
    private final int[] lineStartingAt = new int[WINDOW];
    private long hash;
    private int index;
    private int line;
    private boolean atLineStart = true;
    private boolean afterCarriageReturn;

    /** Takes the numbers of the lines whose hashes are wanted, counted from 1. */
    LineHashes(SortedSet<Integer> wanted) {
        this.wanted = wanted;
        Arrays.fill(lineStartingAt, NO_LINE);
    }

    /** Takes the next UTF-16 unit of the text. */
    void accept(char unit) {
        boolean secondHalfOfLineEnd = afterCarriageReturn && unit == '\n';
        afterCarriageReturn = unit == '\r';
        if (unit == ' ' || unit == '\t' || secondHalfOfLineEnd) {
            return;
        }
        process(unit == '\r' ? '\n' : unit);
    }

    /** Ends the text; gives the hashes of the wanted lines, by line. A line beyond the end of the text has none. */
    SortedMap<Integer, String> finish() {
        process(END_OF_FILE);
        for (int i = 0; i < WINDOW; i++) {
            emit();
            roll('\0');
        }
        return hashes;
    }

    private void process(char unit) {
        emit();
        if (atLineStart) {
            line++;
            lineStartingAt[index] = line;
        }
        atLineStart = unit == '\n';
        roll(unit);
    }

    private void emit() {
        int started = lineStartingAt[index];
        if (started == NO_LINE) {
            return;
        }
        lineStartingAt[index] = NO_LINE;
        int nth = occurrences.merge(hash, 1, Integer::sum);
        if (wanted.contains(started)) {
            hashes.put(started, Long.toHexString(hash) + ":" + nth);
        }
    }

    private void roll(char unit) {
        char leaving = window[index];
        window[index] = unit;
        hash = MULTIPLIER * hash + unit - LEAVING * leaving;
        index = (index + 1) % WINDOW;
    }

    private static long power(long base, int exponent) {
        long product = 1;
        for (int i = 0; i < exponent; i++) {
            product *= base;
        }
        return product;
    }
}
