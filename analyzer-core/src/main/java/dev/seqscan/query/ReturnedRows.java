package dev.seqscan.query;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.query.Query.Rows;
import java.util.Set;

/** How many rows the return type of a method lets through. */
public final class ReturnedRows {

    private static final Set<String> MANY = Set.of("List", "ArrayList", "LinkedList", "Set", "HashSet", "LinkedHashSet",
            "SortedSet", "TreeSet", "Collection", "Iterable", "Iterator", "Stream", "Cursor", "IPage", "Page", "PageInfo",
            "ResultIterable", "ResultIterator", "ImmutableList", "ImmutableSet", "FluentIterable", "Query", "Multimap");

    private ReturnedRows() {
    }

    /** Any number for collections, arrays and their like; none for {@code void}; else at most one. */
    public static Rows of(JavaType returned) {
        if (returned instanceof JavaType.ArrayType array) {
            return array.element() instanceof JavaType.Primitive primitive && primitive.name().equals("byte") ? Rows.ONE
                    : Rows.MANY;
        }
        if (returned.equals(Primitive.VOID) || returned.className().equals("java.lang.Void")) {
            return Rows.NONE;
        }
        String name = returned.className();
        return MANY.contains(name.substring(name.lastIndexOf('.') + 1)) ? Rows.MANY : Rows.ONE;
    }
}
