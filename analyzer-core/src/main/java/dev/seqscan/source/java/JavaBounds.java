package dev.seqscan.source.java;

import java.util.Optional;

/**
 * Tells before a file is parsed that the parser would take too long over it, or exhaust its stack. Each bound is a number of
 * things in the text and no time, so that the same file is read or left out on every machine. Literals and comments do not count.
 *
 * <ul>
 *   <li>{@value #DEEPEST} levels of brackets: parser and readers go down by recursion.
 *   <li>{@value #MOST_LOOK_AHEAD} steps of looking ahead: at each {@code <} that stands open and at each cast before another
 *       one the parser walks to the end of them all, to tell a type from a comparison and a cast from a value.
 * </ul>
 */
final class JavaBounds {

    static final int DEEPEST = 1_000;
    static final int MOST_LOOK_AHEAD = 500_000;
    /** What any code has, and costs nothing to speak of. */
    private static final int USUAL = 20;

    private int depth;
    private int deepest;
    private int open;
    private int casts;
    private long steps;
    private char last;

    /** A character of the code. */
    void add(char next) {
        if (next <= ' ') {
            return;
        }
        switch (next) {
            case '<' -> look(++open);
            case '>' -> open = Math.max(0, open - 1);
            case '(' -> {
                nest();
                casts += last == ')' ? 1 : 0;
                look(casts);
            }
            case '[' -> nest();
            case ')', ']' -> close();
            case '{', '}', ';' -> end(next);
            default -> { }
        }
        last = next;
    }

    private void nest() {
        deepest = Math.max(deepest, ++depth);
    }

    private void close() {
        depth = Math.max(0, depth - 1);
    }

    private void look(int further) {
        steps += further > USUAL ? further : 0;
    }

    /** With a statement or a block all ends that was to be looked through. */
    private void end(char bracket) {
        open = 0;
        casts = 0;
        if (bracket == '{') {
            nest();
        } else if (bracket == '}') {
            close();
        }
    }

    Optional<String> broken() {
        if (deepest > DEEPEST) {
            return Optional.of("it is nested more than " + DEEPEST + " deep");
        }
        return steps > MOST_LOOK_AHEAD ? Optional.of("types or casts in it are nested too deep") : Optional.empty();
    }
}
