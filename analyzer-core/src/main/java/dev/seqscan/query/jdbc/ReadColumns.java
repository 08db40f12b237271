package dev.seqscan.query.jdbc;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Statements;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.NamedReads;
import dev.seqscan.query.QueryContext;
import dev.seqscan.schema.Names;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tells which columns of a {@code java.sql.ResultSet} the code behind a statement reads by their names. */
final class ReadColumns {

    private static final String ROWS = "ResultSet";
    private static final Set<String> MAPPERS = Set.of("RowMapper", "ResultSetExtractor", "RowCallbackHandler");
    private static final Set<String> MAPPING = Set.of("mapRow", "extractData", "processRow");
    private static final int DEEPEST = 3;

    private final CallSite call;
    private final QueryContext context;

    private ReadColumns(CallSite call, QueryContext context) {
        this.call = call;
        this.context = context;
    }

    /** The columns, normalised; empty where they are not all known. */
    static Optional<Set<String>> of(CallSite call, QueryContext context) {
        ReadColumns columns = new ReadColumns(call, context);
        Optional<Set<String>> read = call.target().name().equals("executeQuery") ? columns.ofVariable() : columns.ofMapper();
        return read.map(names -> names.stream().map(Names::normalise).collect(Collectors.toUnmodifiableSet()));
    }

    /** {@code ResultSet rows = statement.executeQuery()}. */
    private Optional<Set<String>> ofVariable() {
        List<Statement> all = List.of(call.body().method().body());
        return declared(all).flatMap(variable -> NamedReads.of(variable, all, call.body().owner(), context.program()));
    }

    private Optional<String> declared(List<? extends Statement> statements) {
        for (Statement each : statements) {
            if (each instanceof Statement.Local local && local.initializer() == call.expression()) {
                return Optional.of(local.name());
            }
            Optional<String> inner = each == null ? Optional.empty() : declared(inside(each));
            if (inner.isPresent()) {
                return inner;
            }
        }
        return Optional.empty();
    }

    private static List<? extends Statement> inside(Statement statement) {
        return Statements.children(statement);
    }

    private Optional<Set<String>> ofMapper() {
        for (int i = 0; i < call.arguments().size() && i < call.target().parameters().size(); i++) {
            String type = call.target().parameters().get(i).className();
            if (MAPPERS.contains(type.substring(type.lastIndexOf('.') + 1))) {
                return mapper(call.arguments().get(i), call.body().owner(), 0);
            }
        }
        return Optional.empty();
    }

    private Optional<Set<String>> mapper(Expression mapper, DeclaredClass owner, int depth) {
        if (mapper instanceof Expression.Lambda lambda && !lambda.parameters().isEmpty()) {
            return NamedReads.of(lambda.parameters().get(0).name(), List.of(lambda.body()), owner, context.program());
        }
        if (mapper instanceof Expression.MethodReference reference && reference.target() instanceof Expression.This) {
            return method(owner.declaration().methods(), owner, each -> each.name().equals(reference.name()));
        }
        if (mapper instanceof Expression.New creation) {
            return creation.body() != null ? method(creation.body().methods(), owner, each -> MAPPING.contains(each.name()))
                    : context.program().declared(owner.resolve(creation.type()).className(), owner.module()).flatMap(type ->
                    method(type.declaration().methods(), type, each -> MAPPING.contains(each.name())));
        }
        boolean field = mapper instanceof Expression.Name && depth < DEEPEST;
        return !field ? Optional.empty() : owner.declaration().fields().stream()
                .filter(each -> each.name().equals(((Expression.Name) mapper).name())).map(FieldDeclaration::initializer)
                .filter(each -> each != null).findFirst().flatMap(each -> mapper(each, owner, depth + 1));
    }

    private Optional<Set<String>> method(List<MethodDeclaration> methods, DeclaredClass owner,
            Predicate<MethodDeclaration> wanted) {
        List<MethodDeclaration> found = methods.stream().filter(wanted).filter(each -> each.body() != null).toList();
        return found.size() != 1 ? Optional.empty() : found.get(0).parameters().stream()
                .filter(each -> owner.resolve(each.type()).className().endsWith(ROWS)).findFirst()
                .flatMap(each -> NamedReads.of(each.name(), List.of(found.get(0).body()), owner, context.program()));
    }
}
