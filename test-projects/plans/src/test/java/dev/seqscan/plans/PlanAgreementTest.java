package dev.seqscan.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanAgreementTest {

    @Test
    void postgres_agrees_about_the_pairs_written_by_hand(@TempDir Path folder) throws Exception {
        HandWritten hand = HandWritten.read();
        String script = hand.script() + hand.postgresScript();
        Map<Pair, List<String>> cures = new Scan(folder, script, "jdbc:postgresql://localhost/shop", hand.pairs()).cures();
        try (Plans plans = new PostgresPlans()) {
            List<Judged> judged = new Judge(plans, script).judge(hand.pairs(), cures);
            for (Judged each : judged) {
                HandWritten.Expected expected = hand.expected().get(each.pair());
                String word = each.error().isEmpty() ? each.verdict().name().toLowerCase(java.util.Locale.ROOT) : "error";
                if (!word.equals(expected.postgres()) || !each.agrees() != !expected.known().isEmpty() && !expected.known().startsWith("H2:")) {
                    System.out.println((each.agrees() ? "agree    " : "DISAGREE ") + expected + "\n  " + each);
                }
            }
            assertThat(judged).allMatch(Judged::agrees);
        }
    }
}
