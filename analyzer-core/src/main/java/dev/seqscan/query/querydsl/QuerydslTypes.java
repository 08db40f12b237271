package dev.seqscan.query.querydsl;

import dev.seqscan.entity.Entity;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Module;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.QueryContext;
import dev.seqscan.source.code.TypeName;
import java.util.Optional;

/** The classes of Querydsl that build and send statements, and the generated ones that stand for entities. */
final class QuerydslTypes {

    private static final String ROOT = "com.querydsl.";
    private static final String PATH = "EntityPathBase";

    private QuerydslTypes() {
    }

    /** Whether the call is one of a query, or of an update, delete or insert clause, for Jakarta Persistence. */
    static boolean isStatement(CallSite call) {
        return isStatement(call.receiverType()) || isFluent(call.target().owner()) && !call.receiverType().isKnown();
    }

    /** Whether objects of a type build a statement. */
    static boolean isStatement(JavaType type) {
        String name = type.className();
        boolean built = isFluent(name) || name.startsWith(ROOT + "jpa.") && !name.endsWith("Factory");
        return built && (name.endsWith("Query") || name.endsWith("Clause") || name.endsWith("QueryBase") || isFluent(name));
    }

    /** What {@code JPQLQuery} inherits its calls from; queries of SQL and of collections have classes of their own. */
    private static boolean isFluent(String name) {
        return name.startsWith(ROOT + "core.") && (name.endsWith(".Fetchable") || name.endsWith(".FetchableQuery")
                || name.endsWith(".SimpleQuery") || name.endsWith(".FilteredClause"));
    }

    /** Whether a class written in the text of another one is a query or clause by its name. */
    static boolean isStatement(TypeName written) {
        return switch (written.simpleName()) {
            case "JPAQuery", "HibernateQuery", "JPAUpdateClause", "JPADeleteClause", "HibernateUpdateClause",
                    "HibernateDeleteClause", "JPAInsertClause", "HibernateInsertClause" -> true;
            default -> false;
        };
    }

    /** The entity for whose rows a generated class stands; empty for all other classes. */
    static Optional<Entity> entity(String className, Module from, QueryContext context) {
        Optional<DeclaredClass> declared = context.program().declared(className, from);
        JavaType base = declared.isPresent() ? base(declared.get())
                : context.program().libraries().find(className).flatMap(shape -> shape.supertypes().stream()
                        .filter(each -> each.name().endsWith("." + PATH)).findFirst()).map(JavaType.class::cast)
                        .orElse(new JavaType.Unknown("no entity path"));
        return entity(argument(base), context);
    }

    private static JavaType base(DeclaredClass type) {
        return type.declaration().extended().stream().filter(each -> each.simpleName().equals(PATH)).findFirst()
                .map(type::resolve).orElse(new JavaType.Unknown("no entity path"));
    }

    /** The entity that a type is. */
    static Optional<Entity> entity(JavaType type, QueryContext context) {
        return context.entities().ofClass(type.className()).filter(each -> each.kind() == Entity.Kind.ENTITY);
    }

    /** The first type argument; {@code JPAQuery<Order>} gives orders. */
    static JavaType argument(JavaType type) {
        return type instanceof JavaType.ClassType generic && !generic.arguments().isEmpty() ? generic.arguments().get(0)
                : new JavaType.Unknown("no type argument");
    }
}
