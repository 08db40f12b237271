package dev.seqscan.run;

import dev.seqscan.Analyzer;
import dev.seqscan.baseline.WrongBaseline;
import dev.seqscan.change.WrongRevision;
import dev.seqscan.config.WrongSettings;
import dev.seqscan.schema.live.DatabaseUnavailable;
import dev.seqscan.source.ProgressListener;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;

/** One analysis and what becomes of it. It can be sent to another JVM, as can its outcome. */
public sealed interface Task extends Serializable permits ReportTask, BaselineTask, WhyTask, IndexesTask {

    /**
     * Does the work in this JVM.
     *
     * @param loader that sees the rules that judge
     * @param progress told what is being done
     */
    default Outcome run(ClassLoader loader, ProgressListener progress) {
        try {
            return work(new Analyzer(InstalledRules.of(loader), inputs().cache()), progress);
        } catch (TaskFailed unusable) {
            return new Outcome.Failed(unusable.getMessage());
        } catch (WrongSettings refused) {
            return new Outcome.Refused("settings", "=" + inputs().settingsName() + ": " + refused.getMessage());
        } catch (WrongBaseline refused) {
            return new Outcome.Refused("baselineFile", ": " + refused.getMessage());
        } catch (WrongRevision refused) {
            return new Outcome.Refused("changedSince", "=" + refused.getMessage());
        } catch (DatabaseUnavailable unavailable) {
            return new Outcome.Refused("jdbcUrl", ": " + unavailable.getMessage());
        } catch (UncheckedIOException failure) {
            return new Outcome.Failed(failure.getMessage() + ": " + failure.getCause().getMessage());
        } catch (IOException failure) {
            return new Outcome.Failed(failure.getMessage());
        }
    }

    /** What is read. */
    Inputs inputs();

    /** The work, which may fail. */
    Outcome work(Analyzer analyzer, ProgressListener progress) throws IOException;
}
