package dev.seqscan.maven;

import java.io.Console;
import java.io.PrintWriter;
import org.apache.maven.execution.MavenSession;

/**
 * Prints texts as they are, not as lines of the log: their prefix would break the layout, the commands for GitHub and the
 * places that a terminal makes links of, and quiet would hide them.
 */
final class PlainOutput {

    private PlainOutput() {
    }

    /**
     * Prints a text. Maven 4 puts {@code [INFO] [stdout]} before each line of the standard output, unless it is started with
     * {@code --raw-streams}; so there the text goes where Maven itself prints.
     */
    static void print(String text) {
        if (System.out.getClass().getName().startsWith("org.apache.maven.logging.")) {
            PrintWriter terminal = terminal();
            if (terminal != null) {
                terminal.print(text);
                terminal.flush();
                return;
            }
        }
        System.out.print(text);
        System.out.flush();
    }

    /**
     * Whether a terminal shows what is printed. Maven cannot be asked: some builds of it colour what goes into a file too. From
     * JDK 22 on there may be a console where there is no terminal, which it then tells ({@code Console.isTerminal}).
     */
    static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    /** The terminal of Maven 4, or null. Maven 3 has no such classes, so they are asked for by name. */
    private static PrintWriter terminal() {
        try {
            Object terminal = ofMaven("org.apache.maven.jline.MessageUtils").getMethod("getTerminal").invoke(null);
            return terminal == null ? null
                    : (PrintWriter) ofMaven("org.jline.terminal.Terminal").getMethod("writer").invoke(terminal);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }

    private static Class<?> ofMaven(String name) throws ClassNotFoundException {
        return Class.forName(name, true, MavenSession.class.getClassLoader());
    }
}
