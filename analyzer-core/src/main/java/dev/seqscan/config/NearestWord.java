package dev.seqscan.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was most likely meant, by the number of letters to change (Levenshtein, 1966). */
public final class NearestWord {

    private static final int LONGEST = 40;

    private NearestWord() {
    }

    /** The nearest of the known words, if no more than a third of its letters differ, or two. */
    public static Optional<String> of(String word, List<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return known.stream().min(Comparator.comparingInt(each -> distance(lower, each.toLowerCase(Locale.ROOT))))
                .filter(each -> distance(lower, each.toLowerCase(Locale.ROOT)) <= Math.max(2, each.length() / 3));
    }

    /** Says that a word is unknown, which one was most likely meant, and which are allowed. */
    public static String unknown(String word, List<String> known) {
        String nearest = of(word, known).map(each -> "did you mean " + each + "? ").orElse("");
        return "unknown \"" + word + "\"; " + nearest + "Allowed are " + String.join(", ", known);
    }

    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
