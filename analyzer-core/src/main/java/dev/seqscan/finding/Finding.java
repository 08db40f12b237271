package dev.seqscan.finding;

import dev.seqscan.source.Place;
import java.util.List;

/**
 * A problem at a place.
 *
 * @param message what happens at run time here, why it costs, what to do: plain text, a few short sentences
 * @param place the one call or read that is to blame, on one line where possible
 * @param path the chain of evidence in the order in which it happens at run time; may be empty
 * @param related other places that belong to it, as the mapping, the table, further queries of the same kind
 * @param subject what it is about, as {@code Order.customer} or {@code orders.status}
 * @param cost round trips or rows as a formula with named sizes, as {@code 1 + N statements, N = orders of the page};
 *        empty where the rule has none
 * @param identity what tells this finding from others when lines move
 * @param entryPoint the request, listener or job that reaches it, as {@code GET /orders}, or empty
 * @param doubt why it is not proven, as a clause after "as"; empty where it is proven or no reason is known
 * @param weight how its cost grows, for ranking
 * @param needs the indexes that it calls for, one for each statement; may be empty
 * @param fixes changes of the source, of which each alone mends it; mostly empty
 */
public record Finding(String ruleId, Level level, Precision precision, String message, Place place, List<Step> path,
        List<Step> related, String subject, String cost, Identity identity, String entryPoint, String doubt, Weight weight,
        List<IndexNeed> needs, List<Edit> fixes) {

    /** A finding whose doubt is not told and of whose weight nothing is known. */
    public Finding(String ruleId, Level level, Precision precision, String message, Place place, List<Step> path,
            List<Step> related, String subject, String cost, Identity identity, String entryPoint) {
        this(ruleId, level, precision, message, place, path, related, subject, cost, identity, entryPoint, "", Weight.UNKNOWN,
                List.of(), List.of());
    }

    /** The same with the reason why it is not proven. */
    public Finding doubted(String reason) {
        return new Finding(ruleId, level, precision, message, place, path, related, subject, cost, identity, entryPoint,
                precision == Precision.PROVEN ? "" : reason, weight, needs, fixes);
    }

    /** The same with how its cost grows. */
    public Finding weighing(Weight growth) {
        return new Finding(ruleId, level, precision, message, place, path, related, subject, cost, identity, entryPoint, doubt,
                growth, needs, fixes);
    }

    /** The same with another level. */
    public Finding at(Level other) {
        return new Finding(ruleId, other, precision, message, place, path, related, subject, cost, identity, entryPoint, doubt,
                weight, needs, fixes);
    }

    /** The same at another place, with other places that belong to it. */
    public Finding at(Place other, List<Step> others) {
        return new Finding(ruleId, level, precision, message, other, path, others, subject, cost, identity, entryPoint, doubt,
                weight, needs, fixes);
    }

    /** The same that calls for indexes. */
    public Finding needing(List<IndexNeed> indexes) {
        return new Finding(ruleId, level, precision, message, place, path, related, subject, cost, identity, entryPoint, doubt,
                weight, List.copyOf(indexes), fixes);
    }

    /** The same that can be mended by a change of the source. */
    public Finding offering(List<Edit> edits) {
        return new Finding(ruleId, level, precision, message, place, path, related, subject, cost, identity, entryPoint, doubt,
                weight, needs, List.copyOf(edits));
    }

    /**
     * Identity without line or message.
     *
     * @param enclosing the method that holds the place, as {@code com.shop.OrderService#list(Pageable)}, or the table
     * @param call the normalised text of the call, without white space and arguments
     * @param ordinal tells equal ones within the method apart, counted from 0 in the order of the text
     */
    public record Identity(String enclosing, String call, int ordinal) {
    }

    /** The same, at most as sure as given; the doubt is told where it makes the difference. */
    public Finding atMost(Certainty most) {
        return precision.compareTo(most.precision()) <= 0 ? this : new Finding(ruleId, most.precision().cap(level),
                most.precision(), message, place, path, related, subject, cost, identity, entryPoint, most.doubt(), weight,
                needs, fixes);
    }

    /**
     * How soon it should be looked at, from 0 to 100: by its level, then whether an entry point reaches it, then how many
     * loops multiply its cost, then what is known of the size of the table.
     */
    public int rank() {
        int reach = entryPoint.isEmpty() ? 0 : 17;
        return level.ordinal() * 34 + reach + Math.min(weight.loops(), 3) * 4 + weight.table().ordinal();
    }

    /** Whether it is the same problem at the same place, whatever is told of it besides. */
    public boolean isSame(Finding other) {
        return place.equals(other.place) && fingerprint().equals(other.fingerprint());
    }

    /** The line-free fingerprint: SHA-256 of rule, enclosing method, call, subject and ordinal, 32 hex digits. */
    public String fingerprint() {
        return Fingerprint.of(ruleId, identity.enclosing(), identity.call(), subject, String.valueOf(identity.ordinal()));
    }
}
