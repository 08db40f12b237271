package dev.seqscan.query.mybatis;

import dev.seqscan.query.CallSite;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.Text;
import dev.seqscan.query.wrapper.ExampleStatement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The conditions that a call gives to a statement which MyBatis Generator wrote.
 *
 * @param names what the statement's tests ask for
 * @param conditions with {@code and} before each of them
 */
record GivenExample(Map<String, String> names, Text conditions) {

    /** What the call's argument says that is an example; empty where none is seen. */
    static Optional<GivenExample> of(CallSite call, String name, QueryContext context) {
        CodePlace place = new CodePlace(call.body().owner(), call.body().method(), Optional.empty());
        return IntStream.range(0, Math.min(call.arguments().size(), call.target().parameters().size())).boxed()
                .flatMap(each -> context.program().declared(call.target().parameters().get(each).className(),
                                call.body().owner().module())
                        .flatMap(type -> ExampleStatement.of(call.arguments().get(each), place, type, context)).stream())
                .findFirst().map(each -> new GivenExample(names(each, name.isEmpty() ? "" : name + "."), each.conditions()));
    }

    private static Map<String, String> names(ExampleStatement example, String prefix) {
        Map<String, String> names = new HashMap<>(Map.of("_parameter", "given"));
        Optional<String> order = example.order().parts().isEmpty() ? Optional.of("null") : example.order().constant();
        order.ifPresent(each -> names.put(prefix + "orderByClause", each));
        return names;
    }
}
