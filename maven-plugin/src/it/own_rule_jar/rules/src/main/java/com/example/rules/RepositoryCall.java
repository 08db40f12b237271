package com.example.rules;

import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Precision;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import java.util.List;
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
            findings.accept(new Finding(card.id(), Precision.PROVEN.cap(card.level()), Precision.PROVEN,
                    "This call sends " + subject + ".", use.site().place(), List.of(), List.of(), subject, "",
                    ordinals.next(use.site(), subject), use.site().entryPoint()));
        }
    }
}
