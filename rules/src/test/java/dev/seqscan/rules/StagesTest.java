package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.ProgressListener;
import dev.seqscan.source.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a listener is told of the stages of a run. */
class StagesTest implements ProgressListener {

    private final List<Stage> over = new ArrayList<>();

    @Test
    void a_run_tells_its_stages_in_their_order(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Order.java"), "class Order {\n}\n");

        new Analyzer(RuleCatalog.load(getClass().getClassLoader()))
                .analyze(new AnalysisRequest(folder, List.of(), Set.of(), false, false, this));

        assertThat(over.stream().distinct())
                .containsExactly(Stage.READ, Stage.DECLARE, Stage.LINK, Stage.FOLLOW, Stage.JUDGE, Stage.SETTLE);
    }

    @Override
    public void tell(String line) {
        // Nothing takes long here.
    }

    @Override
    public void took(Stage stage, long nanos) {
        over.add(stage);
    }
}
