package dev.seqscan.config;

import java.util.Set;

/**
 * A condition on profiles, as {@code prod & (eu | !test)}; a comma is an "or" ({@code Profiles.of} of the Spring
 * Framework). What is not well-formed holds for no profiles.
 */
final class ProfileExpression {

    private static final int MAX_LENGTH = 1_000;

    private final String text;
    private final Set<String> profiles;
    private int position;
    private boolean malformed;

    private ProfileExpression(String text, Set<String> profiles) {
        this.text = text;
        this.profiles = profiles;
    }

    static boolean holds(String text, Set<String> profiles) {
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        ProfileExpression expression = new ProfileExpression(text, profiles);
        boolean result = expression.any();
        return result && !expression.malformed && expression.peek() == 0;
    }

    private boolean any() {
        boolean result = all();
        while (peek() == '|' || peek() == ',') {
            position++;
            result |= all();
        }
        return result;
    }

    private boolean all() {
        boolean result = one();
        while (peek() == '&') {
            position++;
            result &= one();
        }
        return result;
    }

    private boolean one() {
        if (peek() == '!') {
            position++;
            return !one();
        }
        if (peek() == '(') {
            position++;
            boolean result = any();
            malformed |= peek() != ')';
            position++;
            return result;
        }
        return profiles.contains(name());
    }

    private String name() {
        int start = position;
        while (position < text.length() && "|,&!()".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        String name = text.substring(Math.min(start, text.length()), position).strip();
        malformed |= name.isEmpty();
        return name;
    }

    /** The next character that is not blank, or 0 at the end. */
    private char peek() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return position < text.length() ? text.charAt(position) : 0;
    }
}
