package dev.seqscan.rules.fetching.lazyloadinloop;

import com.google.auto.service.AutoService;
import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Weight;
import dev.seqscan.flow.RepeatedRead;
import dev.seqscan.query.Query;
import dev.seqscan.rule.Handful;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reports associations that are loaded one by one in a loop. */
@AutoService(Rule.class)
public final class LazyLoadInLoop implements Rule {

    private static final String SEVERAL = "a call on the way may reach one of several methods";

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        Ordinals ordinals = new Ordinals();
        for (RepeatedRead read : model.flow().repeatedReads()) {
            if (!read.serialised()) {
                findings.accept(finding(read, model, ordinals));
            }
        }
    }

    private Finding finding(RepeatedRead read, Model model, Ordinals ordinals) {
        Certainty certainty = certainty(read, model);
        String subject = read.associations().get(0).label();
        return card().finding(certainty, read.site().place(), message(read))
                .about(subject, ordinals.next(read.site(), subject))
                .path(read.chain())
                .related(related(read))
                .costing(cost(read, model))
                .reachedFrom(read.site().entryPoint())
                .weighing(Weight.ofLoops(read.loop().depth()))
                .offering(PlanFix.of(read, certainty.precision(), model));
    }

    private static Certainty certainty(RepeatedRead read, Model model) {
        if (read.circumstance().isPresent()) {
            return Certainty.possible(read.circumstance().get().doubt());
        }
        Certainty known = ofOrigin(read);
        return Handful.of(read.loop(), model).map(known::and).orElse(known);
    }

    /** Of an unknown origin it is likely only where somebody outside calls the loop with rows that may lack it. */
    private static Certainty ofOrigin(RepeatedRead read) {
        if (read.origin().isPresent()) {
            if (!read.origin().get().isPlanKnown()) {
                return Certainty.possible("not all is known of what the query loads");
            }
            return read.ambiguous() ? Certainty.likely(SEVERAL) : Certainty.PROVEN;
        }
        String open = "the query that gives the rows is not known";
        return read.reachable() && !read.ambiguous() ? Certainty.likely(open)
                : Certainty.possible(open + ", and " + (read.ambiguous() ? SEVERAL : "callers may have loaded it"));
    }

    private static String message(RepeatedRead read) {
        String names = read.associations().stream().map(Association::label).collect(Collectors.joining(", "));
        String source = read.origin().map(query -> query.label() + " does not load it, so ")
                .orElse("Nothing seen here loads it before, so ");
        String what = "Each turn of this loop reads " + names + ", which is lazy. " + source
                + "each turn sends a statement of its own.";
        return what + " " + cure(read);
    }

    private static String cure(RepeatedRead read) {
        if (!read.joinable()) {
            return "Set a batch size for it: two lists on the way cannot be joined in one query.";
        }
        String way = read.origin().or(read::unplanned).map(query -> query.advice().fetch()).orElse("");
        String batch = " or set a batch size for it.";
        return way.isEmpty() ? "Load " + read.path() + " with the query," + batch
                : "Load " + read.path() + " with the query (" + way + ")," + batch;
    }

    /** What hangs on a to-one is loaded once for each target, however many rows share it. */
    private static String cost(RepeatedRead read, Model model) {
        Association first = read.associations().get(0);
        String elements = read.loop().elements();
        String shared = first.cardinality().isToOne() ? first.target() : sharedOwner(read, model);
        return "1 + N statements, N = "
                + (shared.isEmpty() ? "" : "distinct " + shared.substring(shared.lastIndexOf('.') + 1) + " among ") + elements;
    }

    /** The class of the objects whose list is read, where many rows may lead to one of them; else empty. */
    private static String sharedOwner(RepeatedRead read, Model model) {
        List<Attribute> path = model.entities().ofClass(read.rootEntity())
                .map(root -> model.entities().resolve(root, List.of(read.path().split("\\.")))).orElse(List.of());
        return path.size() > 1 && path.get(path.size() - 2) instanceof Association owner
                && owner.cardinality() == Association.Cardinality.MANY_TO_ONE ? owner.target() : "";
    }

    private static List<Step> related(RepeatedRead read) {
        List<Step> related = new ArrayList<>();
        read.associations().forEach(each -> related.add(new Step(each.place(), each.label() + " is mapped lazy")));
        related.addAll(read.others());
        read.origin().ifPresent(query -> related.add(new Step(query.place(), query.label() + " loads the rows without it")));
        read.unplanned().ifPresent(query -> related.add(new Step(query.place(), query.label() + " yields such rows without it")));
        return List.copyOf(related);
    }
}
