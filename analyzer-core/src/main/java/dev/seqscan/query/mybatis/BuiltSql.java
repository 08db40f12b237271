package dev.seqscan.query.mybatis;

import dev.seqscan.program.Program;
import dev.seqscan.query.Building;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.OwnCalls;
import dev.seqscan.query.Text;
import dev.seqscan.query.Texts;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.List;
import java.util.Optional;

/** The text of a statement that code builds with {@code SQL} ("The SQL Builder Class" in the reference of MyBatis 3). */
final class BuiltSql {

    private static final String TYPE = "org.apache.ibatis.jdbc.SQL";

    /** Everything is called on the object itself, and no method of the library makes or takes one. */
    private static final Building.Library LIBRARY = new Building.Library() {
        @Override
        public boolean makes(Expression.Call call) {
            return false;
        }

        @Override
        public boolean leaves(Expression.Call call) {
            return false;
        }
    };

    private BuiltSql() {
    }

    /** The text of the object, or of its {@code toString()}, that an expression is; empty for all other expressions. */
    static Optional<Text> of(Expression value, CodePlace place, Program program) {
        return Building.of(value, place, program, LIBRARY).filter(BuiltSql::isSql).map(each -> text(each, program));
    }

    private static boolean isSql(Building building) {
        return building.origin() instanceof Expression.New creation
                && building.start().owner().resolve(creation.type()).className().equals(TYPE);
    }

    private static Text text(Building building, Program program) {
        SqlClauses clauses = new SqlClauses();
        initialised((Expression.New) building.origin(), building.start(), program, clauses);
        building.steps().forEach(each -> add(each.call(), each.place(), each.conditional(), program, clauses));
        return building.isOpen() ? clauses.text().plus(Text.hole()) : clauses.text();
    }

    /** {@code new SQL() {{ SELECT("id"); }}}: the names that it uses are those of the method around it. */
    private static void initialised(Expression.New creation, CodePlace place, Program program, SqlClauses clauses) {
        List<MethodDeclaration> blocks = creation.body() == null ? List.of() : creation.body().methods().stream()
                .filter(each -> each.name().equals("<instance>")).toList();
        blocks.forEach(block -> OwnCalls.of(block)
                .forEach(each -> add(each.call(), place, each.conditional(), program, clauses)));
    }

    private static void add(Expression.Call call, CodePlace place, boolean conditional, Program program, SqlClauses clauses) {
        if (SqlClauses.isName(call.name())) {
            clauses.add(call.name(), call.arguments().stream().map(each -> Texts.text(each, place, program)).toList(),
                    conditional);
        }
    }
}
