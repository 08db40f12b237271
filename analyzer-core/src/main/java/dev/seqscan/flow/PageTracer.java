package dev.seqscan.flow;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.source.code.Expression;
import java.util.Set;

/** Follows a page that tells how many rows there are in all: what is done with its rows, and whether that number is read. */
final class PageTracer extends ResultTracer {

    private static final String PAGE = "org.springframework.data.domain.Page";
    private static final Set<String> TOTALS = Set.of("getTotalElements", "getTotalPages", "equals", "hashCode",
            "toString");

    PageTracer(LinkedBody body, BodyTree tree) {
        super(body, tree);
    }

    /** Whether a value of that type tells how many rows there are in all. */
    static boolean isPage(JavaType type) {
        return type.className().equals(PAGE);
    }

    @Override
    void operation(Expression.Binary operation, Expression value) {
        uses(false);
    }

    /** What is made of the page is a page, too; a part without a number in all, as Slice, tells whether there are more. */
    @Override
    void call(Expression.Call call, Expression value) {
        boolean on = call.target() == value;
        if (on && isPage(body.type(call))) {
            follow(call);
        } else {
            uses(on && !TOTALS.contains(call.name()) && body.target(call).filter(target -> target.owner().startsWith("org.springframework.")
                    || target.owner().startsWith("java.")).isPresent());
        }
    }
}
