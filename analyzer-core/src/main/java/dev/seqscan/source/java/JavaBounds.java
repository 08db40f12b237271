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
 *   <li>{@value #MOST_REPEATED} characters of blocks in parentheses, as of lambdas and anonymous classes: the parser looks
 *       through such a block before it reads it, and through one inside of it twice as often.
 * </ul>
 */
final class JavaBounds {

    static final int DEEPEST = 1_000;
    static final int MOST_LOOK_AHEAD = 500_000;
    /** Three to four seconds of a processor. */
    static final long MOST_REPEATED = 10_000_000;
    private static final int MOST_DOUBLINGS = 40;
    private static final char BLOCK_IN_PARENTHESES = 'b';
    /** What any code has, and costs nothing to speak of. */
    private static final int USUAL = 20;

    /** What is open, up to the deepest level that is read. */
    private final char[] brackets = new char[DEEPEST + 1];
    private int depth;
    private int deepest;
    private int open;
    private int casts;
    private long steps;
    private int blocksInParentheses;
    private long repeated;
    private char last;

    /** A character of the code. */
    void add(char next) {
        if (next <= ' ') {
            return;
        }
        if (blocksInParentheses > 0) {
            repeated += 1L << Math.min(blocksInParentheses, MOST_DOUBLINGS);
        }
        switch (next) {
            case '<' -> look(++open);
            case '>' -> open = Math.max(0, open - 1);
            case '(' -> {
                nest('(');
                casts += last == ')' ? 1 : 0;
                look(casts);
            }
            case '[' -> nest('[');
            case ')', ']' -> close();
            case '{', '}', ';' -> end(next);
            default -> { }
        }
        last = next;
    }

    private void nest(char bracket) {
        if (depth < brackets.length) {
            boolean inParentheses = bracket == '{' && depth > 0 && brackets[depth - 1] == '(';
            brackets[depth] = inParentheses ? BLOCK_IN_PARENTHESES : bracket;
            blocksInParentheses += inParentheses ? 1 : 0;
        }
        deepest = Math.max(deepest, ++depth);
    }

    private void close() {
        depth = Math.max(0, depth - 1);
        if (depth < brackets.length && brackets[depth] == BLOCK_IN_PARENTHESES) {
            brackets[depth] = ' ';
            blocksInParentheses--;
        }
    }

    private void look(int further) {
        steps += further > USUAL ? further : 0;
    }

    /** With a statement or a block all ends that was to be looked through. */
    private void end(char bracket) {
        open = 0;
        casts = 0;
        if (bracket == '{') {
            nest('{');
        } else if (bracket == '}') {
            close();
        }
    }

    Optional<String> broken() {
        if (deepest > DEEPEST) {
            return Optional.of("it is nested more than " + DEEPEST + " deep");
        }
        if (repeated > MOST_REPEATED) {
            return Optional.of("blocks in parentheses, as of lambdas, are nested too deep in it");
        }
        return steps > MOST_LOOK_AHEAD ? Optional.of("types or casts in it are nested too deep") : Optional.empty();
    }
}
