package dev.seqscan.query.jooq;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.query.Calls;
import dev.seqscan.schema.ForeignKey;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables that a statement reaches along foreign keys, {@code BOOK.author().NAME}: each is joined once ("Implicit path join"
 * and "Explicit path join" in the manual). The methods are in the generated classes, so they must be in the tree.
 */
final class Paths {

    private final TableReader tables;
    /** For each statement that is being read, the joins by the alias of the table; empty text where the statement writes them. */
    private final Deque<Map<String, Join>> open = new ArrayDeque<>();

    private record Join(JooqTable table, String condition, boolean implicit) {
    }

    Paths(TableReader tables) {
        this.tables = tables;
    }

    /** Begins a statement. */
    void enter() {
        open.push(new LinkedHashMap<>());
    }

    /** Ends it; gives the joins that it does not write itself, as SQL. */
    List<String> leave() {
        return open.pop().values().stream().filter(Join::implicit)
                .map(each -> " left join " + each.table().from() + " on " + each.condition()).toList();
    }

    /** The condition of a table that was just reached, which the statement joins itself. */
    Optional<String> written(JooqTable table) {
        Join join = open.isEmpty() ? null : open.peek().get(table.alias());
        if (join == null || !join.implicit()) {
            return Optional.empty();
        }
        open.peek().put(table.alias(), new Join(join.table(), join.condition(), false));
        return Optional.of(join.condition());
    }

    /** The table that a method of a generated table leads to; empty where it is no such method. */
    Optional<JooqTable> follow(JooqTable from, String method) {
        if (open.isEmpty() || from.generated().isEmpty() || from.alias().isEmpty()) {
            return Optional.empty();
        }
        String alias = from.alias() + "_" + method;
        Join known = open.peek().get(alias);
        if (known != null) {
            return Optional.of(known.table());
        }
        Optional<Join> found = join(from, from.generated().get(), method, alias);
        found.ifPresent(each -> open.peek().put(alias, each));
        return found.map(Join::table);
    }

    private Optional<Join> join(JooqTable from, DeclaredClass type, String method, String alias) {
        Optional<MethodDeclaration> declared = type.declaration().methods().stream()
                .filter(each -> each.name().equals(method) && each.parameters().isEmpty() && each.body() != null).findFirst();
        Optional<JooqTable> target = declared.flatMap(each -> table(type, each)).map(each -> each.as(alias));
        GeneratedKeys keys = new GeneratedKeys(type, tables);
        for (Expression given : declared.map(Paths::handed).orElse(List.of())) {
            boolean back = Calls.isCall(given, "getInverseKey");
            Optional<ForeignKey> key = keys.foreignKey(back ? ((Expression.Call) given).target() : given);
            if (key.isPresent() && target.isPresent()) {
                return Optional.of(new Join(target.get(), back ? condition(target.get(), key.get(), from)
                        : condition(from, key.get(), target.get()), true));
            }
        }
        return Optional.empty();
    }

    /** What the method hands to the constructor of the path. */
    private static List<Expression> handed(MethodDeclaration method) {
        return Calls.creations(method).stream().flatMap(each -> each.arguments().stream()).toList();
    }

    /** The table of what a method returns: a generated class, or one of paths below it. */
    private Optional<JooqTable> table(DeclaredClass owner, MethodDeclaration method) {
        Program program = tables.lookup().program();
        Optional<DeclaredClass> type = program.declared(owner.resolve(method.returnType()).className(), owner.module());
        for (int i = 0; i < 2 && type.isPresent() && GeneratedClasses.name(type.get()).isEmpty(); i++) {
            DeclaredClass below = type.get();
            type = below.declaration().extended().stream().findFirst()
                    .flatMap(each -> program.declared(below.resolve(each).className(), below.module()));
        }
        return type.flatMap(each -> GeneratedClasses.table(each, program));
    }

    private static String condition(JooqTable from, ForeignKey key, JooqTable to) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < key.columns().size() && i < key.referencedColumns().size(); i++) {
            parts.add(from.column(key.columns().get(i)) + " = " + to.column(key.referencedColumns().get(i)));
        }
        return parts.isEmpty() ? "1 = 1" : String.join(" and ", parts);
    }
}
