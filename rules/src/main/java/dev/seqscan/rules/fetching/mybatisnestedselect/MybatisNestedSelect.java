package dev.seqscan.rules.fetching.mybatisnestedselect;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Finding;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.NestedSelect;
import dev.seqscan.query.Query;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.Rule;
import dev.seqscan.source.Place;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reports mappings that send a statement for each row of another; once for each place of a mapping. */
@AutoService(Rule.class)
public final class MybatisNestedSelect implements Rule {

    /** So few rows, as a constant in the query, are no problem. */
    private static final int HANDFUL = 10;

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        Map<Place, RepeatedSelect> byMapping = new TreeMap<>();
        for (QueryUse use : model.flow().queryUses()) {
            for (NestedSelect select : bringsMany(use, model) ? use.query().nested() : List.<NestedSelect>of()) {
                if (!select.lazy() && select.reason() == NestedSelect.Reason.NAMED) {
                    byMapping.computeIfAbsent(select.place(), place -> new RepeatedSelect(select)).add(use);
                }
            }
        }
        Ordinals ordinals = new Ordinals();
        byMapping.values().forEach(each -> findings.accept(each.finding(card(), ordinals)));
    }

    private static boolean bringsMany(QueryUse use, Model model) {
        Query query = use.query();
        int limit = query.shape().limit().rows();
        boolean handful = limit >= 0 && limit <= HANDFUL || model.rows(use).isOne();
        return query.rows() == Query.Rows.MANY && !query.cached() && !handful
                && !model.flow().unusedMethods().contains(use.site().enclosing());
    }
}
