package dev.seqscan.config;

import dev.seqscan.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the user says of methods.
 *
 * @param owner canonical name of the class or interface; subtypes are meant too
 * @param name of the method; with a star at its end all that begin so
 * @param parameters simple or canonical names of the parameter types; empty where any will do
 * @param sends whether it sends a statement, and which sort
 * @param rows how many rows it gives, where that is said
 * @param cached whether it keeps results, so that calling it again sends nothing
 * @param bounded the most elements it gives, where that is said
 * @param batch whether it collects what it is asked for and sends one statement for many
 * @param loop how often it calls the functions that it is given, where that is said
 * @param place where it is said
 */
public record UserMethod(String owner, String name, Optional<List<String>> parameters, Sends sends, Optional<Rows> rows,
        boolean cached, OptionalInt bounded, boolean batch, Optional<Loop> loop, Place place) {

    /** More turns than this are worth a finding even where their number is bounded. */
    private static final int FEW = 100;

    /** Sorts of statements. */
    public enum Sends { NOTHING_SAID, READ, WRITE }

    /** How many rows a method gives. */
    public enum Rows { ONE, MANY }

    /** How often a method calls a function. */
    public enum Loop { ONCE, MANY }

    /** Whether what it gives is so little that a loop over it does not matter. */
    public boolean givesFew() {
        return bounded.isPresent() && bounded.getAsInt() <= FEW;
    }

    /** Whether calling it in each turn of a loop does not send a statement in each turn. */
    public boolean spares() {
        return cached || batch;
    }

    /** Whether a method of that name and with those parameter types is meant, whatever class it belongs to. */
    public boolean fits(String method, List<String> types) {
        boolean named = name.endsWith("*") ? method.startsWith(name.substring(0, name.length() - 1)) : method.equals(name);
        return named && parameters.map(wanted -> fits(wanted, types)).orElse(true);
    }

    private static boolean fits(List<String> wanted, List<String> types) {
        if (wanted.size() != types.size()) {
            return false;
        }
        for (int i = 0; i < types.size(); i++) {
            if (!types.get(i).equals(wanted.get(i)) && !types.get(i).endsWith("." + wanted.get(i))) {
                return false;
            }
        }
        return true;
    }
}
