package dev.seqscan.query.jpa;

import dev.seqscan.entity.Entity;
import dev.seqscan.program.JavaType;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.QueryContext;
import java.util.Set;
import java.util.stream.Stream;

/** The classes of Jakarta Persistence, {@code javax} and {@code jakarta}, and of Hibernate whose calls send statements. */
final class PersistenceTypes {

    private static final Set<String> MANAGERS = Set.of("jakarta.persistence.EntityManager",
            "javax.persistence.EntityManager", "jakarta.persistence.EntityHandler", "org.hibernate.Session",
            "org.hibernate.StatelessSession", "org.hibernate.SharedSessionContract", "org.hibernate.query.QueryProducer",
            "org.hibernate.classic.Session", "org.hibernate.BasicQueryContract");
    private static final Set<String> QUERIES = Set.of("jakarta.persistence.Query", "javax.persistence.Query",
            "jakarta.persistence.TypedQuery", "javax.persistence.TypedQuery", "jakarta.persistence.StoredProcedureQuery",
            "javax.persistence.StoredProcedureQuery", "org.hibernate.Query", "org.hibernate.SQLQuery",
            "org.hibernate.Criteria", "org.hibernate.query.Query", "org.hibernate.query.SelectionQuery",
            "org.hibernate.query.MutationQuery", "org.hibernate.query.NativeQuery", "org.hibernate.query.CommonQueryContract",
            "org.hibernate.procedure.ProcedureCall");
    private static final Set<String> LOADERS = Set.of("org.hibernate.IdentifierLoadAccess",
            "org.hibernate.MultiIdentifierLoadAccess", "org.hibernate.NaturalIdLoadAccess",
            "org.hibernate.SimpleNaturalIdLoadAccess", "org.hibernate.NaturalIdMultiLoadAccess");

    private static final int MOST_ANCESTORS = 8;

    private PersistenceTypes() {
    }

    /** Whether the call is one of an entity manager or session. */
    static boolean isManager(CallSite call) {
        return isOneOf(MANAGERS, call);
    }

    /** Whether the call is one of a query. */
    static boolean isQuery(CallSite call) {
        return isOneOf(QUERIES, call);
    }

    /** Whether the call is one of what {@code Session.byId} and its like return. */
    static boolean isLoader(CallSite call) {
        return isOneOf(LOADERS, call);
    }

    private static boolean isOneOf(Set<String> types, CallSite call) {
        return types.contains(call.target().owner()) || types.contains(call.receiverType().className());
    }

    /** The canonical name of an entity, or empty for all other types. */
    static String entity(JavaType type, QueryContext context) {
        return context.entities().ofClass(type.className()).filter(each -> each.kind() == Entity.Kind.ENTITY)
                .map(Entity::className).orElse("");
    }

    /** Whether a class of the program is of a type, or has it above itself. */
    static boolean isA(String className, String type, QueryContext context) {
        return isA(className, type, context, 0);
    }

    private static boolean isA(String className, String type, QueryContext context, int depth) {
        if (type.isEmpty() || className.isEmpty() || depth > MOST_ANCESTORS) {
            return false;
        }
        return className.equals(type) || context.program().declared(className).stream().flatMap(declared ->
                Stream.concat(declared.declaration().extended().stream(), declared.declaration().implemented().stream())
                        .map(above -> declared.resolve(above).className()))
                .anyMatch(above -> isA(above, type, context, depth + 1));
    }

    /** The first type argument; {@code Class<Order>} stands for an order. */
    static JavaType argument(JavaType type) {
        return type instanceof JavaType.ClassType generic && !generic.arguments().isEmpty() ? generic.arguments().get(0)
                : new JavaType.Unknown("no type argument");
    }
}
