package dev.seqscan.flow;

/**
 * What has to hold of a parameter of a method so that a part of its body runs.
 *
 * @param parameter its index
 * @param value a constant as {@link KnownValues} spells it, or the method that a call on the object has to get to
 * @param equal whether the parameter has to be that constant, or anything else
 */
record Condition(int parameter, String value, boolean equal) {

    private static final String METHOD = "method ";

    /** A call on a parameter gets to one of several methods, which the class of the object decides. */
    static Condition reaches(int parameter, MethodFlow target) {
        return new Condition(parameter, METHOD + target.key, true);
    }

    /** Whether the class of the object decides. */
    boolean needsMethod() {
        return value.startsWith(METHOD);
    }

    /** The key of the method that a call on the object has to get to. */
    String method() {
        return value.substring(METHOD.length());
    }

    /** Whether what is known of an argument keeps the part from running. */
    boolean isBrokenBy(String argument) {
        return !needsMethod() && switch (argument) {
            case KnownValues.UNKNOWN -> false;
            case KnownValues.PRESENT -> equal && value.equals(KnownValues.NULL);
            default -> equal != value.equals(argument);
        };
    }

    /** Whether both cannot hold for one value. */
    boolean contradicts(Condition other) {
        boolean same = value.equals(other.value);
        boolean comparable = parameter == other.parameter && !needsMethod() && !other.needsMethod();
        return comparable && (equal && other.equal ? !same : equal != other.equal && same);
    }

    /** The same condition for the method that hands its own parameter on. */
    Condition on(int callersParameter) {
        return new Condition(callersParameter, value, equal);
    }
}
