package dev.seqscan.query.hql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.hibernate.grammars.hql.HqlLexer;
import org.hibernate.grammars.hql.HqlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionGroupsTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "from Order o where (o.a = 1 or o.b = 2) and o.c = 3",
        "from Order o where ((o.a = 1 or o.b = 2) and not (o.c is null)) or ((o.d in (1, 2)))",
        "from Order o where (o.total + o.tax) * 2 > 10 and (o.a > 1)",
        "from Order o where o.a between (o.b + 1) and (o.c + 1) and (o.d <> 1)",
        "from Order o where (o.a, o.b) in (select p.a, p.b from Part p where (p.c = 1 or p.d = 2))",
        "from Order o where (select count(p) from Part p where (p.order = o and p.c = 1)) > 3 or (o.a = 1)",
        "from Order o where not exists (select 1 from Part p where (p.a = 1 and (p.b = 2 or p.c = 3)))",
        "from Order o where (case when (o.a = 1) then 1 else 2 end) = 1 and (o.b = 1 or o.c = 2)",
        "from Order o join Part p on (p.order = o and (p.a = 1 or p.b = 2)) where (o.a = 1) order by (o.a)",
        "select count(o), o.a from Order o group by o.a having (count(o) > 1 and (max(o.b) < 3))",
        "select coalesce((o.a = 1), false) from Order o where lower((o.b)) like concat('%', (:text), '%')",
        "delete from Order o where (o.a is empty or o member of o.parts) and (upper(o.b) like 'x%')",
        "update Order o set o.a = (o.b + 1) where (o.c = 1 or (o.d = 2 and o.e = :e))",
        "from Order o where o.a = 1"})
    void the_tree_is_that_of_a_parse_of_the_whole(String text) {
        assertThat(new ConditionGroups(ConditionGroupsTest::parser).statement(tokens(text)).toStringTree(parser(List.of())))
                .isEqualTo(parser(tokens(text)).statement().toStringTree(parser(List.of())));
    }

    @Test
    void each_condition_in_parentheses_is_parsed_by_itself() {
        AtomicInteger parsers = new AtomicInteger();
        new ConditionGroups(tokens -> {
            parsers.incrementAndGet();
            return parser(tokens);
        }).statement(tokens("from Order o where (o.a = 1 or (o.b = 2 and o.c in (1, 2))) and (o.d + 1) > 2"));
        assertThat(parsers).hasValue(3);
    }

    private static List<Token> tokens(String text) {
        CommonTokenStream tokens = new CommonTokenStream(new HqlLexer(CharStreams.fromString(text)));
        tokens.fill();
        return tokens.getTokens();
    }

    private static HqlParser parser(List<Token> tokens) {
        HqlParser parser = new HqlParser(new CommonTokenStream(new ListTokenSource(tokens)));
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        return parser;
    }
}
