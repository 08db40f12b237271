package dev.seqscan.rule;

/**
 * How many rows a statement finds, as far as its conditions tell.
 *
 * @param reason what tells so, as a sentence without its end; empty where nothing does
 */
public record RowEstimate(Amount amount, String reason) {

    /** From few to many. */
    public enum Amount {
        /** At most one: a key is pinned. */
        ONE,
        /** A few most often: they belong to one of many rows of another table, or share what is nearly a key. */
        FEW,
        /** The rows of one parent; how many parents share them is not known. */
        OF_ONE,
        /** Those that share a value of a column with an index of its own. */
        ALIKE,
        /** Any number. */
        OPEN
    }

    /** Nothing tells. */
    static final RowEstimate OPEN = new RowEstimate(Amount.OPEN, "");

    static RowEstimate few(String reason) {
        return new RowEstimate(Amount.FEW, reason);
    }

    static RowEstimate ofOne(String parent) {
        return new RowEstimate(Amount.OF_ONE, "the rows belong to one of " + parent);
    }

    static RowEstimate alike(String reason) {
        return new RowEstimate(Amount.ALIKE, reason);
    }

    /** Whether it is one at most. */
    public boolean isOne() {
        return amount == Amount.ONE;
    }

    /** Whether they are a few or the rows of one parent. */
    public boolean isOfOne() {
        return isOne() || amount == Amount.FEW || amount == Amount.OF_ONE;
    }

    /** Whether anything tells that they are not many. */
    public boolean isLimited() {
        return amount != Amount.OPEN;
    }
}
