package dev.seqscan.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/** Follows a text word by word and tells in which clause, and within how many parentheses, it has arrived. */
final class OpenClause {

    private static final Set<String> BEGINS = Set.of("select", "from", "where", "group", "having", "order", "limit", "offset",
            "fetch", "union", "set", "values", "update", "insert", "delete", "join", "on", "using", "returning");

    private final Deque<String> around = new ArrayDeque<>();
    private final StringBuilder word = new StringBuilder();
    private String clause = "";
    private int depth;
    private boolean quoted;

    void add(String text) {
        text.chars().forEach(each -> add((char) each));
    }

    private void add(char c) {
        if (!quoted && (Character.isJavaIdentifierPart(c) || c == '.')) {
            word.append(c);
            return;
        }
        endWord();
        quoted ^= c == '\'';
        if (!quoted && c == '(') {
            around.push(clause);
            depth++;
        } else if (!quoted && c == ')') {
            clause = around.isEmpty() ? clause : around.pop();
            depth--;
        }
    }

    private void endWord() {
        String ended = word.toString().toLowerCase(Locale.ROOT);
        word.setLength(0);
        clause = BEGINS.contains(ended) ? ended : clause;
    }

    /** How many parentheses are open; less than none where more were closed. */
    int depth() {
        return depth;
    }

    boolean isQuoted() {
        return quoted;
    }

    /** The word with which the clause begins that holds the end of the text, those of a call are in the clause around. */
    String clause() {
        String last = word.toString().toLowerCase(Locale.ROOT);
        return BEGINS.contains(last) ? last : clause;
    }

    /** The clause outside of all parentheses. */
    String outerClause() {
        return around.isEmpty() ? clause() : around.peekLast();
    }
}
