package dev.seqscan.benchmark.subject;

import dev.seqscan.benchmark.Meter;
import dev.seqscan.run.Adoption;
import dev.seqscan.run.Inputs;
import dev.seqscan.run.Outcome;
import dev.seqscan.run.ReportFiles;
import dev.seqscan.run.ReportTask;
import dev.seqscan.source.ProgressListener;
import dev.seqscan.source.Stage;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** SeqScan as its goals run it in a JVM of their own, up to the written reports. */
public final class SeqScanCold implements ProgressListener {

    private Stage stage;
    private long begun;

    private SeqScanCold() {
    }

    /** Takes the folder, and the one for the reports. */
    public static void main(String[] arguments) throws Exception {
        Inputs inputs = new Inputs(new File(arguments[0]).getAbsoluteFile(), List.of(), Set.of(), false, false, List.of(),
                List.of());
        ReportFiles files = new ReportFiles(Path.of(arguments[1]));
        SeqScanCold clock = new SeqScanCold();
        Outcome outcome = new ReportTask(inputs, List.of(), files, false, Adoption.NONE)
                .run(SeqScanCold.class.getClassLoader(), clock);
        clock.begin(null);
        System.out.println(outcome.done().findings());
    }

    @Override
    public void tell(String line) {
        System.out.println(line);
    }

    @Override
    public void begin(Stage next) {
        long now = System.nanoTime();
        if (stage != null) {
            Meter.stage(stage.name(), now - begun);
        }
        stage = next;
        begun = now;
    }
}
