package dev.seqscan.flow;

/** What is known of the page that a call asks for. */
public enum PageArgument {
    /** No page is asked for. */
    NONE,
    /** Always the first one, or another that a constant names. */
    FIRST,
    /** A number that comes from outside: a request, a parameter. */
    ANY,
    /** Page after page in a loop. */
    LOOP,
    /** Not known. */
    UNKNOWN
}
