package dev.seqscan.run;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where tasks are done.
 *
 * @param fork whether in a JVM of its own
 * @param jvmArgs arguments for that JVM, separated by blanks
 * @param classPath of that JVM: the analyser, with the rules that the user adds
 * @param loader that sees the same in this JVM
 */
public record Workplace(boolean fork, String jvmArgs, List<File> classPath, ClassLoader loader) {

    /**
     * Does the task.
     *
     * @param progress told in one line each what is being done
     * @param warning told in one line what is not done as the user says
     * @throws WrongParameter if what the user says is not understood
     * @throws TaskFailed if the work could not be done
     */
    public Outcome.Done done(Task task, Consumer<String> progress, Consumer<String> warning) throws WrongParameter, TaskFailed {
        if (fork) {
            try {
                return new OwnJvm(classPath, arguments()).run(task, progress).done();
            } catch (IOException e) {
                warning.accept("The analysis runs in the same JVM, as no other can be used: " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TaskFailed("Interrupted while another JVM analysed");
            }
        }
        return task.run(loader, progress::accept).done();
    }

    private List<String> arguments() {
        return Arrays.stream(jvmArgs.strip().split("\\s+")).filter(argument -> !argument.isEmpty()).toList();
    }
}
