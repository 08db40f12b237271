package dev.seqscan.run;

import dev.seqscan.finding.Level;
import java.io.Serializable;
import java.util.Map;

/** How a task ended. */
public sealed interface Outcome extends Serializable {

    /**
     * The work is done, and what is to be written is written.
     *
     * @param text for the terminal
     * @param findings how many of each level there are
     */
    record Done(String text, Map<Level, Integer> findings) implements Outcome {
    }

    /**
     * The user's settings are not understood.
     *
     * @param reason names file, line and what is allowed
     */
    record SettingsRefused(String reason) implements Outcome {
    }

    /**
     * The work could not be done.
     *
     * @param reason in words for the user
     */
    record Failed(String reason) implements Outcome {
    }
}
