package dev.seqscan.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the other JVM runs: takes the task from its standard input, and leaves the outcome in a file. */
public final class TaskProcess {

    private static final int NOBODY_WAITS = 4;

    private TaskProcess() {
    }

    /**
     * Runs the task; lines of progress go to the standard output.
     *
     * @param arguments the file for the outcome
     */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        InputStream parent = System.in;
        ObjectInputStream sent = new ObjectInputStream(parent);
        sent.setObjectInputFilter(Sent.ONLY_OURS);
        Task task = (Task) sent.readObject();
        endWith(parent);
        Outcome outcome = task.run(TaskProcess.class.getClassLoader(), System.out::println);
        try (ObjectOutputStream file = new ObjectOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
            file.writeObject(outcome);
        }
    }

    /** The stream ends when the JVM that asks is gone, however it ended; then nobody waits for the outcome. */
    private static void endWith(InputStream parent) {
        Thread watch = new Thread(() -> {
            try {
                while (parent.read() >= 0) {
                    // Nothing is sent after the task.
                }
            } catch (IOException gone) {
                // The same as its end.
            }
            Runtime.getRuntime().halt(NOBODY_WAITS);
        }, "seqscan-parent");
        watch.setDaemon(true);
        watch.start();
    }
}
