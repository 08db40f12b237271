package dev.seqscan.rules.looping.queryinloop;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Weight;
import dev.seqscan.flow.RepeatedStatement;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.rule.Handful;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.Rule;
import dev.seqscan.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reports calls in a loop that ask the database in each turn. */
@AutoService(Rule.class)
public final class QueryInLoop implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        Ordinals ordinals = new Ordinals();
        Set<Place> writing = loopsThatWrite(model);
        for (RepeatedStatement repeated : model.flow().repeatedStatements()) {
            if (!repeated.onlyWrites()) {
                findings.accept(finding(repeated, model, writing, ordinals));
            }
        }
    }

    private static Set<Place> loopsThatWrite(Model model) {
        return model.flow().repeatedStatements().stream().filter(each -> each.queries().stream().anyMatch(Query::writes))
                .map(each -> each.loop().place()).collect(Collectors.toSet());
    }

    private Finding finding(RepeatedStatement repeated, Model model, Set<Place> writing, Ordinals ordinals) {
        Query query = repeated.queries().get(0);
        String subject = query.label();
        String message = message(repeated, query, writing.contains(repeated.loop().place()));
        return card().finding(certainty(repeated, query, model), repeated.site().place(), message)
                .about(subject, ordinals.next(repeated.site(), subject))
                .path(repeated.chain())
                .related(declaration(repeated, query))
                .costing("N statements, N = " + repeated.loop().elements())
                .reachedFrom(repeated.site().entryPoint())
                .weighing(Weight.ofLoops(repeated.loop().depth()));
    }

    private static Certainty certainty(RepeatedStatement repeated, Query query, Model model) {
        if (repeated.circumstance().isPresent()) {
            return Certainty.possible(repeated.circumstance().get().doubt());
        }
        Optional<Certainty> handful = Handful.of(repeated.loop(), query, model);
        if (handful.isPresent()) {
            return handful.get();
        }
        boolean untold = query.shape().command() == QueryShape.Command.OTHER && query.rows() == Query.Rows.NONE;
        if (untold && query.kind() == Query.Kind.SQL) {
            return Certainty.possible("what the statement does is not known, or it is no question");
        }
        if (repeated.isFar()) {
            return Certainty.possible("many calls lie between the loop and the statement, and each may leave it out");
        }
        return switch (repeated.reach()) {
            case SURE -> Certainty.PROVEN;
            case AMBIGUOUS -> Certainty.likely("a call on the way may reach one of several methods");
            case VAGUE -> Certainty.possible("calls on the way may reach many methods, or start jobs of their own");
        };
    }

    /** An inherited method is declared nowhere in the program; its place is the call. */
    private static List<Step> declaration(RepeatedStatement repeated, Query query) {
        Place sent = repeated.chain().get(repeated.chain().size() - 1).place();
        return query.place().equals(sent) ? List.of()
                : List.of(new Step(query.place(), query.label() + " is declared here"));
    }

    private static String message(RepeatedStatement repeated, Query query, boolean writes) {
        int others = (int) repeated.queries().stream().map(Query::label).distinct().count() - 1;
        String more = others > 0 ? " (and " + others + " more)" : "";
        String what = "Each turn of this loop asks the database: " + query.label() + more
                + ". Every statement is a round trip.";
        return what + " " + (isSame(repeated) ? same(writes) : cure(query));
    }

    private static boolean isSame(RepeatedStatement repeated) {
        return repeated.same() && repeated.queries().stream().noneMatch(Query::writes);
    }

    /** What is written between two questions may change the answer. */
    private static String same(boolean writes) {
        return "Each turn asks the same: ask once before the loop"
                + (writes ? ", and keep the result current where a turn changes it." : ".");
    }

    private static String cure(Query query) {
        String many = switch (query.shape().projection()) {
            case COUNT, AGGREGATE -> "one query with group by";
            case EXISTS -> "one query that gives those that exist";
            default -> query.advice().many().isEmpty() ? "one statement for the whole list" : query.advice().many();
        };
        return "Collect the keys, ask once before the loop (" + many + ") and look the results up in a map.";
    }
}
