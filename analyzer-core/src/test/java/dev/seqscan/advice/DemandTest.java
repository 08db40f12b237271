package dev.seqscan.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.finding.IndexNeed;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Product;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemandTest {

    @Test
    void an_index_for_more_equal_columns_serves_fewer() {
        assertThat(demand("status", "").isBefore(demand("status,city", ""))).isTrue();
        assertThat(demand("status,city", "").isBefore(demand("status", ""))).isFalse();
    }

    @Test
    void what_follows_may_be_a_column_that_the_other_compares() {
        assertThat(demand("status", "created").isBefore(demand("created,status", "name"))).isTrue();
        assertThat(demand("status", "created").isBefore(demand("status,city", "created"))).isFalse();
    }

    @Test
    void a_longer_order_serves_a_shorter_one_of_the_same_columns() {
        assertThat(demand("status", "created").isBefore(demand("status", "created,id"))).isTrue();
        assertThat(demand("status", "id").isBefore(demand("status", "created,id"))).isFalse();
        assertThat(demand("", "created").isBefore(demand("", "created,id"))).isTrue();
    }

    @Test
    void nothing_comes_before_itself_and_the_order_is_transitive() {
        Random random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            Demand one = random(random);
            Demand two = random(random);
            Demand three = random(random);
            assertThat(one.isBefore(one)).isFalse();
            assertThat(one.isBefore(two) && two.isBefore(one)).as("%s, %s", one, two).isFalse();
            if (one.isBefore(two) && two.isBefore(three)) {
                assertThat(one.isBefore(three)).as("%s, %s, %s", one, two, three).isTrue();
            }
        }
    }

    private static Demand random(Random random) {
        List<String> columns = new ArrayList<>(List.of("a", "b", "c", "d"));
        Collections.shuffle(columns, random);
        int equal = random.nextInt(3);
        int then = random.nextInt(columns.size() - equal);
        return demand(String.join(",", columns.subList(0, equal)), String.join(",", columns.subList(equal, equal + then)));
    }

    private static Demand demand(String equal, String then) {
        return new Demand(List.of(new IndexNeed(Product.POSTGRESQL, "orders", parts(equal), parts(then), Set.of(), Set.of(), List.of(),
                new Place("Orders.java", Span.ofLine(1)), "find")));
    }

    private static List<Index.Part> parts(String columns) {
        return Arrays.stream(columns.split(",")).filter(each -> !each.isEmpty()).map(Index.Part::of).toList();
    }
}
