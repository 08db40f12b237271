package dev.seqscan.rules.fetching.eagerassociationselects;

import com.google.auto.service.AutoService;
import dev.seqscan.entity.Association;
import dev.seqscan.finding.Finding;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.flow.Site;
import dev.seqscan.query.FetchPlans;
import dev.seqscan.query.FurtherSelect;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.Rule;
import dev.seqscan.source.Place;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reports eager associations that queries for many rows leave to a statement per row; once for each association. */
@AutoService(Rule.class)
public final class EagerAssociationSelects implements Rule {

    /** So few rows, as a constant in the query, are no problem. */
    private static final int HANDFUL = 10;

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        Map<Place, EagerAssociation> byMapping = new TreeMap<>();
        for (QueryUse use : model.flow().queryUses()) {
            boolean sent = !model.flow().unusedMethods().contains(use.site().enclosing());
            if (sent && use.query().rows() == Query.Rows.MANY && !isHandful(use.query().shape().limit())) {
                selects(model, use).forEach(select -> byMapping.computeIfAbsent(select.association().place(),
                        place -> new EagerAssociation(select.association())).add(use, select));
            }
        }
        SmallTables small = new SmallTables(model);
        Ordinals ordinals = new Ordinals();
        byMapping.values().forEach(each -> findings.accept(finding(each, small, ordinals)));
        EagerCollection.of(model, HANDFUL).forEach(each -> findings.accept(each.finding(card(), ordinals)));
    }

    private static boolean isHandful(QueryShape.Limit limit) {
        return limit.rows() >= 0 && limit.rows() <= HANDFUL;
    }

    private static List<FurtherSelect> selects(Model model, QueryUse use) {
        return new FetchPlans(model.entities(), model.settings(use)).furtherSelects(use.query()).stream()
                .filter(FurtherSelect::growsWithRows).toList();
    }

    private Finding finding(EagerAssociation eager, SmallTables small, Ordinals ordinals) {
        Association association = eager.association();
        Site site = new Site(association.place(), association.owner(), association.name(), false, eager.entryPoint());
        return card().finding(eager.certainty(small), association.place(), eager.message())
                .about(association.label(), ordinals.next(site, association.label()))
                .related(eager.related())
                .costing(eager.cost())
                .reachedFrom(eager.entryPoint());
    }
}
