package dev.seqscan.rules.looping.writeinloop;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Trail;
import dev.seqscan.finding.Weight;
import dev.seqscan.flow.Reach;
import dev.seqscan.flow.RepeatedStatement;
import dev.seqscan.flow.Written;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Delivery;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.rule.Handful;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.Rule;
import dev.seqscan.source.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports calls in a loop that write one row in each turn. */
@AutoService(Rule.class)
public final class WriteInLoop implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        Ordinals ordinals = new Ordinals();
        for (RepeatedStatement repeated : model.flow().repeatedStatements()) {
            if (repeated.onlyWrites() && !isBatched(repeated) && !repeated.identifiersBlockBatch()) {
                findings.accept(finding(repeated, model, ordinals));
            } else if (repeated.onlyWrites()) {
                model.trail().note(repeated.site().place(), Trail.About.RULE, () -> isBatched(repeated)
                        ? "write-in-loop does not report: the statements leave in batches at the end of the transaction"
                        : "write-in-loop does not report: identifiers of the database block batches, which is another rule's");
            }
        }
    }

    /** What waits for the end of the transaction and leaves in batches costs one round trip for many turns. */
    private static boolean isBatched(RepeatedStatement repeated) {
        return repeated.queries().stream().allMatch(each -> delivery(each, repeated) == Delivery.BATCHED)
                && !asksFirst(repeated.queries().get(0), repeated);
    }

    private static boolean asksFirst(Query query, RepeatedStatement repeated) {
        return query.writing().asksFirst() && repeated.written() != Written.LOADED;
    }

    /** Of what is not known to be new or there the worse is taken. */
    private static Delivery delivery(Query query, RepeatedStatement repeated) {
        if (isWithoutTransaction(repeated, query)) {
            return Delivery.AT_ONCE;
        }
        Query.Writing writing = query.writing();
        boolean inserts = query.shape().command() == Command.INSERT;
        return !inserts || repeated.written() == Written.LOADED ? writing.changes()
                : repeated.written() == Written.FRESH ? writing.inserts()
                : writing.inserts().compareTo(writing.changes()) < 0 ? writing.inserts() : writing.changes();
    }

    private Finding finding(RepeatedStatement repeated, Model model, Ordinals ordinals) {
        Query query = repeated.queries().get(0);
        String subject = query.label();
        return card().finding(certainty(repeated, query, model), repeated.site().place(), message(repeated, query))
                .about(subject, ordinals.next(repeated.site(), subject))
                .path(repeated.chain())
                .related(declaration(repeated, query))
                .costing(cost(repeated, query))
                .reachedFrom(repeated.site().entryPoint())
                .weighing(Weight.ofLoops(repeated.loop().depth()));
    }

    private static Certainty certainty(RepeatedStatement repeated, Query query, Model model) {
        if (repeated.circumstance().isPresent()) {
            return Certainty.possible(repeated.circumstance().get().doubt());
        }
        if (query.acceptsMany()) {
            return Certainty.possible("a whole list is written, which may be one chunk of many");
        }
        Optional<Certainty> handful = Handful.of(repeated.loop(), query, model);
        if (handful.isPresent()) {
            return handful.get();
        }
        if (repeated.reach() == Reach.VAGUE) {
            return Certainty.possible("calls on the way may reach many methods, or start jobs of their own");
        }
        if (query.shape().roots().isEmpty() && query.writing().asksFirst()) {
            return Certainty.possible("what is written may be no entity");
        }
        if (delivery(query, repeated) == Delivery.HELD_BACK && !asksFirst(query, repeated) && repeated.written() != Written.FRESH) {
            return Certainty.possible("the changes leave together when the transaction ends: a batch size is missing, no other loop");
        }
        if (repeated.reach() == Reach.AMBIGUOUS) {
            return Certainty.likely("a call on the way may reach one of several methods");
        }
        if (isWithoutTransaction(repeated, query)) {
            return Certainty.likely("a transaction around the loop may not have been seen");
        }
        if (!query.writing().equals(Query.Writing.AT_ONCE) && query.shape().roots().isEmpty()) {
            return Certainty.likely("the mapping of what is written is not known");
        }
        return switch (delivery(query, repeated)) {
            case AT_ONCE -> Certainty.PROVEN;
            case UNKNOWN -> Certainty.possible("how the persistence provider sends the statements is not known");
            case HELD_BACK -> Certainty.likely("the statements are held back until the transaction ends");
            case BATCHED -> Certainty.likely("the rows may have been loaded before");
        };
    }

    private static boolean isWithoutTransaction(RepeatedStatement repeated, Query query) {
        return query.writing().ownTransaction() && !repeated.transaction();
    }

    /** An inherited method is declared nowhere in the program; its place is the call. */
    private static List<Step> declaration(RepeatedStatement repeated, Query query) {
        Place sent = repeated.chain().get(repeated.chain().size() - 1).place();
        return query.place().equals(sent) ? List.of()
                : List.of(new Step(query.place(), query.label() + " is declared here"));
    }

    private static String message(RepeatedStatement repeated, Query query) {
        int others = (int) repeated.queries().stream().map(Query::label).distinct().count() - 1;
        String more = others > 0 ? " (and " + others + " more)" : "";
        String many = query.advice().many().isEmpty() ? "one statement for the whole list" : query.advice().many();
        String does = changesRows(query, repeated) ? "changes a row that a query has given: " : "writes to the database: ";
        String cure = !isWithoutTransaction(repeated, query) && delivery(query, repeated) == Delivery.BATCHED
                ? "Load the rows with one query before the loop"
                : "Collect the objects and write them together: " + many + identifiers(repeated, query);
        return "Each turn of this loop " + does + query.label() + more + ". " + roundTrip(repeated, query) + " " + cure + ".";
    }

    /** To save what a query has given is to change it. */
    private static boolean changesRows(Query query, RepeatedStatement repeated) {
        return query.shape().command() == Command.INSERT && repeated.written() == Written.LOADED;
    }

    /** A repository saves both. */
    private static boolean mayChangeRows(Query query, RepeatedStatement repeated) {
        return query.shape().command() == Command.INSERT && query.writing().ownTransaction() && repeated.written() == Written.UNKNOWN;
    }

    private static String identifiers(RepeatedStatement repeated, Query query) {
        boolean inserts = query.shape().command() == Command.INSERT && !changesRows(query, repeated);
        return !inserts || query.advice().batch().isEmpty() ? ""
                : "; new rows are not batched as long as the database makes their identifiers: " + query.advice().batch();
    }

    private static String roundTrip(RepeatedStatement repeated, Query query) {
        if (isWithoutTransaction(repeated, query)) {
            return "No transaction is seen around the loop; without one each turn also begins and commits its own.";
        }
        return switch (delivery(query, repeated)) {
            case AT_ONCE -> "Every statement is a round trip.";
            case HELD_BACK -> "The statements wait for the end of the transaction, but each of them is a round trip then.";
            case UNKNOWN -> "The statements wait for the end of the transaction, and may go one by one then.";
            case BATCHED -> "The changes leave in batches at the end of the transaction, but each row is read alone before.";
        };
    }

    private static String cost(RepeatedStatement repeated, Query query) {
        String statements = query.shape().command() == Command.OTHER ? "statements"
                : changesRows(query, repeated) ? "updates" : mayChangeRows(query, repeated) ? "inserts or updates"
                : query.shape().command().name().toLowerCase(Locale.ROOT) + "s";
        return (asksFirst(query, repeated) ? "N selects + N " : "N ") + statements + ", N = " + repeated.loop().elements();
    }
}
