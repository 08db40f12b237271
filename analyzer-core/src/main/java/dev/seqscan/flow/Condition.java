package dev.seqscan.flow;

/**
 * What has to hold of a parameter of a method so that a part of its body runs.
 *
 * @param parameter its index
 * @param value a constant as {@link KnownValues} spells it
 * @param equal whether the parameter has to be that constant, or anything else
 */
record Condition(int parameter, String value, boolean equal) {

    /** Whether what is known of an argument keeps the part from running. */
    boolean isBrokenBy(String argument) {
        return switch (argument) {
            case KnownValues.UNKNOWN -> false;
            case KnownValues.PRESENT -> equal && value.equals(KnownValues.NULL);
            default -> equal != value.equals(argument);
        };
    }

    /** Whether both cannot hold for one value. */
    boolean contradicts(Condition other) {
        boolean same = value.equals(other.value);
        return parameter == other.parameter && (equal && other.equal ? !same : equal != other.equal && same);
    }

    /** The same condition for the method that hands its own parameter on. */
    Condition on(int callersParameter) {
        return new Condition(callersParameter, value, equal);
    }
}
