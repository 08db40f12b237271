package dev.seqscan.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChainCoverTest {

    private static final BiPredicate<Set<String>, Set<String>> WITHIN = (one, other) -> other.size() > one.size()
            && other.containsAll(one);

    @Test
    void a_set_and_one_that_holds_it_are_one_chain() {
        assertThat(ChainCover.of(List.of(Set.of("a", "b"), Set.of("a")), WITHIN))
                .containsExactly(List.of(Set.of("a"), Set.of("a", "b")));
    }

    @Test
    void sets_that_differ_are_chains_of_their_own() {
        assertThat(ChainCover.of(List.of(Set.of("a"), Set.of("b")), WITHIN)).hasSize(2);
    }

    @Test
    void an_earlier_choice_is_taken_back_where_another_needs_it() {
        List<Set<String>> sets = List.of(Set.of("a"), Set.of("b"), Set.of("a", "b"), Set.of("a", "c"));

        assertThat(ChainCover.of(sets, WITHIN)).hasSize(2);
    }

    @Test
    void there_are_as_many_chains_as_the_most_sets_of_which_none_holds_another() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Set<Integer>> sets = IntStream.range(0, 9).mapToObj(each -> subset(random)).distinct().toList();

            List<List<Set<Integer>>> chains = ChainCover.of(sets, ChainCoverTest::isWithin);

            assertThat(chains.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(sets);
            assertThat(chains).allMatch(ChainCoverTest::isChain).hasSize(mostUnrelated(sets));
        }
    }

    private static Set<Integer> subset(Random random) {
        return IntStream.range(0, 4).filter(each -> random.nextBoolean()).boxed().collect(Collectors.toSet());
    }

    private static boolean isWithin(Set<Integer> one, Set<Integer> other) {
        return other.size() > one.size() && other.containsAll(one);
    }

    private static boolean isChain(List<Set<Integer>> chain) {
        return IntStream.range(1, chain.size()).allMatch(i -> isWithin(chain.get(i - 1), chain.get(i)));
    }

    private static int mostUnrelated(List<Set<Integer>> sets) {
        return IntStream.range(0, 1 << sets.size()).filter(choice -> isUnrelated(choice, sets)).map(Integer::bitCount).max()
                .orElseThrow();
    }

    private static boolean isUnrelated(int choice, List<Set<Integer>> sets) {
        List<Set<Integer>> chosen = IntStream.range(0, sets.size()).filter(i -> (choice & 1 << i) != 0).mapToObj(sets::get).toList();
        return chosen.stream().noneMatch(one -> chosen.stream().anyMatch(other -> isWithin(one, other)));
    }
}
