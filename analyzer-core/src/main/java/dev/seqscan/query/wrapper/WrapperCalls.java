package dev.seqscan.query.wrapper;

import dev.seqscan.query.Building;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What calls of MyBatis-Plus do with wrappers. */
final class WrapperCalls implements Building.Library {

    static final WrapperCalls INSTANCE = new WrapperCalls();
    private static final Set<String> MAKING = Set.of("lambdaQuery", "lambdaUpdate", "query", "update", "ktQuery", "ktUpdate",
            "lambdaQueryChain", "queryChain", "lambdaUpdateChain", "updateChain", "emptyWrapper");
    /** Mappers, services and methods like theirs send what they are given. */
    private static final Pattern SENDING = Pattern.compile(
            "(?:select|get|list|count|page|find|query|load|exists?|update|delete|remove|save|one|debug|info|trace|log"
                    + "|add|put|eq)(?:[A-Z]\\w*)?");

    private WrapperCalls() {
    }

    @Override
    public boolean makes(Expression.Call call) {
        return MAKING.contains(call.name());
    }

    @Override
    public boolean leaves(Expression.Call call) {
        return SENDING.matcher(call.name()).matches();
    }

    /**
     * Whether a wrapper is made of a row, whose values that are not null become conditions. Classes, mappers and names of
     * columns are none.
     */
    static boolean takesRow(Expression origin) {
        List<Expression> given = origin instanceof Expression.New creation ? creation.arguments()
                : origin instanceof Expression.Call call ? call.arguments() : List.of();
        boolean chain = origin instanceof Expression.New creation && creation.type().simpleName().contains("Chain")
                || origin instanceof Expression.Call call && call.name().endsWith("Chain");
        boolean body = origin instanceof Expression.New creation && creation.body() != null;
        return body || (chain ? given.stream().skip(1) : given.stream())
                .anyMatch(each -> !(each instanceof Expression.ClassLiteral)
                && !(each instanceof Expression.Literal)
                && !(each instanceof Expression.Call call && call.name().equals("getClass")));
    }
}
