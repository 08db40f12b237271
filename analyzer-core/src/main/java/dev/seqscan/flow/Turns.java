package dev.seqscan.flow;

/** How many turns a loop may have, by where its elements come from; from few to many. */
public enum Turns {
    /** One for each part of one object, as the lines of an order: most often a handful. */
    PARTS("goes over the parts of one object"),
    /** One for each row that a query finds for one row of another table: few or many. */
    CHILDREN("goes over rows that belong to one row of another table"),
    /** Nothing tells of how many elements there are, or what they are parts of. */
    UNKNOWN("goes over elements of which nothing is known"),
    /** One for each element of what was not read or not followed: a parsed text, a helper's loop, a condition. */
    ELSEWHERE("goes over elements that come from elsewhere"),
    /** One for each row of a query, or each line of a file. */
    MANY("may have any number of turns"),
    /** One for each element of a list that callers from outside give, so that they ask for all of it at once. */
    GIVEN("goes over a list that is given from outside");

    private final String text;

    Turns(String text) {
        this.text = text;
    }

    /** A clause whose subject is the loop. */
    String text() {
        return text;
    }

    /** Whether there may be any number. */
    boolean areMany() {
        return compareTo(MANY) >= 0;
    }

    /** What a loop has whose elements come from both. */
    Turns and(Turns other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
