package dev.seqscan.agreement;

import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.flow.FollowedMethod;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A rule that reports nothing, but keeps the call graph, which only rules see. */
final class FollowedMethods implements Rule {

    private static final RuleCard CARD = new RuleCard("followed-methods", "Followed methods", "Keeps the call graph.",
            Level.NOTE, "0.1.0", "stable", List.of(), Map.of(), "");

    private final List<FollowedMethod> methods = new ArrayList<>();

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        methods.addAll(model.flow().methods());
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    List<FollowedMethod> methods() {
        return methods;
    }
}
