package dev.seqscan.rules.fetching.lazyloadinserialization;

import com.google.auto.service.AutoService;
import dev.seqscan.entity.Association;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Weight;
import dev.seqscan.flow.RepeatedRead;
import dev.seqscan.query.Query;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reports associations that are loaded one by one while rows are written as JSON. */
@AutoService(Rule.class)
public final class LazyLoadInSerialization implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        Ordinals ordinals = new Ordinals();
        for (RepeatedRead read : model.flow().repeatedReads()) {
            if (read.serialised()) {
                findings.accept(finding(read, ordinals));
            }
        }
    }

    private Finding finding(RepeatedRead read, Ordinals ordinals) {
        String subject = read.associations().get(0).label();
        return card().finding(certainty(read), read.site().place(), message(read))
                .about(subject, ordinals.next(read.site(), subject))
                .path(read.chain())
                .related(related(read))
                .costing(cost(read))
                .reachedFrom(read.site().entryPoint())
                .weighing(Weight.ofLoops(read.loop().depth()));
    }

    /** Rows of unknown origin may come from the request, or have been loaded with all that is written. */
    private static Certainty certainty(RepeatedRead read) {
        if (read.origin().isEmpty()) {
            return Certainty.possible("the query that gives the rows is not known");
        }
        Query origin = read.origin().get();
        if (!origin.isPlanKnown()) {
            return Certainty.possible("not all is known of what the query loads");
        }
        return read.ambiguous() ? Certainty.likely("what is written may be of several classes") : Certainty.PROVEN;
    }

    private static String message(RepeatedRead read) {
        String names = read.associations().stream().map(Association::label).collect(Collectors.joining(", "));
        String source = read.origin().map(query -> query.label() + " does not load").orElse("nothing seen here loads");
        return "The serialiser reads " + names + " of each row, which is lazy and which " + source
                + ": a statement for each. " + cure(read);
    }

    private static String cure(RepeatedRead read) {
        if (!read.joinable()) {
            return "Write a projection that holds what the reader needs, or set a batch size: two lists on the way cannot be "
                    + "joined in one query.";
        }
        String way = read.origin().or(read::unplanned).map(query -> query.advice().fetch()).orElse("");
        String load = way.isEmpty() ? "Load " + read.path() + " with the query"
                : "Load " + read.path() + " with the query (" + way + ")";
        return load + ", or write a projection that holds what the reader needs.";
    }

    private static String cost(RepeatedRead read) {
        Association first = read.associations().get(0);
        if (first.cardinality().isToOne()) {
            String target = first.target().substring(first.target().lastIndexOf('.') + 1);
            return "1 + N statements, N = distinct " + target + " among the rows of the response";
        }
        return "1 + N statements, N = rows of the response";
    }

    private static List<Step> related(RepeatedRead read) {
        List<Step> related = new ArrayList<>();
        read.associations().forEach(each -> related.add(new Step(each.place(), each.label() + " is mapped lazy")));
        read.origin().ifPresent(query -> related.add(new Step(query.place(), query.label() + " loads the rows without it")));
        read.unplanned().ifPresent(query -> related.add(new Step(query.place(), query.label() + " yields such rows without it")));
        return List.copyOf(related);
    }
}
