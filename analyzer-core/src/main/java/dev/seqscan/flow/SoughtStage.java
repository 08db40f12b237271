package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.Set;
import java.util.function.Function;

/** Tells stages of a stream to which a stage before hands only what it looks for. */
final class SoughtStage {

    private final LinkedBody body;
    private final Variables variables;
    private final LibraryKnowledge library;

    SoughtStage(LinkedBody body, Variables variables, LibraryKnowledge library) {
        this.body = body;
        this.variables = variables;
        this.library = library;
    }

    /**
     * Whether a filter before a stage, and no more than {@link Used#MOST} calls before it, looks for something.
     *
     * @param matched the functions of which a test that holds lets one element pass
     * @param references whether {@code wanted::equals} looks for it too
     */
    boolean isBehind(Expression stage, Function<Expression, Set<Region>> matched, boolean references) {
        Expression before = stage instanceof Expression.Call call ? call.target() : null;
        for (int steps = 0; steps < Used.MOST && before instanceof Expression.Call call
                && !library.flattens(call.name()); steps++) {
            if (call.name().equals("filter") && call.arguments().size() == 1) {
                Expression test = call.arguments().get(0);
                if (references && isEquals(test) || test instanceof Expression.Lambda lambda && tests(lambda, matched)) {
                    return true;
                }
            }
            before = call.target();
        }
        return false;
    }

    private boolean isEquals(Expression test) {
        return test instanceof Expression.MethodReference reference && reference.name().equals("equals")
                && reference.target() instanceof Expression.Name name && body.variable(name).isPresent();
    }

    private boolean tests(Expression.Lambda lambda, Function<Expression, Set<Region>> matched) {
        return lambda.body().statements().size() == 1
                && lambda.body().statements().get(0) instanceof Statement.Return test && test.value() != null
                && body.declared(lambda.parameters().get(0)).flatMap(variables::home)
                .filter(matched.apply(test.value())::contains).isPresent();
    }
}
