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
     * What the user says is not understood, as the file of settings.
     *
     * @param parameter that says it
     * @param fault begins after the name of the parameter; tells what is allowed
     */
    record Refused(String parameter, String fault) implements Outcome {
    }

    /**
     * The work could not be done.
     *
     * @param reason in words for the user
     */
    record Failed(String reason) implements Outcome {
    }

    /**
     * The result of the work.
     *
     * @throws WrongParameter if it was refused
     * @throws TaskFailed if it could not be done
     */
    default Done done() throws WrongParameter, TaskFailed {
        if (this instanceof Refused refused) {
            throw new WrongParameter(refused.parameter(), refused.fault());
        }
        if (this instanceof Failed failed) {
            throw new TaskFailed(failed.reason());
        }
        return (Done) this;
    }
}
