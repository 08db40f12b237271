package dev.seqscan.query.springdata;

import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Kind;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.source.Place;
import java.util.List;

/**
 * Makes the query of a repository of Spring Data JDBC or R2DBC: rows of tables, no entities. Each call is sent, since no
 * persistence
 * context holds what was loaded (reference, "Domain Driven Design and Relational Databases").
 */
record RelationalStatement(CallSite call, ResultType result) {

    /** The query of a shape that may speak of the aggregate as if it were an entity. */
    Query query(Kind kind, String text, QueryShape stated, Place place, Rows rows, boolean many, String repository,
            Query.Advice advice) {
        QueryShape shape = ofTables(stated);
        Rows atMost = rows == Rows.MANY && shape.limit().rows() == 1 ? Rows.ONE : rows;
        return new Query(repository + "." + call.target().name(), kind == Kind.LOOKUP_BY_ID ? Kind.CRUD : kind, text, shape,
                place, "",
                atMost, PageArguments.of(call, result, shape), many, new Query.Advice("", advice.many(), ""));
    }

    private static QueryShape ofTables(QueryShape stated) {
        List<QueryShape.Root> roots = stated.roots().stream()
                .map(each -> new QueryShape.Root("", each.table(), each.alias(), each.path(), each.subquery())).toList();
        Projection projection = stated.projection() == Projection.ENTITY ? Projection.ALL_COLUMNS : stated.projection();
        return new QueryShape(stated.command(), roots, stated.predicates(), stated.order(), stated.limit(), projection,
                stated.distinct(), stated.grouped(), List.of(), stated.unknown(), "", stated.traits());
    }
}
