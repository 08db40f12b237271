package dev.seqscan.finding;

import dev.seqscan.source.Place;
import java.util.Objects;

/**
 * What a rule says of a place. It is a {@link Finding} once it is told what it is about.
 *
 * @param level how grave it is: the rule's level, capped by how sure it is
 * @param certainty how sure it is and why not more
 * @param place the one call or read that is to blame, on one line where possible
 * @param message what happens at run time here, why it costs, what to do: plain text, a few short sentences
 */
public record Claim(String ruleId, Level level, Certainty certainty, Place place, String message) {

    /** Refuses a missing part by its name. No claim is graver than its certainty allows. */
    public Claim {
        Objects.requireNonNull(ruleId, "ruleId");
        Objects.requireNonNull(certainty, "certainty");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(message, "message");
        level = certainty.precision().cap(Objects.requireNonNull(level, "level"));
    }

    /**
     * The finding.
     *
     * @param subject what it is about, as {@code Order.customer} or {@code orders.status}
     * @param identity what tells it from others when lines move
     */
    public Finding about(String subject, Finding.Identity identity) {
        return new Finding(this, subject, identity);
    }

    Claim at(Level other) {
        return new Claim(ruleId, other, certainty, place, message);
    }

    Claim at(Place other) {
        return new Claim(ruleId, level, certainty, other, message);
    }

    Claim certain(Certainty other) {
        return new Claim(ruleId, level, other, place, message);
    }
}
