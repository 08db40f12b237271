package dev.seqscan.query.jooq;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Text;
import dev.seqscan.query.Texts;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what stands for a table: constants of generated classes, aliases, {@code table("orders")}, subqueries and joins of
 * tables. Where the generated classes are not in the tree, a constant's name in lower case is the table's, as jOOQ's generator
 * names them ("Generator strategies" in the manual).
 */
final class TableReader {

    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_?");

    private final Lookup lookup;
    private final StatementReader statements;
    private final Paths paths = new Paths(this);

    TableReader(Lookup lookup, StatementReader statements) {
        this.lookup = lookup;
        this.statements = statements;
    }

    Lookup lookup() {
        return lookup;
    }

    /** The tables that the statement in hand reaches along foreign keys. */
    Paths paths() {
        return paths;
    }

    /** The table that an expression stands for; empty where that is not known. */
    Optional<JooqTable> read(Expression expression, CodePlace place, int depth) {
        if (depth > StatementReader.DEEPEST || expression == null) {
            return Optional.empty();
        }
        if (expression instanceof Expression.Name name) {
            return variable(name, place, depth + 1);
        }
        if (expression instanceof Expression.Select select) {
            return member(select, place, depth + 1);
        }
        if (expression instanceof Expression.New creation) {
            return generated(creation.type(), place).map(table -> creation.arguments().stream().findFirst()
                    .flatMap(GeneratedClasses::literal).map(table::as).orElse(table));
        }
        if (expression instanceof Expression.Cast cast) {
            return read(cast.operand(), place, depth + 1);
        }
        return expression instanceof Expression.Call call ? called(call, place, depth + 1) : Optional.empty();
    }

    private Optional<JooqTable> variable(Expression.Name name, CodePlace place, int depth) {
        Optional<CodePlace.Given> given = lookup.follow(name, place);
        Optional<JooqTable> followed = given.flatMap(each -> read(each.value(), each.place(), depth));
        if (followed.isPresent()) {
            return followed;
        }
        Optional<VariableHistory> variable = place.variable(name);
        if (variable.isPresent()) {
            return generated(variable.get().type(), place).filter(each -> variable.get().parameter());
        }
        Optional<Lookup.Field> field = Lookup.field(name.name(), place.owner()).or(() -> lookup.imported(name.name(), place));
        return field.isPresent() ? field.flatMap(TableReader::placed)
                .flatMap(each -> generated(field.get().declaration().type(), each))
                : imported(name.name(), place);
    }

    private static Optional<CodePlace> placed(Lookup.Field field) {
        return Optional.of(new CodePlace(field.owner(), null, Optional.empty()));
    }

    /** A constant of a class that is not in the tree; also one of jOOQ's generated classes in a library. */
    private Optional<JooqTable> imported(String name, CodePlace place) {
        boolean unseen = CONSTANT.matcher(name).matches() && lookup.importedFrom(name, place).stream()
                .anyMatch(type -> lookup.isOutOfSight(type, place) || isTableOf(type, name));
        return unseen ? Optional.of(byConstant(name)) : Optional.empty();
    }

    private boolean isTableOf(String className, String constant) {
        return lookup.library(className).stream().flatMap(each -> each.fields().stream())
                .filter(each -> each.name().equals(constant)).anyMatch(each -> lookup.library(each.type().className()).stream()
                        .flatMap(type -> type.supertypes().stream())
                        .anyMatch(above -> above.name().equals("org.jooq.impl.TableImpl")));
    }

    /** The generator puts a line behind a name that would stand for something else. */
    private static JooqTable byConstant(String constant) {
        String name = constant.toLowerCase(Locale.ROOT);
        return JooqTable.named(name.endsWith("_") ? name.substring(0, name.length() - 1) : name, Optional.empty());
    }

    private Optional<JooqTable> member(Expression.Select select, CodePlace place, int depth) {
        Optional<DeclaredClass> type = lookup.type(select.target(), place);
        if (type.isPresent() || select.target() instanceof Expression.This) {
            return lookup.follow(select, place).flatMap(each -> read(each.value(), each.place(), depth))
                    .or(() -> Lookup.field(select.name(), type.orElse(place.owner())).flatMap(field -> placed(field)
                            .flatMap(each -> generated(field.declaration().type(), each))));
        }
        String written = Lookup.dotted(select.target());
        boolean constant = CONSTANT.matcher(select.name()).matches() && !written.isEmpty() && !CONSTANT.matcher(written).matches()
                && Character.isUpperCase(written.charAt(written.lastIndexOf('.') + 1));
        if (!constant) {
            return Optional.empty();
        }
        String owner = place.owner().resolve(TypeName.of(written)).className();
        boolean unseen = owner.isEmpty() || lookup.isOutOfSight(owner, place) || isTableOf(owner, select.name());
        return unseen ? Optional.of(byConstant(select.name())) : Optional.empty();
    }

