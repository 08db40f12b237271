package dev.seqscan.advice.migration;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The order in which a reader sorts names: numbers in them by their value, so that {@code 9.xml} comes before {@code 10.xml}. */
final class NaturalOrder {

    static final Comparator<String> OF_TEXTS = NaturalOrder::compare;

    private static final Pattern PART = Pattern.compile("\\d+|\\D+");

    private NaturalOrder() {
    }

    private static int compare(String left, String right) {
        Iterator<String> others = parts(right).iterator();
        for (String part : parts(left)) {
            if (!others.hasNext()) {
                return 1;
            }
            int order = compareParts(part, others.next());
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : left.compareTo(right);
    }

    private static int compareParts(String left, String right) {
        boolean numbers = isDigit(left.charAt(0)) && isDigit(right.charAt(0));
        return numbers ? new BigInteger(left).compareTo(new BigInteger(right)) : left.compareTo(right);
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static List<String> parts(String text) {
        return PART.matcher(text).results().map(MatchResult::group).toList();
    }
}
