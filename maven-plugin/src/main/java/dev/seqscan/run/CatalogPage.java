package dev.seqscan.run;

import dev.seqscan.report.rules.CatalogText;
import dev.seqscan.rule.RuleCatalog;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What {@code rules} prints.
 *
 * @param rules there are
 * @param typed gives a parameter as the user types it
 */
public record CatalogPage(RuleCatalog rules, UnaryOperator<String> typed) {

    /**
     * The page of a rule; without one, the list of all.
     *
     * @throws WrongParameter if there is no such rule
     */
    public String text(Optional<String> rule) throws WrongParameter {
        String id = rule.orElse("").strip();
        if (id.isEmpty()) {
            return new CatalogText().catalog(rules.entries().stream().map(RuleCatalog.Entry::card).toList(), typed);
        }
        RuleCatalog.Entry entry = rules.find(id).orElseThrow(() -> new WrongParameter("rule", id, rules.unknown(id)));
        return new CatalogText().page(entry.card());
    }
}
