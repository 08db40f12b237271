package dev.seqscan.query.settings;

import dev.seqscan.config.UserMethod;
import dev.seqscan.entity.Entity;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Types;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.UserMethods;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The user's word on which calls send statements; it comes before that of the frameworks' binders. */
public final class SettingsStatements {

    private static final String UNKNOWN = "the settings say that it sends a statement, and not which";

    private final UserMethods methods;

    /** Takes what the user says. */
    public SettingsStatements(UserMethods methods) {
        this.methods = methods;
    }

    /**
     * What a call sends.
     *
     * @param bound what the binders say; asked where the user says nothing of a statement
     */
    public Optional<Query> bind(CallSite call, Types types, QueryContext context, Supplier<Optional<Query>> bound) {
        Optional<UserMethod> said = methods.of(call.target(), types);
        if (said.isEmpty()) {
            return bound.get();
        }
        return said.get().sends() == UserMethod.Sends.NOTHING_SAID ? bound.get().map(query -> amended(query, said.get()))
                : Optional.of(amended(statement(call, said.get(), context), said.get()));
    }

    private static Query statement(CallSite call, UserMethod said, QueryContext context) {
        boolean writes = said.sends() == UserMethod.Sends.WRITE;
        QueryShape unknown = QueryShape.unknown(UNKNOWN);
        QueryShape shape = new QueryShape(writes ? Command.UPDATE : Command.SELECT, List.of(), List.of(), List.of(),
                unknown.limit(), unknown.projection(), false, false, List.of(), unknown.unknown());
        String owner = call.target().owner();
        return new Query(owner.substring(owner.lastIndexOf('.') + 1) + "." + call.target().name(), Query.Kind.CRUD, "", shape,
                call.place(), writes ? "" : entity(call.target().returns(), context, 0), writes ? Query.Rows.NONE : Query.Rows.MANY,
                Query.Paging.NONE, false, Query.Advice.NONE);
    }

    /** The entity that is returned, or that what is returned holds. */
    private static String entity(JavaType type, QueryContext context, int depth) {
        Optional<Entity> entity = context.entities().ofClass(type.className());
        if (entity.isPresent() || depth > 3 || !(type instanceof JavaType.ClassType generic)) {
            return entity.map(Entity::className).orElse("");
        }
        return generic.arguments().stream().map(each -> entity(each, context, depth + 1)).filter(each -> !each.isEmpty())
                .findFirst().orElse("");
    }

    /** A bound becomes the limit of the statement, and a single row is what the user says it is. */
    private static Query amended(Query query, UserMethod said) {
        QueryShape shape = said.bounded().isPresent()
                ? query.shape().withLimit(new QueryShape.Limit(said.bounded().getAsInt(), 0)) : query.shape();
        Query.Rows rows = said.rows().map(each -> each == UserMethod.Rows.ONE ? Query.Rows.ONE : Query.Rows.MANY).orElse(query.rows());
        return query.amended(shape, rows, query.acceptsMany() || said.batch(), query.cached() || said.cached());
    }
}
