package dev.seqscan.query.panache;

import dev.seqscan.entity.Entity;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.Shapes;
import dev.seqscan.program.Types;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.QueryContext;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.TypeName;
import java.util.Optional;

/** The classes of Panache, and for which entity a call of theirs speaks. */
final class PanacheTypes {

    private static final String ORM = "io.quarkus.hibernate.orm.panache.";
    private static final String REACTIVE = "io.quarkus.hibernate.reactive.panache.";

    private PanacheTypes() {
    }

    /** Whether it is a method of an entity or of a repository. */
    static boolean isOperation(CallSite call) {
        return switch (simpleName(call.target().owner())) {
            case "PanacheEntityBase", "PanacheEntity", "PanacheRepository", "PanacheRepositoryBase" -> true;
            default -> false;
        };
    }

    /** Whether it is a method of a query that was made before. */
    static boolean isQuery(CallSite call) {
        return simpleName(call.target().owner()).equals("PanacheQuery");
    }

    /** The name of a class of Panache, empty for all others. */
    private static String simpleName(String name) {
        String root = name.startsWith(ORM) ? ORM : name.startsWith(REACTIVE) ? REACTIVE : "";
        return root.isEmpty() ? "" : name.substring(root.length());
    }

    /**
     * The entity for whose rows an expression in a class speaks: a class, an entity or a repository; null is the class itself.
     */
    static Optional<Entity> entity(Expression receiver, JavaType type, DeclaredClass owner, QueryContext context) {
        if (receiver == null || receiver instanceof Expression.This || receiver instanceof Expression.Super) {
            return own(JavaType.of(owner.name()), owner, context);
        }
        Optional<Entity> typed = own(type, owner, context);
        String written = dotted(receiver);
        return typed.isPresent() || written.isEmpty() ? typed : own(owner.resolve(TypeName.of(written)), owner, context);
    }

    private static Optional<Entity> own(JavaType type, DeclaredClass owner, QueryContext context) {
        Optional<Entity> itself = ofClass(type, context);
        Types types = new Types(new Shapes(context.program()), owner.module());
        return itself.or(() -> repository(types, type, ORM).or(() -> repository(types, type, REACTIVE))
                .filter(each -> !each.arguments().isEmpty()).flatMap(each -> ofClass(each.arguments().get(0), context)));
    }

    private static Optional<ClassType> repository(Types types, JavaType type, String root) {
        return types.asSuper(type, root + "PanacheRepositoryBase").or(() -> types.asSuper(type, root + "PanacheRepository"));
    }

    private static Optional<Entity> ofClass(JavaType type, QueryContext context) {
        return context.entities().ofClass(type.className()).filter(each -> each.kind() == Entity.Kind.ENTITY);
    }

    private static String dotted(Expression expression) {
        if (expression instanceof Expression.Select select) {
            String before = dotted(select.target());
            return before.isEmpty() ? "" : before + "." + select.name();
        }
        return expression instanceof Expression.Name name ? name.name() : "";
    }
}
