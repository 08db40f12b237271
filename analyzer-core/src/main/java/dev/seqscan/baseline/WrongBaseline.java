package dev.seqscan.baseline;

/** Says that the file of a baseline cannot be used, with its line where there is one. */
public final class WrongBaseline extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongBaseline(String file, int line, String reason) {
        super("The baseline " + file + (line > 0 ? ", line " + line : "") + ": " + reason);
    }
}
