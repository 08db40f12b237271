package dev.seqscan.query.mybatis;

import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls of {@code SqlSession}, which names its statements by text. */
final class SessionCall {

    private static final Set<String> SESSIONS = Set.of("org.apache.ibatis.session.SqlSession",
            "org.mybatis.spring.SqlSessionTemplate", "org.apache.ibatis.session.SqlSessionManager");
    private static final Map<String, Rows> READS = Map.of("selectOne", Rows.ONE, "selectList", Rows.MANY, "selectMap",
            Rows.MANY, "selectCursor", Rows.MANY, "select", Rows.MANY);
    private static final Map<String, Command> WRITES = Map.of("insert", Command.INSERT, "update", Command.UPDATE, "delete",
            Command.DELETE);

    private SessionCall() {
    }

    static boolean isSession(String owner) {
        return SESSIONS.contains(owner);
    }

    static Optional<Query> bind(CallSite call, Mappers mappers, QueryContext context) {
        String method = call.target().name();
        boolean reads = READS.containsKey(method);
        if (!reads && !WRITES.containsKey(method)) {
            return Optional.empty();
        }
        Optional<String> name = call.arguments().isEmpty() ? Optional.empty()
                : Texts.text(call.arguments().get(0), call.body(), context.program()).constant();
        Command command = reads ? Command.SELECT : WRITES.get(method);
        MappedStatement statement = name.flatMap(each -> mappers.statement(each, context.schema()))
                .orElseGet(() -> new MappedStatement(command, Optional.empty(), false, call.place()));
        return Optional.of(MapperQuery.of(call, label(name, method), statement, reads ? READS.get(method) : Rows.NONE,
                mappers, context));
    }

    /** {@code com.shop.OrderMapper.findOpen} is shown as {@code OrderMapper.findOpen}. */
    private static String label(Optional<String> name, String method) {
        return name.map(full -> full.replaceAll(".*\\.([^.]+\\.[^.]+)$", "$1")).orElse("SqlSession." + method);
    }
}
