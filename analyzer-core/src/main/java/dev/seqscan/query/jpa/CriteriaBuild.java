package dev.seqscan.query.jpa;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.query.Calls;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells criteria queries that one method builds from those to which others may add joins and fetches. */
final class CriteriaBuild {

    /** Objects by which a method could add to the query; a path or an expression of it adds nothing. */
    private static final Set<String> PARTS = Set.of("CriteriaQuery", "AbstractQuery", "JpaCriteriaQuery", "Root", "JpaRoot",
            "From", "FetchParent", "Fetch", "Join", "ListJoin", "SetJoin", "CollectionJoin", "MapJoin");
    private static final List<String> API = List.of("jakarta.persistence.", "javax.persistence.", "org.hibernate.");

    private CriteriaBuild() {
    }

    /**
     * Whether a method makes the query that is an argument of a creation, and hands it and its roots to the API alone, or to
     * methods of its own class, of which none fetches.
     */
    static boolean isWhole(Expression argument, MethodDeclaration method, LinkedBody body) {
        boolean own = body.owner().declaration().methods().stream().noneMatch(CriteriaBuild::fetches);
        return isMadeHere(argument, method, own) && Calls.in(method).stream().noneMatch(call -> isHandedOn(call, body, own));
    }

    private static boolean fetches(MethodDeclaration method) {
        return Calls.in(method, "fetch").stream().anyMatch(call -> !call.arguments().isEmpty());
    }

    /** {@code query}, or {@code query.select(order).where(..)}. */
    private static boolean isMadeHere(Expression argument, MethodDeclaration method, boolean own) {
        Expression root = argument;
        while (root instanceof Expression.Call call && call.target() != null) {
            root = call.target();
        }
        Optional<VariableHistory> local = root instanceof Expression.Name name
                ? VariableHistory.of(method, name.name(), name.span()) : Optional.empty();
        return local.filter(history -> !history.parameter() && !history.values().isEmpty()
                && history.values().stream().allMatch(value -> Calls.isCall(value, "createQuery") || own && isOwn(value))).isPresent();
    }

    private static boolean isOwn(Expression value) {
        return value instanceof Expression.Call call && call.target() == null;
    }

    private static boolean isHandedOn(Expression.Call call, LinkedBody body, boolean own) {
        boolean part = call.arguments().stream().map(body::type).map(JavaType::className)
                .anyMatch(type -> PARTS.contains(type.substring(type.lastIndexOf('.') + 1)));
        String owner = part ? body.target(call).map(CallTarget::owner).orElse("") : "";
        return part && !(own && owner.equals(body.owner().name())) && API.stream().noneMatch(owner::startsWith);
    }
}
