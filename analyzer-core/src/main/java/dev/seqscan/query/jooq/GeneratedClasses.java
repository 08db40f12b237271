package dev.seqscan.query.jooq;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.query.Calls;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what jOOQ's code generator writes: classes of tables with the names of the table and its columns ("Generated
 * tables" in the manual), of records ("Generated records") and of DAOs ("Generated DAOs").
 */
final class GeneratedClasses {

    private static final int MOST_CLASSES_ABOVE = 4;
    private static final int RECORD = "Record".length();
    private static final Set<String> TABLES = Set.of("TableImpl", "CustomTable");

    private GeneratedClasses() {
    }

    /** The table for which a class was written; empty for all other classes. */
    static Optional<JooqTable> table(DeclaredClass type, Program program) {
        return isBelow(type, TABLES, program)
                ? Optional.of(JooqTable.named(name(type).orElse(snake(type.simpleName())), Optional.of(type))) : Optional.empty();
    }

    /** The table that a class of records, or a DAO, hands to the constructor above: {@code super(Orders.ORDERS)}. */
    static Optional<Expression> handedAbove(DeclaredClass type) {
        return type.declaration().methods().stream().filter(each -> each.name().equals("<init>"))
                .flatMap(each -> Calls.in(each, "<init>").stream()).filter(each -> each.target() instanceof Expression.Super
                        || each.target() == null).filter(each -> !each.arguments().isEmpty()).map(each -> each.arguments().get(0))
                .filter(each -> each instanceof Expression.Select || each instanceof Expression.Name).findFirst();
    }

    /** The name of the column that a field of a generated class of a table stands for. */
    static Optional<String> column(DeclaredClass table, String constant) {
        return table.declaration().fields().stream().filter(each -> each.name().equals(constant)).findFirst()
                .map(FieldDeclaration::initializer).filter(Expression.Call.class::isInstance).map(Expression.Call.class::cast)
                .filter(each -> !each.arguments().isEmpty()).flatMap(each -> literal(each.arguments().get(0)));
    }

    /** The first text of {@code "orders"}, {@code name("orders")} or {@code name("public", "orders")}, the last part of it. */
    static Optional<String> literal(Expression expression) {
        if (expression instanceof Expression.Literal literal && literal.value() instanceof String text) {
            return Optional.of(text);
        }
        if (!Calls.isCall(expression, "name", "quotedName", "unquotedName")) {
            return Optional.empty();
        }
        List<Expression> parts = ((Expression.Call) expression).arguments();
        return parts.isEmpty() ? Optional.empty() : literal(parts.get(parts.size() - 1));
    }

    /** The name that a class of a table hands to the constructor above, or to another one of its own. */
    static Optional<String> name(DeclaredClass type) {
        return type.declaration().methods().stream().filter(each -> each.name().equals("<init>"))
                .sorted(java.util.Comparator.comparing(each -> each.parameters().size()))
                .flatMap(each -> Calls.in(each, "<init>").stream()).filter(each -> !each.arguments().isEmpty())
                .flatMap(each -> literal(each.arguments().get(0)).stream()).findFirst();
    }

    /**
     * The table of a class of records whose source is not in the tree, by its name, as the generator makes it of the table's
     * ("Generator strategies" in the manual).
     */
    static Optional<JooqTable> ofRecord(String className) {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        return className.contains(".tables.records.") && simple.endsWith("Record") && simple.length() > RECORD
                ? Optional.of(JooqTable.named(snake(simple.substring(0, simple.length() - RECORD)), Optional.empty()))
                : Optional.empty();
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean isBelow(DeclaredClass type, Set<String> names, Program program) {
        Optional<DeclaredClass> current = Optional.of(type);
        for (int i = 0; i < MOST_CLASSES_ABOVE && current.isPresent(); i++) {
            Optional<TypeName> above = current.get().declaration().extended().stream().findFirst();
            if (above.filter(each -> names.contains(each.simpleName())).isPresent()) {
                return true;
            }
            DeclaredClass below = current.get();
            current = above.flatMap(each -> program.declared(below.resolve(each).className(), below.module()));
        }
        return false;
    }
}
