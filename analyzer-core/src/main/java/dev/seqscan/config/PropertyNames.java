package dev.seqscan.config;

import java.util.Locale;

/** Names of settings in Spring's canonical form: lower case, words joined by dashes ("Relaxed Binding"). */
final class PropertyNames {

    private PropertyNames() {
    }

    /** {@code spring.jpa.openInView} and {@code spring.jpa.open_in_view} become {@code spring.jpa.open-in-view}. */
    static String canonical(String name) {
        StringBuilder result = new StringBuilder(name.length() + 4);
        boolean inBrackets = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            inBrackets = c == '[' || inBrackets && c != ']';
            if (inBrackets) {
                result.append(c);
            } else {
                if (i > 0 && Character.isUpperCase(c) && isLowerOrDigit(name.charAt(i - 1))) {
                    result.append('-');
                }
                result.append(c == '_' ? '-' : c);
            }
        }
        return result.toString().strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isLowerOrDigit(char c) {
        return Character.isLowerCase(c) || Character.isDigit(c);
    }
}
