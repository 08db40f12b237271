package dev.seqscan.query;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The texts by which code reads a variable, as {@code rows.getString("number")}, if it does nothing else with it. */
public final class NamedReads extends CodeWalk {

    /** Calls that go through rows and read none of their columns. */
    private static final Set<String> SILENT = Set.of("next", "close", "wasNull", "isBeforeFirst", "getRow", "isLast", "isFirst");

    private final String variable;
    private final DeclaredClass owner;
    private final Program program;
    private final Set<String> names = new LinkedHashSet<>();
    private int uses;
    private int known;

    private NamedReads(String variable, DeclaredClass owner, Program program) {
        this.variable = variable;
        this.owner = owner;
        this.program = program;
    }

    /** The names; empty where the variable is used in another way, too, or not at all. */
    public static Optional<Set<String>> of(String variable, List<? extends Statement> code, DeclaredClass owner,
            Program program) {
        NamedReads reads = new NamedReads(variable, owner, program);
        reads.statements(code);
        return reads.uses == reads.known && !reads.names.isEmpty() ? Optional.of(Set.copyOf(reads.names)) : Optional.empty();
    }

    @Override
    void visit(Expression expression) {
        if (expression instanceof Expression.Name name && name.name().equals(variable)) {
            uses++;
        } else if (expression instanceof Expression.Call call && call.target() instanceof Expression.Name on
                && on.name().equals(variable)) {
            read(call);
        }
    }

    private void read(Expression.Call call) {
        if (SILENT.contains(call.name())) {
            known++;
        } else if (call.name().startsWith("get") && !call.arguments().isEmpty()) {
            String name = Texts.text(call.arguments().get(0), owner, program).full();
            if (!name.isEmpty() && !name.contains(Text.HOLE)) {
                known++;
                names.add(name);
            }
        }
    }
}
