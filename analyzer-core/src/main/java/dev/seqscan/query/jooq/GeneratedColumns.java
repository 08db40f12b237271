package dev.seqscan.query.jooq;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.Calls;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.Names;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the columns of a generated class: {@code ID = createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), ..)}. */
final class GeneratedColumns {

    private static final String TYPES = "SQLDataType";

    private GeneratedColumns() {
    }

    /** In the order of the class. */
    static List<Column> of(DeclaredClass table) {
        return table.declaration().fields().stream().filter(each -> Calls.isCall(each.initializer(), "createField"))
                .flatMap(each -> column(each, table).stream()).toList();
    }

    private static Optional<Column> column(FieldDeclaration field, DeclaredClass table) {
        List<Expression> given = ((Expression.Call) field.initializer()).arguments();
        Expression type = given.size() > 1 ? given.get(1) : null;
        return given.isEmpty() ? Optional.empty() : GeneratedClasses.literal(given.get(0)).map(name -> new Column(
                Names.normalise(name), type(type), isNullable(type), table.place(field.nameSpan())));
    }

    /** The word behind {@code SQLDataType}; a CLOB is most often a text, which is what jOOQ calls it in all products. */
    private static String type(Expression written) {
        Expression current = written;
        String name = "";
        for (int i = 0; current != null && i < StatementReader.DEEPEST; i++) {
            boolean isCall = current instanceof Expression.Call;
            Expression before = isCall ? ((Expression.Call) current).target()
                    : current instanceof Expression.Select select ? select.target() : null;
            String word = isCall ? ((Expression.Call) current).name()
                    : current instanceof Expression.Select select ? select.name() : "";
            if (before != null && Lookup.dotted(before).endsWith(TYPES)) {
                name = word.toLowerCase(Locale.ROOT);
            }
            current = before;
        }
        return name.equals("clob") ? "text" : name;
    }

    private static boolean isNullable(Expression type) {
        boolean refused = type != null && Calls.inside(type, "nullable").filter(each -> each.arguments().size() == 1
                && each.arguments().get(0) instanceof Expression.Literal literal && Boolean.FALSE.equals(literal.value()))
                .isPresent();
        return !refused && (type == null || Calls.inside(type, "notNull").isEmpty());
    }
}
