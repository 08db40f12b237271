package dev.seqscan.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compares a text with the one kept in a test resource. With {@code -Dgolden=update} the resource is written anew. */
public final class Golden {

    private static final Path RESOURCES = Path.of("src", "test", "resources");

    private Golden() {
    }

    /**
     * Holds if the text is that of the resource beside the class.
     *
     * @throws AssertionError that names the first line that differs
     */
    public static void assertMatches(Class<?> test, String name, String actual) {
        try {
            if ("update".equals(System.getProperty("golden"))) {
                Path file = RESOURCES.resolve(test.getPackageName().replace('.', '/')).resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual, StandardCharsets.UTF_8);
                return;
            }
            compare(name, read(test, name), actual);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static String read(Class<?> test, String name) throws IOException {
        try (InputStream in = test.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError(name + " is missing; write it with -Dgolden=update and read it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void compare(String name, String expected, String actual) {
        if (expected.equals(actual)) {
            return;
        }
        List<String> before = List.of(expected.split("\n", -1));
        List<String> after = List.of(actual.split("\n", -1));
        int line = 0;
        while (line < before.size() && line < after.size() && before.get(line).equals(after.get(line))) {
            line++;
        }
        throw new AssertionError(name + ":" + (line + 1) + " differs; -Dgolden=update accepts the new text\n  expected: "
                + lineOrEnd(before, line) + "\n  actual:   " + lineOrEnd(after, line));
    }

    private static String lineOrEnd(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "(end)";
    }
}
