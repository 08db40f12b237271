package dev.seqscan.maven;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.Field;
import java.util.function.Consumer;
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
     * {@code --raw-streams}; so there the text goes where the lines of its log go, which is a file with {@code -l}.
     */
    static void print(String text) {
        if (!System.out.getClass().getName().startsWith("org.apache.maven.logging.") || !log(text) && !terminal(text)) {
            System.out.print(text);
            System.out.flush();
        }
    }

    /** Prints to the log of Maven 4, if it can be reached. It ends the line itself. */
    @SuppressWarnings("unchecked")
    private static boolean log(String text) {
        try {
            Field sink = ofMaven("org.apache.maven.slf4j.MavenSimpleLogger").getDeclaredField("logSink");
            sink.setAccessible(true);
            Consumer<String> log = (Consumer<String>) sink.get(null);
            if (log != null) {
                log.accept(text.replaceFirst("\\R\\z", ""));
            }
            return log != null;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return false;
        }
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

    /** Prints to the terminal of Maven 4, if it can be reached. */
    private static boolean terminal(String text) {
        try {
            Object terminal = ofMaven("org.apache.maven.jline.MessageUtils").getMethod("getTerminal").invoke(null);
            PrintWriter writer = (PrintWriter) ofMaven("org.jline.terminal.Terminal").getMethod("writer").invoke(terminal);
            writer.print(text);
            writer.flush();
            return true;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return false;
        }
    }

    /** A class that only Maven 4 has. */
    private static Class<?> ofMaven(String name) throws ClassNotFoundException {
        return Class.forName(name, true, MavenSession.class.getClassLoader());
    }
}
