package dev.seqscan.query.jooq;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.Calls;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Returns;
import dev.seqscan.schema.ForeignKey;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Names;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what the methods of a generated table return: {@code Keys.PK_BOOK}, {@code Arrays.asList(Indexes.BY_TITLE)}. Behind the
 * names stand calls of {@code Internal}, older ones of {@code AbstractKeys}; the order of their arguments changed with 3.14.
 */
final class GeneratedKeys {

    private final DeclaredClass type;
    private final TableReader tables;

    GeneratedKeys(DeclaredClass type, TableReader tables) {
        this.type = type;
        this.tables = tables;
    }

    /** The primary key first, then the unique keys. */
    List<Index> unique() {
        List<Index> all = new ArrayList<>();
        returned("getPrimaryKey").flatMap(each -> index(each, Index.Origin.PRIMARY_KEY, true).stream()).forEach(all::add);
        Stream.concat(returned("getUniqueKeys"), returned("getKeys"))
                .flatMap(each -> index(each, Index.Origin.UNIQUE_CONSTRAINT, true).stream())
                .filter(each -> all.stream().noneMatch(known -> known.parts().equals(each.parts()))).forEach(all::add);
        return List.copyOf(all);
    }

    /** The indexes, up to 3.13 with those of keys. */
    List<Index> indexes() {
        return returned("getIndexes").flatMap(each -> index(each, Index.Origin.INDEX, isUnique(call(each))).stream()).toList();
    }

    private static boolean isUnique(Expression.Call call) {
        return call.arguments().stream().anyMatch(each -> each instanceof Expression.Literal literal
                && Boolean.TRUE.equals(literal.value()));
    }

    /** The foreign keys whose columns are known. */
    List<ForeignKey> references() {
        return returned("getReferences").flatMap(each -> reference(each).stream()).toList();
    }

    /** The foreign key that stands behind an expression in the class. */
    Optional<ForeignKey> foreignKey(Expression expression) {
        return definition(expression, new CodePlace(type, null, Optional.empty()))
                .filter(each -> call(each).name().equals("createForeignKey")).flatMap(this::reference);
    }

    /** Up to 3.13 the referenced columns are those of the key, which stands before the others. */
    private Optional<ForeignKey> reference(CodePlace.Given given) {
        List<Expression> arguments = call(given).arguments();
        List<List<Expression>> fields = fields(arguments);
        Optional<CodePlace.Given> key = arguments.stream().flatMap(each -> definition(each, given.place()).stream())
                .filter(each -> call(each).name().equals("createUniqueKey")).findFirst();
        Optional<List<Index.Part>> own = fields.isEmpty() ? Optional.empty() : parts(fields.get(0), given.place());
        Optional<List<Index.Part>> other = fields.size() > 1 ? parts(fields.get(1), given.place())
                : key.flatMap(each -> index(each, Index.Origin.UNIQUE_CONSTRAINT, true)).map(Index::parts);
        Optional<JooqTable> referenced = key.flatMap(each -> tables.read(call(each).arguments().get(0), each.place(), 0));
        return own.isEmpty() || other.isEmpty() || referenced.isEmpty() ? Optional.empty()
                : Optional.of(new ForeignKey(name(arguments), names(own.get()), normalised(referenced.get()), names(other.get()),
                        place(given)));
    }

    private static String normalised(JooqTable table) {
        return Names.normalise(table.source());
    }

    private static List<String> names(List<Index.Part> parts) {
        return parts.stream().map(Index.Part::column).toList();
    }

    private Optional<Index> index(CodePlace.Given given, Index.Origin origin, boolean unique) {
        List<Expression> arguments = call(given).arguments();
        List<List<Expression>> fields = fields(arguments);
        return fields.isEmpty() ? Optional.empty() : parts(fields.get(0), given.place())
                .map(parts -> new Index(name(arguments), origin, unique, parts, "", "", place(given)));
    }

    private static Place place(CodePlace.Given given) {
        return given.place().owner().place(call(given).nameSpan());
    }

    private static String name(List<Expression> arguments) {
        return arguments.stream().flatMap(each -> GeneratedClasses.literal(each).stream()).findFirst().map(Names::normalise)
                .orElse("");
    }

    /** The arrays of fields, or else those that stand behind the table one by one. */
    private List<List<Expression>> fields(List<Expression> arguments) {
        List<List<Expression>> arrays = arguments.stream().filter(Expression.NewArray.class::isInstance)
                .map(each -> ((Expression.NewArray) each).elements()).filter(each -> each != null && !each.isEmpty()).toList();
        List<Expression> single = arguments.stream().filter(GeneratedKeys::isColumn).toList();
        return !arrays.isEmpty() ? arrays : single.isEmpty() ? List.of() : List.of(single);
    }

    /** {@code Book.BOOK.ID}, as opposed to {@code Book.BOOK} and {@code Keys.PK_BOOK}, also with a package before it. */
    private static boolean isColumn(Expression expression) {
        return expression instanceof Expression.Select column && column.target() instanceof Expression.Select table
                && !Lookup.dotted(table.target()).isEmpty() && !isPackage(Lookup.dotted(table));
    }

    private static boolean isPackage(String before) {
        return Character.isLowerCase(before.charAt(before.lastIndexOf('.', before.lastIndexOf('.') - 1) + 1));
    }

    /** Empty where a part is not known, as the rest would be another index. */
    private Optional<List<Index.Part>> parts(List<Expression> fields, CodePlace place) {
        List<Index.Part> parts = fields.stream().flatMap(each -> part(each, place).stream()).toList();
        return parts.size() == fields.size() ? Optional.of(parts) : Optional.empty();
    }

    private Optional<Index.Part> part(Expression field, CodePlace place) {
        boolean ordered = Calls.isCall(field, "asc", "desc");
        Expression column = ordered ? ((Expression.Call) field).target() : field;
        boolean descending = Calls.isCall(field, "desc");
        return !(column instanceof Expression.Select select) ? Optional.empty() : tables.read(select.target(), place, 0)
                .flatMap(JooqTable::generated).flatMap(each -> GeneratedClasses.column(each, select.name()))
                .map(name -> new Index.Part(Names.normalise(name), "", descending));
    }

    /** The calls behind what a method of the table returns, one by one. */
    private Stream<CodePlace.Given> returned(String method) {
        CodePlace place = new CodePlace(type, null, Optional.empty());
        return type.declaration().methods().stream().filter(each -> each.name().equals(method) && each.parameters().isEmpty())
                .flatMap(each -> Returns.of(each).stream())
                .flatMap(each -> Calls.isCall(each, "asList", "of") ? ((Expression.Call) each).arguments().stream()
                        : Stream.of(each))
                .flatMap(each -> definition(each, place).stream());
    }

    /** The call that made what stands behind a name. */
    private Optional<CodePlace.Given> definition(Expression expression, CodePlace place) {
        Optional<CodePlace.Given> current = Optional.of(new CodePlace.Given(expression, place));
        for (int i = 0; i < StatementReader.DEEPEST && current.isPresent(); i++) {
            CodePlace.Given given = current.get();
            if (Calls.isCall(given.value(), "createUniqueKey", "createForeignKey", "createIndex")) {
                return current;
            }
            current = given.value() instanceof Expression.Call ? Optional.empty()
                    : tables.lookup().follow(given.value(), given.place());
        }
        return Optional.empty();
    }

    private static Expression.Call call(CodePlace.Given given) {
        return (Expression.Call) given.value();
    }
}
