package dev.seqscan.query.jooq;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import java.util.Locale;
import java.util.Optional;

/**
 * A table, or what stands for one in a FROM clause.
 *
 * @param source as it stands behind FROM, without an alias
 * @param alias what its columns are called by
 * @param renamed whether the alias was given to it
 * @param generated the class that was generated for it, if its source is in the tree
 */
record JooqTable(String source, String alias, boolean renamed, Optional<DeclaredClass> generated) {

    /** A table of the schema. */
    static JooqTable named(String name, Optional<DeclaredClass> generated) {
        return new JooqTable(Sql.quoted(name), name, false, generated);
    }

    /** A subquery or joined tables. */
    static JooqTable derived(String source, String alias) {
        return new JooqTable(source, alias, !alias.isEmpty(), Optional.empty());
    }

    /** The same under another name. */
    JooqTable as(String name) {
        return new JooqTable(source, name, true, generated);
    }

    /** The same without a name, as joined tables have none. */
    JooqTable unnamed() {
        return new JooqTable(source, "", false, generated);
    }

    /** As it stands behind FROM. */
    String from() {
        return renamed ? source + " " + Sql.quoted(alias) : source;
    }

    /** A column by the name of the constant that stands for it. */
    String constant(String constant) {
        return column(generated.flatMap(type -> GeneratedClasses.column(type, constant))
                .orElse(constant.toLowerCase(Locale.ROOT)));
    }

    /** A column by its name; empty alias where several tables are joined. */
    String column(String name) {
        return alias.isEmpty() ? Sql.quoted(name) : Sql.quoted(alias) + "." + Sql.quoted(name);
    }

    /**
     * Whether a member of the table may be a column: a field of the generated class, or a constant of one that is not in sight.
     */
    boolean hasColumn(String member) {
        return generated.isEmpty() ? member.equals(member.toUpperCase(Locale.ROOT))
                : generated.get().declaration().fields().stream().filter(each -> each.name().equals(member))
                        .anyMatch(JooqTable::isColumn);
    }

    private static boolean isColumn(FieldDeclaration field) {
        return field.type().simpleName().endsWith("Field") || field.initializer() instanceof Expression.Call;
    }
}
