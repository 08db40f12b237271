package com.example.rules;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import java.util.function.Consumer;

/** Reports each call that sends a statement. */
public final class RepositoryCall implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        RuleCard card = card();
        boolean label = model.options(card).flag("label");
        Ordinals ordinals = new Ordinals();
        for (QueryUse use : model.flow().queryUses()) {
            String subject = label ? use.query().label() : "a query";
            findings.accept(card.finding(Certainty.PROVEN, use.site().place(), "This call sends " + subject + ".")
                    .about(subject, ordinals.next(use.site(), subject))
                    .reachedFrom(use.site().entryPoint()));
        }
    }
}
