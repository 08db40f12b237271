package dev.seqscan.finding;

import dev.seqscan.source.Place;
import java.util.List;
import java.util.Objects;

/**
 * A problem at a place: a value, equal to another one of equal parts. A rule makes it of a {@link Claim}, which its card
 * makes, and adds what else it knows; without {@code about} it does not compile:
 * <pre>{@code
 * card.finding(Certainty.likely("the table may be small"), site.place(), "This call ...")
 *         .about(subject, ordinals.next(site, subject))
 *         .related(List.of(new Step(table.place(), "the table")))
 *         .costing("N statements, N = orders of the page")
 *         .reachedFrom(site.entryPoint())
 * }</pre>
 */
public final class Finding {

    private final Claim claim;
    private final Topic topic;
    private final Evidence evidence;
    private final Impact impact;
    private final Remedy remedy;

    /**
     * Identity without line or message.
     *
     * @param enclosing the method that holds the place, as {@code com.shop.OrderService#list(Pageable)}, or the table
     * @param call the normalised text of the call, without white space and arguments
     * @param ordinal tells equal ones within the method apart, counted from 0 in the order of the text
     */
    public record Identity(String enclosing, String call, int ordinal) {
    }

    private record Topic(String subject, Identity identity) {

        private Topic {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(identity, "identity");
        }
    }

    private record Evidence(List<Step> path, List<Step> related) {

        private static final Evidence NONE = new Evidence(List.of(), List.of());

        private Evidence {
            path = List.copyOf(path);
            related = List.copyOf(related);
        }
    }

    private record Impact(String cost, String entryPoint, Weight weight) {

        private static final Impact UNKNOWN = new Impact("", "", Weight.UNKNOWN);

        private Impact {
            Objects.requireNonNull(cost, "cost");
            Objects.requireNonNull(entryPoint, "entryPoint");
            Objects.requireNonNull(weight, "weight");
        }
    }

    private record Remedy(List<IndexNeed> needs, List<Edit> fixes) {

        private static final Remedy NONE = new Remedy(List.of(), List.of());

        private Remedy {
            needs = List.copyOf(needs);
            fixes = List.copyOf(fixes);
        }
    }

    /** A finding with the required parts alone. */
    Finding(Claim claim, String subject, Identity identity) {
        this(claim, new Topic(subject, identity), Evidence.NONE, Impact.UNKNOWN, Remedy.NONE);
    }

    private Finding(Claim claim, Topic topic, Evidence evidence, Impact impact, Remedy remedy) {
        this.claim = claim;
        this.topic = topic;
        this.evidence = evidence;
        this.impact = impact;
        this.remedy = remedy;
    }

    /** The same with the chain of evidence, in the order in which it happens at run time. */
    public Finding path(List<Step> steps) {
        return new Finding(claim, topic, new Evidence(steps, evidence.related), impact, remedy);
    }

    /** The same with other places that belong to it, as the mapping, the table, further queries of the same kind. */
    public Finding related(List<Step> places) {
        return new Finding(claim, topic, new Evidence(evidence.path, places), impact, remedy);
    }

    /** The same with round trips or rows as a formula with named sizes, as {@code 1 + N statements, N = orders of the page}. */
    public Finding costing(String formula) {
        return new Finding(claim, topic, evidence, new Impact(formula, impact.entryPoint, impact.weight), remedy);
    }

    /** The same with the request, listener or job that reaches it, as {@code GET /orders}; empty where none is known. */
    public Finding reachedFrom(String entryPoint) {
        return new Finding(claim, topic, evidence, new Impact(impact.cost, entryPoint, impact.weight), remedy);
    }

    /** The same with how its cost grows, for ranking. */
    public Finding weighing(Weight growth) {
        return new Finding(claim, topic, evidence, new Impact(impact.cost, impact.entryPoint, growth), remedy);
    }

    /** The same that calls for indexes, one for each statement. */
    public Finding needing(List<IndexNeed> indexes) {
        return new Finding(claim, topic, evidence, impact, new Remedy(indexes, remedy.fixes));
    }

    /** The same that can be mended by changes of the source, by each of them alone. */
    public Finding offering(List<Edit> edits) {
        return new Finding(claim, topic, evidence, impact, new Remedy(remedy.needs, edits));
    }

    /** The same with another level, as far as it is sure enough for that. */
    public Finding at(Level level) {
        return new Finding(claim.at(level), topic, evidence, impact, remedy);
    }

    /** The same at another place. */
    public Finding at(Place place) {
        return new Finding(claim.at(place), topic, evidence, impact, remedy);
    }

    /** The same, at most as sure as given; the doubt is told where it makes the difference. */
    public Finding atMost(Certainty most) {
        return precision().compareTo(most.precision()) <= 0 ? this
                : new Finding(claim.certain(most), topic, evidence, impact, remedy);
    }

    /** The rule that says it. */
    public String ruleId() {
        return claim.ruleId();
    }

    /** How grave it is; never more than its precision allows. */
    public Level level() {
        return claim.level();
    }

    /** How sure it is. */
    public Precision precision() {
        return claim.certainty().precision();
    }

    /** Why it is not proven, as a clause after "as"; empty where it is proven or no reason is known. */
    public String doubt() {
        return claim.certainty().doubt();
    }

    /** The one call or read that is to blame. */
    public Place place() {
        return claim.place();
    }

    /** What happens at run time here, why it costs, what to do. */
    public String message() {
        return claim.message();
    }

    /** What it is about, as {@code Order.customer} or {@code orders.status}. */
    public String subject() {
        return topic.subject;
    }

    /** What tells it from others when lines move. */
    public Identity identity() {
        return topic.identity;
    }

    /** The chain of evidence; may be empty. */
    public List<Step> path() {
        return evidence.path;
    }

    /** Other places that belong to it; may be empty. */
    public List<Step> related() {
        return evidence.related;
    }

    /** Its cost as a formula; empty where the rule has none. */
    public String cost() {
        return impact.cost;
    }

    /** What reaches it from outside, or empty. */
    public String entryPoint() {
        return impact.entryPoint;
    }

    /** How its cost grows. */
    public Weight weight() {
        return impact.weight;
    }

    /** The indexes that it calls for; may be empty. */
    public List<IndexNeed> needs() {
        return remedy.needs;
    }

    /** Changes of the source, of which each alone mends it; mostly empty. */
    public List<Edit> fixes() {
        return remedy.fixes;
    }

    /**
     * How soon it should be looked at, from 0 to 100: by its level, then whether an entry point reaches it, then how many
     * loops multiply its cost, then what is known of the size of the table.
     */
    public int rank() {
        int reach = entryPoint().isEmpty() ? 0 : 17;
        return level().ordinal() * 34 + reach + Math.min(weight().loops(), 3) * 4 + weight().table().ordinal();
    }

    /** Whether it is the same problem at the same place, whatever is told of it besides. */
    public boolean isSame(Finding other) {
        return place().equals(other.place()) && fingerprint().equals(other.fingerprint());
    }

    /** The line-free fingerprint: SHA-256 of rule, enclosing method, call, subject and ordinal, 32 hex digits. */
    public String fingerprint() {
        return Fingerprint.of(ruleId(), identity().enclosing(), identity().call(), subject(),
                String.valueOf(identity().ordinal()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Finding finding && parts().equals(finding.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return "Finding" + parts();
    }

    private List<Record> parts() {
        return List.of(claim, topic, evidence, impact, remedy);
    }
}
