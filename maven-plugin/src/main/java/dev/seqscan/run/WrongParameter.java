package dev.seqscan.run;

import java.util.function.UnaryOperator;

/** A parameter cannot be used, which stops a run before it has done anything. */
public final class WrongParameter extends Exception {

    private static final long serialVersionUID = 1;

    private final String parameter;
    private final String fault;

    /**
     * A value that is wrong.
     *
     * @param parameter without a prefix, as {@code path}
     * @param value as the user gave it
     * @param hint what is wrong with it and what is allowed
     */
    public WrongParameter(String parameter, Object value, String hint) {
        this(parameter, "=" + value + ": " + hint);
    }

    /**
     * What a parameter names is wrong, as a file.
     *
     * @param fault begins after the name of the parameter
     */
    WrongParameter(String parameter, String fault) {
        super("Wrong parameter " + parameter + fault);
        this.parameter = parameter;
        this.fault = fault;
    }

    /**
     * The parameter and what is wrong with it.
     *
     * @param spelling gives the name of a parameter as the user writes it
     */
    public String told(UnaryOperator<String> spelling) {
        return spelling.apply(parameter) + fault;
    }
}