    /** The table of a generated class, read or by its name where it is not in the tree. */
    private Optional<JooqTable> generated(TypeName type, CodePlace place) {
        String name = place.owner().resolve(type).className();
        return lookup.program().declared(name, place.owner().module())
                .flatMap(each -> GeneratedClasses.table(each, lookup.program()));
    }

    private Optional<JooqTable> called(Expression.Call call, CodePlace place, int depth) {
        if (lookup.isFunction(call, place)) {
            return function(call, place, depth);
        }
        Optional<CommonTable> common = CommonTable.of(call, place, lookup);
        if (common.isPresent()) {
            return common.map(each -> JooqTable.named(each.name(), Optional.empty()));
        }
        List<Expression> arguments = call.arguments();
        Optional<JooqTable> before = call.target() == null || !isOfTable(call.name()) ? Optional.empty()
                : read(call.target(), place, depth);
        if (before.isPresent()) {
            return switch (call.name()) {
                case "as" -> arguments.isEmpty() ? Optional.empty()
                        : Optional.of(before.get().as(alias(arguments.get(0), place, depth)));
                case "on", "join", "innerJoin", "leftJoin", "leftOuterJoin", "rightJoin", "rightOuterJoin", "crossJoin", "and" ->
                        joined(before.get(), call, place, depth);
                case "where" -> Optional.empty();
                default -> before;
            };
        }
        if (arguments.isEmpty() && call.target() != null && !call.name().equals("asTable")) {
            Optional<JooqTable> reached = read(call.target(), place, depth).flatMap(each -> paths.follow(each, call.name()));
            if (reached.isPresent()) {
                return reached;
            }
        }
        if (call.name().equals("asTable")) {
            String name = arguments.isEmpty() ? "alias_1" : alias(arguments.get(0), place, depth);
            return statements.subquery(call.target(), place, depth).map(each -> JooqTable.derived("(" + each + ")", name));
        }
        return lookup.follow(call, place).flatMap(each -> read(each.value(), each.place(), depth))
                .or(() -> statements.subquery(call, place, depth).map(each -> JooqTable.derived("(" + each + ")", "alias_1")));
    }

    private static boolean isOfTable(String method) {
        return switch (method) {
            case "as", "on", "join", "innerJoin", "leftJoin", "leftOuterJoin", "rightJoin", "rightOuterJoin", "crossJoin", "and",
                    "where", "withHint", "useIndex", "forceIndex", "rename" -> true;
            default -> false;
        };
    }

    private Optional<JooqTable> joined(JooqTable before, Expression.Call call, CodePlace place, int depth) {
        if (call.name().equals("on") || call.name().equals("and")) {
            String condition = statements.conditions().text(call.arguments(), place, depth);
            String word = call.name().equals("on") ? " on " : " and ";
            return Optional.of(JooqTable.derived(before.from() + word + condition, "").unnamed());
        }
        Optional<JooqTable> other = call.arguments().isEmpty() ? Optional.empty() : read(call.arguments().get(0), place, depth);
        return other.map(each -> JooqTable.derived(before.from() + " " + Joined.words(call.name()) + " " + each.from(), "")
                .unnamed());
    }

    private Optional<JooqTable> function(Expression.Call call, CodePlace place, int depth) {
        if (call.arguments().isEmpty()) {
            return Optional.empty();
        }
        Expression first = call.arguments().get(0);
        return switch (call.name()) {
            case "table" -> GeneratedClasses.literal(first).or(() -> constant(first, place))
                    .filter(each -> each.matches("[\\w.\"`]+"))
                    .map(each -> JooqTable.named(each.substring(each.lastIndexOf('.') + 1).replaceAll("[\"`]", ""),
                    Optional.empty()))
                    .or(() -> statements.subquery(first, place, depth)
                    .map(each -> JooqTable.derived("(" + each + ")", "alias_1")));
            case "lateral" -> read(first, place, depth);
            default -> Optional.empty();
        };
    }

    private Optional<String> constant(Expression expression, CodePlace place) {
        return Texts.text(expression, place, lookup.program()).constant();
    }

    /** The name that an alias has, or some name where it is not known. */
    private String alias(Expression expression, CodePlace place, int depth) {
        return GeneratedClasses.literal(expression).or(() -> constant(expression, place))
                .or(() -> read(expression, place, depth).map(JooqTable::alias)).filter(each -> !each.contains(Text.HOLE))
                .orElse("alias_1");
    }
}
