package dev.seqscan.query.springdata;

import dev.seqscan.entity.Entity;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one statement that does what a derived delete does row by row. */
final class BulkDelete {

    private BulkDelete() {
    }

    /**
     * The annotations to write, as {@code @Modifying @Query("delete from Order e where e.customer.id = ?1")}. A bulk
     * statement knows nothing of {@code @SQLDelete} and takes no joins (Jakarta Persistence 3.1, section 4.10).
     */
    static String of(QueryShape shape, Optional<Entity> domain) {
        boolean replaced = domain.filter(each -> !each.removal().statement().isEmpty()).isPresent();
        if (domain.isEmpty() || replaced) {
            return "@Modifying @Query(\"" + (replaced ? "update" : "delete") + " ..\")";
        }
        boolean plain = shape.unknown().isEmpty() && shape.roots().size() == 1 && !shape.predicates().isEmpty()
                && shape.predicates().stream().allMatch(BulkDelete::isPlain);
        return "@Modifying @Query(\"delete from " + domain.get().name() + (plain ? " e where " + conditions(shape) : " ..")
                + "\")";
    }

    private static boolean isPlain(Predicate each) {
        return (each.operator() == Operator.EQUAL || each.operator() == Operator.IN) && each.value() == Value.PARAMETER
                && each.disjunction() == 0 && each.function().isEmpty();
    }

    private static String conditions(QueryShape shape) {
        List<String> conditions = new ArrayList<>();
        for (Predicate each : shape.predicates()) {
            conditions.add("e." + each.path() + (each.operator() == Operator.IN ? " in ?" : " = ?") + (conditions.size() + 1));
        }
        return String.join(" and ", conditions);
    }
}
