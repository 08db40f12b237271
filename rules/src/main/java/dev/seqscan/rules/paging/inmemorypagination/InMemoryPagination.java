package dev.seqscan.rules.paging.inmemorypagination;

import com.google.auto.service.AutoService;
import dev.seqscan.config.PersistenceProvider;
import dev.seqscan.config.PersistenceProvider.Cut;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.flow.LoadedRows;
import dev.seqscan.flow.PageArgument;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.flow.RowUses;
import dev.seqscan.flow.Site;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import java.util.List;
import java.util.function.Consumer;

/** Reports pages that are cut out of all rows in memory: by the persistence framework, or by the program itself. */
@AutoService(Rule.class)
public final class InMemoryPagination implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        RuleCard card = card();
        Ordinals ordinals = new Ordinals();
        for (QueryUse use : model.flow().queryUses()) {
            PersistenceProvider provider = PersistenceProvider.of(model.settings(use));
            FetchedCollection.of(use, model).filter(collection -> asksForPage(use.query(), use.page()))
                    .filter(collection -> provider.cutsPages() != Cut.IN_DATABASE)
                    .ifPresent(collection -> findings.accept(ofFetch(use, collection, provider.cutsPages(), card, ordinals)));
        }
        for (LoadedRows rows : model.flow().loadedRows()) {
            if (isCutOnly(rows.uses()) && rows.queries().stream().map(QueryUse::query).allMatch(InMemoryPagination::isWhole)) {
                findings.accept(ofList(rows, card, ordinals));
            }
        }
    }

    private static boolean asksForPage(Query query, PageArgument page) {
        return switch (query.paging().form()) {
            case OFFSET -> page != PageArgument.NONE || query.shape().limit().rows() != QueryShape.Limit.UNLIMITED;
            case LIMIT -> query.rows() == Query.Rows.MANY;
            case KEYSET -> true;
            case NONE, SKIPPED -> false;
        };
    }

    private static boolean isCutOnly(RowUses uses) {
        return uses.cut() && uses.attributes().isEmpty() && uses.filters().isEmpty();
    }

    private static boolean isWhole(Query query) {
        return query.paging().form() == Query.Paging.Form.NONE && query.shape().limit().equals(QueryShape.Limit.NONE);
    }

    private static Finding ofFetch(QueryUse use, FetchedCollection collection, Cut cut, RuleCard card, Ordinals ordinals) {
        Certainty certainty = cut == Cut.IN_MEMORY ? Certainty.PROVEN
                : Certainty.possible("where the persistence provider cuts such a page is not known");
        Query query = use.query();
        String message = query.label() + " asks for a page and fetches the collection " + collection.association().label()
                + " in the same statement. A limit on joined rows would cut collections apart, so all rows are read and the"
                + " page is cut out in memory. Ask for a page of identifiers first and load the entities by these, or load the"
                + " collection in batches.";
        List<Step> related = List.of(new Step(collection.association().place(),
                collection.association().label() + " leads to many"));
        return card.finding(certainty, use.site().place(), message)
                .about(query.label(), ordinals.next(use.site(), query.label()))
                .path(path(use, use.site()))
                .related(related)
                .costing("all rows and their " + collection.association().name() + " read for each page")
                .reachedFrom(use.site().entryPoint());
    }

    private static Finding ofList(LoadedRows rows, RuleCard card, Ordinals ordinals) {
        QueryUse use = rows.queries().get(0);
        String label = use.query().label();
        String message = "This code loads all rows that " + label + " yields and cuts out some by their position. Let the"
                + " query fetch the page alone.";
        return card.finding(Certainty.likely("how many rows there are is not known"), rows.site().place(), message)
                .about(label, ordinals.next(rows.site(), label))
                .path(path(use, rows.site()))
                .costing("N rows read for a page, N = rows of " + label)
                .reachedFrom(rows.site().entryPoint());
    }

    private static List<Step> path(QueryUse use, Site site) {
        Query query = use.query();
        return query.place().equals(site.place()) ? List.of()
                : List.of(new Step(query.place(), query.label() + " is declared here"));
    }
}
