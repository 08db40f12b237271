package dev.seqscan.query.mybatis;

import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.mybatis.PlusMethods.By;
import dev.seqscan.query.mybatis.PlusMethods.PlusMethod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The methods of a library's mappers by name, and what each of them sends. */
final class MethodTable {

    private final Map<String, PlusMethod> methods = new HashMap<>();

    /** Methods that read; those by a list of identifiers serve many with one statement. */
    MethodTable read(Projection projection, Rows rows, By by, String... names) {
        return put(new PlusMethod(Command.SELECT, projection, rows, by, by == By.IDS), names);
    }

    /** Methods that write. */
    MethodTable write(Command command, By by, boolean many, String... names) {
        return put(new PlusMethod(command, Projection.NONE, Rows.NONE, by, many), names);
    }

    /** Methods of any kind. */
    MethodTable put(PlusMethod method, String... names) {
        List.of(names).forEach(name -> methods.put(name, method));
        return this;
    }

    boolean isName(String method) {
        return methods.containsKey(method);
    }

    Optional<PlusMethod> find(String method) {
        return Optional.ofNullable(methods.get(method));
    }
}
