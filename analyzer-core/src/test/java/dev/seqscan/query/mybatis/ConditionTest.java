package dev.seqscan.query.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.mybatis.Condition.Outcome;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionTest {

    @Test
    void aNumberThatIsKnownIsCompared() {
        assertThat(outcome("i == 0")).isEqualTo(Outcome.TRUE);
        assertThat(outcome("i > 0")).isEqualTo(Outcome.FALSE);
        assertThat(outcome("i >= 0 and i != 3")).isEqualTo(Outcome.TRUE);
    }

    @Test
    void oneTermMayDecide() {
        assertThat(outcome("i != 0 && name != null")).isEqualTo(Outcome.FALSE);
        assertThat(outcome("i == 0 || name != null")).isEqualTo(Outcome.TRUE);
    }

    @Test
    void whatIsNotKnownStaysOpen() {
        assertThat(outcome("name != null")).isEqualTo(Outcome.OPEN);
        assertThat(outcome("i == 0 and name != null")).isEqualTo(Outcome.OPEN);
        assertThat(outcome("(i == 0) and joined")).isEqualTo(Outcome.OPEN);
        assertThat(outcome("joined > 1")).isEqualTo(Outcome.OPEN);
    }

    @Test
    void flagsAreReadAsTheyAre() {
        assertThat(outcome("joined")).isEqualTo(Outcome.TRUE);
        assertThat(outcome("!joined")).isEqualTo(Outcome.FALSE);
    }

    @Test
    void oppositesAndExclusionsAreTold() {
        assertThat(new Condition("a == null").isOppositeOf(new Condition("a != null"))).isTrue();
        assertThat(new Condition("!(a and b)").isOppositeOf(new Condition("a and b"))).isTrue();
        assertThat(new Condition("a == null").isOppositeOf(new Condition("b != null"))).isFalse();
        assertThat(new Condition("a == 'x'").excludes(new Condition("a == 'y'"))).isTrue();
        assertThat(new Condition("a == x").excludes(new Condition("a == y"))).isFalse();
    }

    private static Outcome outcome(String test) {
        return new Condition(test).outcome(name -> Optional.ofNullable(Map.of("i", "0", "joined", "true").get(name)));
    }
}
