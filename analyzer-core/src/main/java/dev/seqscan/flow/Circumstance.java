package dev.seqscan.flow;

/** What is known of the turns of a loop beside their number, for which one statement for all of them may be no cure. */
public enum Circumstance {

    /** Each turn acts for another tenant, user or lock, which no statement for all turns can do. */
    OWN_CONTEXT("each turn runs in a context of its own"),
    /** Each turn is committed alone, and what was read before it is not part of its transaction. */
    OWN_TRANSACTION("each turn runs in a transaction of its own"),
    /** Each turn starts a task, and what that writes when it is done with other work cannot wait for the others. */
    OWN_TASK("each turn starts a task that writes when its own work is done"),
    /** The loop, or each known call of its method, stands in a {@code catch} block. */
    AFTER_FAILURE("the loop runs only after a failure"),
    /** The statement stands in a {@code catch} block in the loop. */
    FAILED("it is sent only for elements with which something has failed"),
    /** Of the elements only those get to the statement of which a property equals one given value. */
    SOUGHT("it is sent only for elements that have one given value, which may be few"),
    /** A loop within goes from portion to portion of the rows that belong to one turn. */
    IN_PORTIONS("each turn goes through its rows in portions, for which no statement for all turns can stand"),
    /** Nobody waits for it once the application runs. */
    AT_START("the loop runs once, when the application starts or is installed");

    private final String doubt;

    Circumstance(String doubt) {
        this.doubt = doubt;
    }

    /** The reason not to be sure, as a clause after "as". */
    public String doubt() {
        return doubt;
    }
}
