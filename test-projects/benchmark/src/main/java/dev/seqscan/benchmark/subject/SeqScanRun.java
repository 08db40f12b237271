package dev.seqscan.benchmark.subject;

import dev.seqscan.benchmark.Meter;
import dev.seqscan.config.RunSettings;
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
import java.util.stream.Stream;

/** SeqScan as its goals run it in a JVM of their own, up to the written reports. */
public final class SeqScanRun implements ProgressListener {

    private SeqScanRun() {
    }

    /** Takes the folder, the one for the reports, and the cache if there is one. */
    public static void main(String[] arguments) throws Exception {
        Inputs inputs = new Inputs(new File(arguments[0]).getAbsoluteFile(), List.of(), Set.of(), false, false, List.of(),
                List.of(), RunSettings.NONE, Stream.of(arguments).skip(2).map(each -> new File(each).getAbsoluteFile()).toList());
        ReportFiles files = new ReportFiles(Path.of(arguments[1]));
        Outcome outcome = new ReportTask(inputs, List.of(), files, false, Adoption.NONE)
                .run(SeqScanRun.class.getClassLoader(), new SeqScanRun());
        System.out.println(outcome.done().findings());
    }

    @Override
    public void tell(String line) {
        System.out.println(line);
    }

    @Override
    public void took(Stage stage, long nanos) {
        Meter.stage(stage.name(), nanos);
    }
}
