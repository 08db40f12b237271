package dev.seqscan.report;

import dev.seqscan.AnalysisReport;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A form of report that goes into a file. The same report over the same sources gives the same text. */
public interface WrittenReport {

    /** The word for it in settings, in lower case. */
    String name();

    /** The name of its file, without a folder. */
    String fileName();

    /**
     * Writes the report; lines end with LF.
     *
     * @param folder that was scanned
     * @throws IOException if {@code out} throws it
     */
    void write(AnalysisReport report, ScannedFolder folder, Appendable out) throws IOException;

    /** Whether it shows the overview of the program, which a report only has where the request wanted it. */
    default boolean showsOverview() {
        return false;
    }

    /** The text that {@link #write} writes. */
    default String text(AnalysisReport report, ScannedFolder folder) {
        try {
            StringBuilder out = new StringBuilder();
            write(report, folder, out);
            return out.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string takes any text", impossible);
        }
    }
}
