package dev.seqscan.rule;

import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.Table;
import java.util.HashSet;
import java.util.Set;

/** Tells predicates that pick few rows and that an index could find from those where an index would not pay. */
public final class Selectivity {

    private static final Set<String> BOOLEANS = Set.of("boolean", "bool", "bit", "tinyint");
    /** Types that no ordered index takes. */
    private static final Set<String> LARGE = Set.of("blob", "clob", "nclob", "longblob", "mediumblob", "bytea", "json",
            "jsonb", "xml", "image", "geometry", "geography", "tsvector", Column.LONG_TEXT);
    private static final Set<String> INDEXABLE_FUNCTIONS = Set.of("", "lower", "upper");

    /** {@code table.column} of what the mapping says to be a boolean or a large object. */
    private final Set<String> unfit = new HashSet<>();
    /** {@code table.column} of what the mapping says to be one of an enumeration. */
    private final Set<String> enumerated = new HashSet<>();

    /** {@code table.column} of what the mapping says to lead an index. */
    private final Set<String> declared = new HashSet<>();

    /** Takes what the mapping says of columns. */
    public Selectivity(EntityModel entities) {
        for (Entity entity : entities.all()) {
            entity.indexes().forEach(index -> index.columns().stream().limit(1)
                    .forEach(column -> declared.add(entity.table() + "." + column)));
            for (Attribute attribute : entity.attributes()) {
                if (attribute instanceof Attribute.Basic basic && (basic.isLob() || isBoolean(basic.javaType()))) {
                    unfit.add(entities.tableOf(entity, attribute) + "." + basic.column());
                }
                if (attribute instanceof Attribute.Basic basic && basic.isEnum()) {
                    enumerated.add(entities.tableOf(entity, attribute) + "." + basic.column());
                }
            }
        }
    }

    private static boolean isBoolean(String javaType) {
        return javaType.equals("boolean") || javaType.equals("java.lang.Boolean");
    }

    /** Whether an index on the column of the predicate would find its rows, and these are few as far as one can tell. */
    public boolean isSelective(Table table, Predicate predicate) {
        boolean picks = switch (predicate.operator()) {
            case EQUAL, IN, RANGE, LIKE_PREFIX -> true;
            default -> false;
        };
        boolean compared = predicate.value() == Value.PARAMETER || predicate.value() == Value.CONSTANT;
        return picks && compared && predicate.clause() != Clause.HAVING && isFit(table, predicate.column())
                && INDEXABLE_FUNCTIONS.contains(predicate.function());
    }

    /** Whether it compares an enumeration with a value that is not written there, so that it is open how many rows have it. */
    public boolean isOneOfFew(Table table, Predicate predicate) {
        return predicate.value() == Value.PARAMETER && enumerated.contains(table.name() + "." + predicate.column());
    }

    /** Whether a column holds true or false, or one of an enumeration. */
    public boolean isKind(Table table, String column) {
        return enumerated.contains(table.name() + "." + column)
                || table.column(column).filter(each -> each.type().equals("enum")).isPresent()
                || !isFit(table, column) && isOrdered(table, column);
    }

    /** Whether the mapping declares an index on the column: then the scripts that were read may not be all there are. */
    public boolean isDeclared(Table table, Predicate predicate) {
        return declared.contains(table.name() + "." + predicate.column());
    }

    /** Whether it pins its column, so that further columns of an index are searched too. */
    public static boolean pins(Predicate predicate) {
        return predicate.operator() == Operator.EQUAL || predicate.operator() == Operator.IN;
    }

    /** Whether an ordered index takes the column. */
    public static boolean isOrdered(Table table, String column) {
        return table.column(column).filter(each -> !LARGE.contains(each.type())).isPresent();
    }

    private boolean isFit(Table table, String column) {
        String type = table.column(column).map(each -> each.type()).orElse("");
        return !BOOLEANS.contains(type) && !LARGE.contains(type) && !unfit.contains(table.name() + "." + column);
    }
}
