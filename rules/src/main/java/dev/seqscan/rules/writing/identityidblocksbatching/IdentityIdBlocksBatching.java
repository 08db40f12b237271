package dev.seqscan.rules.writing.identityidblocksbatching;

import com.google.auto.service.AutoService;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.flow.RepeatedStatement;
import dev.seqscan.flow.Site;
import dev.seqscan.flow.Written;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Delivery;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.Rule;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.source.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reports new rows that are saved together, but inserted one by one, since the database makes their identifiers. */
@AutoService(Rule.class)
public final class IdentityIdBlocksBatching implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        Ordinals ordinals = new Ordinals();
        Map<Place, QueryUse> uses = new HashMap<>();
        model.flow().queryUses().forEach(use -> uses.putIfAbsent(use.site().place(), use));
        for (QueryUse use : model.flow().queryUses()) {
            if (savesMany(use)) {
                report(use.site(), use, use.given().written(), use.given().elements(), List.of(), false, model, ordinals)
                        .ifPresent(findings);
            }
        }
        for (RepeatedStatement repeated : model.flow().repeatedStatements()) {
            QueryUse use = uses.get(repeated.chain().get(repeated.chain().size() - 1).place());
            if (repeated.identifiersBlockBatch() && use != null) {
                report(repeated.site(), use, repeated.written(), repeated.loop().elements(), repeated.chain(), true, model, ordinals)
                        .ifPresent(findings);
            }
        }
    }

    private static boolean savesMany(QueryUse use) {
        Query query = use.query();
        return query.shape().command() == Command.INSERT && query.writing().eachRow() && query.acceptsMany()
                && query.writing().inserts() == Delivery.AT_ONCE && !use.given().few()
                && use.given().written() != Written.LOADED;
    }

    private Optional<Finding> report(Site site, QueryUse use, Written written, String elements, List<Step> path, boolean loop,
            Model model, Ordinals ordinals) {
        Query query = use.query();
        Optional<Entity> entity = query.shape().roots().stream().limit(1)
                .flatMap(root -> model.entities().ofClass(root.entity()).stream()).findFirst();
        return entity.filter(each -> !query.advice().batch().isEmpty()).map(each -> {
            Certainty certainty = certainty(written, loop, model.schemas(use));
            return card().finding(certainty, site.place(), message(query, each))
                    .about(query.label(), ordinals.next(site, query.label()))
                    .path(path)
                    .related(related(each))
                    .costing("N inserts, N = " + elements)
                    .reachedFrom(site.entryPoint());
        });
    }

    /**
     * What may be there already is changed, which goes in batches. An application for products with and without
     * sequences has hardly a choice where it saves a list; the loop that it has written itself can use JDBC.
     */
    private static Certainty certainty(Written written, boolean loop, List<Schema> schemas) {
        Set<Product> products = schemas.stream().map(Schema::product).filter(each -> each != Product.UNKNOWN)
                .collect(Collectors.toCollection(TreeSet::new));
        if (written != Written.FRESH) {
            return Certainty.possible("what is saved may be in the database already");
        }
        boolean alike = products.stream().map(Product::hasSequences).distinct().count() == 1;
        return alike || loop ? Certainty.likely("how many rows there are is not known")
                : Certainty.possible(products.isEmpty() ? "the database is not known"
                : "not all databases of the application have sequences");
    }

    private static String message(Query query, Entity entity) {
        String name = entity.className().substring(entity.className().lastIndexOf('.') + 1);
        return query.label() + " inserts new rows of " + name + " one by one: the database makes the identifier as it inserts a"
                + " row, so each insert is a round trip, and no batch size changes that. To send them together, "
                + query.advice().batch() + ".";
    }

    private static List<Step> related(Entity entity) {
        return entity.identifier().stream().limit(1).map(Attribute::place)
                .map(place -> new Step(place, "the database makes this identifier")).toList();
    }
}
