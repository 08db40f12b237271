package dev.seqscan.program;

import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.TypeVariable;
import dev.seqscan.program.JavaType.Unknown;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Finds what names mean at a point of a body (Java Language Specification, sections 6.4 and 6.5): a variable, a field of
 * a class around it, an imported member, a class.
 */
final class Names {

    private static final int MOST_PARTS = 50;

    private final LinkedBody body;
    private final Types types;
    private final Members members;
    private final Scope scope;
    private final List<ClassType> outerClasses = new ArrayList<>();
    private final String outermost;

    Names(LinkedBody body, Types types, Members members, Scope scope) {
        this.body = body;
        this.types = types;
        this.members = members;
        this.scope = scope;
        for (DeclaredClass type = body.owner().outer().orElse(null); type != null; type = type.outer().orElse(null)) {
            outerClasses.add(types.self(type.name()));
        }
        outermost = outerClasses.isEmpty() ? body.owner().name() : outerClasses.get(outerClasses.size() - 1).name();
    }

    /** The type of a variable or field, noting which variable it is; empty where the name is neither. */
    Optional<JavaType> value(Expression.Name name) {
        int to = scope.variables();
        for (Scope.Level level : scope.levels()) {
            Optional<Variable> variable = scope.variable(name.name(), level.firstVariable(), to);
            if (variable.isPresent()) {
                body.variable(name, variable.get());
                return Optional.of(variable.get().type());
            }
            Optional<JavaType> field = members.field(level.self(), name.name());
            if (field.isPresent()) {
                return field;
            }
            to = level.firstVariable();
        }
        for (ClassType outer : outerClasses) {
            Optional<JavaType> field = members.field(outer, name.name());
            if (field.isPresent()) {
                return field;
            }
        }
        return imported(name.name(), (owner, member) -> members.field(owner, member).map(List::of).orElse(List.of()))
                .map(found -> found.members().get(0));
    }

    /**
     * A type without type parameters of classes that are not around the point: those of a generic class whose inner class
     * is used from outside, whose arguments are not followed.
     */
    JavaType withoutForeign(JavaType type) {
        if (type instanceof TypeVariable variable) {
            return isForeign(variable) ? new Unknown("type parameter " + type + " of an outer class") : type;
        }
        if (type instanceof ClassType named && !named.arguments().isEmpty()) {
            List<JavaType> arguments = named.arguments().stream().map(this::withoutForeign).toList();
            return arguments.equals(named.arguments()) ? type : new ClassType(named.name(), arguments);
        }
        if (type instanceof JavaType.ArrayType array) {
            JavaType element = withoutForeign(array.element());
            return element == array.element() ? type : new JavaType.ArrayType(element);
        }
        return type;
    }

    private boolean isForeign(TypeVariable variable) {
        if (variable.owner().indexOf('#') >= 0 || variable.owner().equals(body.owner().name())) {
            return false;
        }
        for (Scope.Level level : scope.levels()) {
            if (level.self().name().equals(variable.owner())) {
                return false;
            }
        }
        return outerClasses.stream().noneMatch(outer -> outer.name().equals(variable.owner()));
    }

    /** Methods that this body may call: private ones only of classes in the same outermost class (JLS 6.6.1). */
    List<Candidate> accessible(List<Candidate> methods) {
        return methods.stream().anyMatch(this::isHidden) ? methods.stream().filter(each -> !isHidden(each)).toList()
                : methods;
    }

    private boolean isHidden(Candidate candidate) {
        String owner = candidate.owner().name();
        return candidate.method().isPrivate() && !owner.equals(outermost) && !owner.startsWith(outermost + ".");
    }

    /** Members that are found in a class. */
    record In<M>(JavaType owner, List<M> members) {
    }

    /** Methods of the innermost class around the point that has any of that name, else imported ones. */
    Optional<In<Candidate>> methods(String name) {
        for (Scope.Level level : scope.levels()) {
            List<Candidate> found = members.methods(level.self(), name);
            if (!found.isEmpty()) {
                return Optional.of(new In<>(level.self(), found));
            }
        }
        for (ClassType outer : outerClasses) {
            List<Candidate> found = members.methods(outer, name);
            if (!found.isEmpty()) {
                return Optional.of(new In<>(outer, found));
            }
        }
        return imported(name, (owner, member) -> accessible(members.methods(owner, member)));
    }

    /** Members that static imports bring into scope; those of single imports hide those on demand. */
    private <M> Optional<In<M>> imported(String name, BiFunction<JavaType, String, List<M>> find) {
        for (boolean onDemand : new boolean[] {false, true}) {
            List<M> all = new ArrayList<>();
            JavaType owner = null;
            for (CodeFile.Import each : scope.self().file().imports()) {
                int dot = each.name().length() - name.length() - 1;
                boolean fits = each.isStatic() && each.onDemand() == onDemand
                        && (onDemand || dot > 0 && each.name().charAt(dot) == '.' && each.name().endsWith(name));
                JavaType from = fits ? JavaType.of(onDemand ? each.name() : each.name().substring(0, dot)) : null;
                List<M> found = fits ? find.apply(from, name) : List.of();
                owner = owner == null && !found.isEmpty() ? from : owner;
                all.addAll(found);
            }
            if (owner != null) {
                return Optional.of(new In<>(owner, all));
            }
        }
        return Optional.empty();
    }

    /** The class that an expression names, where it names a class and no variable or field. */
    Optional<String> className(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return value(name).isPresent() ? Optional.empty() : localOrDeclared(name.name());
        }
        if (expression instanceof Expression.Select select && !isLong(select)) {
            Optional<String> outer = className(select.target());
            if (outer.isPresent()) {
                return members.field(JavaType.of(outer.get()), select.name()).isPresent() ? Optional.empty()
                        : types.memberType(outer.get(), select.name());
            }
            return qualified(select).filter(text -> types.shape(text).isPresent());
        }
        return Optional.empty();
    }

    /** Each part of a name is looked up with all before it; no class has so many. */
    private static boolean isLong(Expression.Select select) {
        Expression part = select;
        for (int i = 0; i < MOST_PARTS && part instanceof Expression.Select of; i++) {
            part = of.target();
        }
        return part instanceof Expression.Select;
    }

    /** The class that a simple name means; a class that the body declares comes first. */
    Optional<String> localOrDeclared(String name) {
        String local = scope.localTypes().get(name);
        return local != null ? Optional.of(local) : scope.self().resolveClass(name);
    }

    private Optional<String> qualified(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return value(name).isPresent() ? Optional.empty() : Optional.of(name.name());
        }
        return expression instanceof Expression.Select select
                ? qualified(select.target()).map(head -> head + "." + select.name()) : Optional.empty();
    }
}
