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
 */
public record Finding(String ruleId, Level level, Precision precision, String message, Place place, List<Step> path,
        List<Step> related, String subject, String cost, Identity identity, String entryPoint) {

    /**
     * Identity without line or message.
     *
     * @param enclosing the method that holds the place, as {@code com.shop.OrderService#list(Pageable)}, or the table
     * @param call the normalised text of the call, without white space and arguments
     * @param ordinal tells equal ones within the method apart, counted from 0 in the order of the text
     */
    public record Identity(String enclosing, String call, int ordinal) {
    }

    /** The same, at most as sure as given. */
    public Finding atMost(Precision most) {
        return precision.compareTo(most) <= 0 ? this : new Finding(ruleId, most.cap(level), most, message, place, path, related,
                subject, cost, identity, entryPoint);
    }

    /** The line-free fingerprint: SHA-256 of rule, enclosing method, call, subject and ordinal, 32 hex digits. */
    public String fingerprint() {
        return Fingerprint.of(ruleId, identity.enclosing(), identity.call(), subject, String.valueOf(identity.ordinal()));
    }
}
