package dev.seqscan.query.jooq;

import dev.seqscan.program.Program;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.Texts;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;

/** Reads how many rows a statement asks for ("The LIMIT clause" in the manual). */
final class LimitReader {

    private LimitReader() {
    }

    /** The limit; a page that begins behind a row skips none. */
    static Limit of(CallChain chain, StatementSteps steps, Program program) {
        Optional<CallChain.Step> limit = chain.last("limit", "addLimit");
        boolean both = limit.filter(each -> each.call().arguments().size() == 2).isPresent();
        int rows = limit.map(each -> number(each, both ? 1 : 0, program)).orElse(Limit.UNLIMITED);
        int offset = both ? number(limit.get(), 0, program)
                : chain.last("offset", "addOffset").map(each -> number(each, 0, program)).orElse(0);
        return steps.isSelect() ? new Limit(rows, offset) : Limit.NONE;
    }

    private static int number(CallChain.Step step, int argument, Program program) {
        List<Expression> arguments = step.call().arguments();
        if (step.conditional() || arguments.size() <= argument) {
            return Limit.VARIABLE;
        }
        Expression given = arguments.get(argument);
        boolean inline = given instanceof Expression.Call call && call.arguments().size() == 1
                && List.of("inline", "val", "value").contains(call.name());
        return Texts.number(inline ? ((Expression.Call) given).arguments().get(0) : given, step.owner(), step.method(),
                program)
                .orElse(Limit.VARIABLE);
    }
}
