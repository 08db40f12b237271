package dev.seqscan.rule;

import dev.seqscan.finding.Finding;
import java.util.function.Consumer;

/**
 * A rule: a class with a page of the same name beside it ({@link RuleCard}), registered for {@code ServiceLoader}.
 * It is made once for a run, keeps no state, and sees the model only.
 */
public interface Rule {

    /** Reports what it finds in an application. An exception costs this rule only, and is told as a notice. */
    void check(Model model, Consumer<Finding> findings);

    /** The rule's card. */
    default RuleCard card() {
        return RuleCard.of(getClass());
    }
}
