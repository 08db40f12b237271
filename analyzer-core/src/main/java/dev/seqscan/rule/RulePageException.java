package dev.seqscan.rule;

/** A page of a rule is missing or not as it must be: a fault of the rule's author, so nothing goes on without it. */
public final class RulePageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the page and the line, counted from 1, in the form {@code page:line: reason}. */
    public RulePageException(String page, int line, String reason) {
        super(page + ":" + line + ": " + reason);
    }
}
