package dev.seqscan.query.jooq;

import dev.seqscan.program.ClassShape;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Returns;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows names and calls of a text that need not be linked to the one expression that they stand for. */
final class Lookup {

    private static final String FUNCTIONS = "org.jooq.impl.DSL";
    /** What stands for columns and parts of statements, as opposed to values. */
    private static final Set<String> PARTS = Set.of("Field", "TableField", "SelectField", "Condition", "Table", "Select",
            "SelectQuery", "ResultQuery", "Row1", "Row2", "Row3", "Row", "RowN", "QuantifiedSelect", "AggregateFunction",
            "SortField",
            "OrderField", "WindowSpecification", "CommonTableExpression", "SelectConditionStep", "SelectJoinStep");

    private final Program program;

    Lookup(Program program) {
        this.program = program;
    }

    Program program() {
        return program;
    }

    /** What a variable, a parameter, a field or a method of the program holds, if it is one expression. */
    Optional<CodePlace.Given> follow(Expression expression, CodePlace place) {
        if (expression instanceof Expression.Name name) {
            return named(name, place);
        }
        if (expression instanceof Expression.Select select && select.target() instanceof Expression.This) {
            return field(select.name(), place.owner()).flatMap(Lookup::initial);
        }
        if (expression instanceof Expression.Select select) {
            return type(select.target(), place).flatMap(type -> field(select.name(), type)).flatMap(Lookup::initial);
        }
        return expression instanceof Expression.Call call ? returned(call, place) : Optional.empty();
    }

    private Optional<CodePlace.Given> named(Expression.Name name, CodePlace place) {
        Optional<VariableHistory> history = place.variable(name);
        if (history.isEmpty()) {
            return field(name.name(), place.owner()).or(() -> imported(name.name(), place)).flatMap(Lookup::initial);
        }
        if (history.get().parameter() && history.get().values().isEmpty()) {
            return place.given(name.name());
        }
        List<Expression> values = history.get().values();
        return values.size() == 1 ? Optional.of(new CodePlace.Given(values.get(0), place)) : Optional.empty();
    }

    private Optional<CodePlace.Given> returned(Expression.Call call, CodePlace place) {
        return place.called(call, program).flatMap(inner -> {
            List<Expression> values = Returns.of(inner.method());
            return values.size() == 1 ? Optional.of(new CodePlace.Given(values.get(0), inner)) : Optional.empty();
        });
    }

    /** A field of a class or of one around it. */
    record Field(FieldDeclaration declaration, DeclaredClass owner) {
    }

    private static Optional<CodePlace.Given> initial(Field field) {
        return Optional.ofNullable(field.declaration().initializer())
                .map(each -> new CodePlace.Given(each, new CodePlace(field.owner(), null, Optional.empty())));
    }

    static Optional<Field> field(String name, DeclaredClass type) {
        for (Optional<DeclaredClass> owner = Optional.of(type); owner.isPresent(); owner = owner.get().outer()) {
            DeclaredClass here = owner.get();
            Optional<Field> found = here.declaration().fields().stream().filter(each -> each.name().equals(name)).findFirst()
                    .map(each -> new Field(each, here));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The field that a static import names, where its class was read. */
    Optional<Field> imported(String name, CodePlace place) {
        return importedFrom(name, place).stream().flatMap(type -> program.declared(type, place.owner().module()).stream())
                .flatMap(type -> field(name, type).stream()).findFirst();
    }

    /** The classes from which a member of that name may be imported. */
    List<String> importedFrom(String name, CodePlace place) {
        return place.owner().file().imports().stream().filter(CodeFile.Import::isStatic)
                .filter(each -> each.onDemand() || each.name().endsWith("." + name))
                .map(each -> each.onDemand() ? each.name() : each.name().substring(0, each.name().length() - name.length() - 1))
                .toList();
    }

    /** The class that a name in front of a constant means, if its source was read. */
    Optional<DeclaredClass> type(Expression expression, CodePlace place) {
        String written = dotted(expression);
        return written.isEmpty() || expression instanceof Expression.Name name && place.variable(name).isPresent()
                ? Optional.empty()
                : program.declared(place.owner().resolve(TypeName.of(written)).className(), place.owner().module());
    }

    /** Whether nothing is known of a class: it is neither in the tree nor on the class path. */
    boolean isOutOfSight(String className, CodePlace place) {
        return program.declared(className, place.owner().module()).isEmpty() && library(className).isEmpty();
    }

    Optional<ClassShape> library(String className) {
        return program.libraries().find(className);
    }

    static String dotted(Expression expression) {
        if (expression instanceof Expression.Select select) {
            String before = dotted(select.target());
            return before.isEmpty() ? "" : before + "." + select.name();
        }
        return expression instanceof Expression.Name name ? name.name() : "";
    }

    /** Whether a call is one of jOOQ's functions: {@code DSL.lower(..)}, or {@code lower(..)} that is imported. */
    boolean isFunction(Expression.Call call, CodePlace place) {
        if (call.target() != null) {
            String written = dotted(call.target());
            return written.endsWith("DSL")
                    && (written.equals("DSL") || written.startsWith("org.jooq.") || written.matches("\\w+DSL"));
        }
        boolean own = place.owner().declaration().methods().stream().anyMatch(each -> each.name().equals(call.name()));
        return !own && importedFrom(call.name(), place).contains(FUNCTIONS);
    }

    /** Whether an expression may be a part of a statement rather than a value, as far as its declaration tells. */
    boolean isPart(Expression expression, CodePlace place) {
        if (expression instanceof Expression.Name name) {
            Optional<VariableHistory> variable = place.variable(name);
            Optional<TypeName> type = variable.isPresent() ? variable.map(VariableHistory::type)
                    : field(name.name(), place.owner()).map(each -> each.declaration().type());
            return type.filter(each -> PARTS.contains(each.simpleName())).isPresent();
        }
        if (!(expression instanceof Expression.Call call)) {
            return expression instanceof Expression.Cast cast && PARTS.contains(cast.type().simpleName());
        }
        Optional<CodePlace> inner = place.called(call, program);
        return inner.isPresent() ? PARTS.contains(inner.get().method().returnType().simpleName()) : isFunction(call, place);
    }
}
