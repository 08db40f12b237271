package dev.seqscan.query.springdata;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.query.Query.Rows;
import java.util.Set;

/**
 * What the return type of a repository method says, see "Repository query return types" in the reference of Spring
 * Data Commons.
 *
 * @param counts whether it is a {@code Page}, which asks for the number of all rows too
 * @param element the type of one element, without wrappers; unknown where nothing is returned
 */
record ResultType(Rows rows, boolean counts, JavaType element) {

    private static final JavaType NOTHING = new JavaType.Unknown("nothing is returned");
    private static final Set<String> WRAPPERS = Set.of("Optional", "Mono", "CompletableFuture", "Future", "CompletionStage",
            "ListenableFuture", "Option", "Maybe", "Single", "Uni");
    private static final Set<String> MANY = Set.of("List", "ArrayList", "Set", "SortedSet", "Collection", "Iterable",
            "Iterator", "Stream", "Streamable", "Flux", "Flow", "Flowable", "Observable", "Multi", "Page", "Slice", "Window",
            "Seq", "GeoPage", "GeoResults", "Sequence", "Publisher");
    private static final int MAX_WRAPPERS = 5;

    static ResultType of(JavaType returned) {
        return of(returned, 0);
    }

    private static ResultType of(JavaType returned, int depth) {
        if (returned instanceof JavaType.ArrayType array) {
            boolean bytes = array.element() instanceof JavaType.Primitive;
            return bytes ? new ResultType(Rows.ONE, false, returned) : new ResultType(Rows.MANY, false, array.element());
        }
        if (returned instanceof JavaType.Primitive primitive) {
            return primitive.equals(Primitive.VOID) ? new ResultType(Rows.NONE, false, NOTHING)
                    : new ResultType(Rows.ONE, false, returned);
        }
        String name = simpleName(returned);
        if (name.equals("Void")) {
            return new ResultType(Rows.NONE, false, NOTHING);
        }
        JavaType argument = returned instanceof ClassType generic && generic.arguments().size() == 1
                ? withoutWildcard(generic.arguments().get(0)) : new JavaType.Unknown("no type argument");
        if (MANY.contains(name)) {
            return new ResultType(Rows.MANY, name.equals("Page"), argument);
        }
        return WRAPPERS.contains(name) && depth < MAX_WRAPPERS ? of(argument, depth + 1)
                : new ResultType(Rows.ONE, false, returned);
    }

    private static JavaType withoutWildcard(JavaType type) {
        return type instanceof JavaType.Wildcard wildcard && wildcard.upper() ? wildcard.bound() : type;
    }

    static String simpleName(JavaType type) {
        String name = type.className();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
