package dev.seqscan.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.seqscan.schema.Product;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static final Place PLACE = new Place("A.java", Span.ofLine(1));
    private static final Step STEP = new Step(PLACE, "runs");
    private static final Finding.Identity IDENTITY = new Finding.Identity("A#list()", "findById()", 0);

    /** Each changes one part. */
    private static final List<UnaryOperator<Finding>> CHANGES = List.of(each -> each.path(List.of(STEP)),
            each -> each.related(List.of(STEP)), each -> each.costing("N statements"), each -> each.reachedFrom("GET /orders"),
            each -> each.weighing(Weight.ofLoops(2)),
            each -> each.needing(List.of(IndexNeed.ofColumns(Product.H2, "orders", List.of("status"), PLACE, "Orders.find"))),
            each -> each.offering(List.of(new Edit("why", PLACE, "text"))),
            each -> each.at(Level.NOTE), each -> each.at(new Place("B.java", Span.ofLine(2))),
            each -> each.atMost(Certainty.possible("nobody calls it")));

    @Test
    void a_finding_is_never_graver_than_it_is_sure() {
        assertThat(finding(Certainty.PROVEN).level()).isEqualTo(Level.ERROR);
        assertThat(finding(Certainty.likely("a")).level()).isEqualTo(Level.WARNING);
        assertThat(finding(Certainty.likely("a")).at(Level.ERROR).level()).isEqualTo(Level.WARNING);
        assertThat(finding(Certainty.PROVEN).atMost(Certainty.possible("a")).level()).isEqualTo(Level.NOTE);
    }

    @Test
    void what_is_proven_has_no_doubt() {
        assertThat(finding(new Certainty(Precision.PROVEN, "nothing")).doubt()).isEmpty();
        assertThat(finding(Certainty.likely("the table may be small")).doubt()).isEqualTo("the table may be small");
        assertThat(finding(Certainty.likely("a")).atMost(Certainty.PROVEN).doubt()).isEqualTo("a");
    }

    @Test
    void who_is_not_sure_says_why() {
        assertThatIllegalArgumentException().isThrownBy(() -> Certainty.likely(" "))
                .withMessage("a finding that is likely only has to say what is open");
        assertThatIllegalArgumentException().isThrownBy(() -> new Certainty(Precision.POSSIBLE, ""));
    }

    @Test
    void a_part_that_is_missing_is_named() {
        assertThatNullPointerException().isThrownBy(() -> finding(null)).withMessage("certainty");
        assertThatNullPointerException().isThrownBy(() -> Certainty.likely(null)).withMessage("doubt");
        assertThatNullPointerException().isThrownBy(() -> new Claim("r", null, Certainty.PROVEN, PLACE, "")).withMessage("level");
        assertThatNullPointerException().isThrownBy(() -> new Claim("r", Level.NOTE, Certainty.PROVEN, null, ""))
                .withMessage("place");
        Claim claim = new Claim("r", Level.NOTE, Certainty.PROVEN, PLACE, "");
        assertThatNullPointerException().isThrownBy(() -> claim.about(null, IDENTITY)).withMessage("subject");
        assertThatNullPointerException().isThrownBy(() -> claim.about("", null)).withMessage("identity");
        assertThatNullPointerException().isThrownBy(() -> finding(Certainty.PROVEN).reachedFrom(null)).withMessage("entryPoint");
    }

    @Test
    void findings_of_equal_parts_are_equal_and_each_part_counts() {
        Finding plain = finding(Certainty.PROVEN);
        assertThat(finding(Certainty.PROVEN)).isEqualTo(plain).hasSameHashCodeAs(plain);
        for (UnaryOperator<Finding> change : CHANGES) {
            assertThat(change.apply(plain)).isNotEqualTo(plain).isEqualTo(change.apply(finding(Certainty.PROVEN)));
        }
    }

    @Test
    void a_changed_part_leaves_the_others() {
        Finding full = finding(Certainty.PROVEN);
        for (UnaryOperator<Finding> change : CHANGES) {
            full = change.apply(full);
        }
        Finding backwards = finding(Certainty.PROVEN);
        for (int i = CHANGES.size() - 1; i >= 0; i--) {
            backwards = CHANGES.get(i).apply(backwards);
        }
        assertThat(full).isEqualTo(backwards);
    }

    @Test
    void a_list_that_changes_later_changes_no_finding() {
        List<Step> steps = new ArrayList<>(List.of(STEP));
        Finding finding = finding(Certainty.PROVEN).path(steps).related(steps);
        steps.clear();
        assertThat(finding.path()).containsExactly(STEP);
        assertThat(finding.related()).containsExactly(STEP);
    }

    private static Finding finding(Certainty certainty) {
        return new Claim("query-in-loop", Level.ERROR, certainty, PLACE, "Message.").about("Order.customer", IDENTITY);
    }
}
