package dev.seqscan.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A line of the table that a test project wrote.
 *
 * @param label as {@code GET /orders}
 * @param handler the key of the method that handles it
 * @param few statements with few rows
 * @param many statements with many rows
 */
record CountedEntryPoint(String label, String handler, int few, int many, boolean grows) {

    static List<CountedEntryPoint> read(Path table) throws IOException {
        return Files.readAllLines(table).stream().map(CountedEntryPoint::of).toList();
    }

    private static CountedEntryPoint of(String line) {
        String[] cells = line.split("\t");
        return new CountedEntryPoint(cells[0], cells[1], Integer.parseInt(cells[2]), Integer.parseInt(cells[3]),
                cells[4].equals("grows"));
    }
}
