package dev.seqscan.query.criteria;

import dev.seqscan.entity.Entity;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.source.code.Expression;
import java.util.List;

/** The statement that Spring Data JPA makes of a specification of an entity. */
public final class SpecificationStatement {

    /** The reason of a statement whose conditions are given by an argument that is not read, and may load more. */
    public static final String UNREAD = "the conditions of an argument";

    private SpecificationStatement() {
    }

    /** The shape of what is read; conditions that are not read, and associations that are loaded, are among its unknown parts. */
    public static QueryShape of(Expression specification, CodePlace place, Entity entity, Projection projection,
            QueryContext context) {
        PathReader paths = new PathReader(context);
        paths.add(specification, entity);
        SpecificationReader reader = new SpecificationReader(paths, paths.roots().get(0));
        List<Condition> held = reader.read(specification, place);
        QueryShape shape = new JpqlText(Command.SELECT, paths, held, List.of(), List.of(), false, false)
                .statement(paths.roots().get(0).alias(), projection).shape();
        boolean whole = held.stream().allMatch(Condition::isKnown) && !reader.fetches();
        return whole ? shape : shape.withUnknown(UNREAD);
    }
}
