package dev.seqscan.program;

import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Works out constant expressions (Java Language Specification, section 15.29) as far as annotations and queries use them:
 * literals, text blocks, {@code +}, and constant fields of the program by simple, qualified or imported name. Constants
 * of libraries are not known. May be shared by threads.
 */
public final class Constants {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_LENGTH = 100_000;

    private final Program program;
    private final Map<String, Object> known = new ConcurrentHashMap<>();

    /** A field and the class that declares it. */
    public record Found(FieldDeclaration field, DeclaredClass owner) {
    }

    /** Takes the classes whose fields may be constants. */
    public Constants(Program program) {
        this.program = program;
    }

    /**
     * The value of an expression: a {@code String}, {@code Long}, {@code Double}, {@code Boolean} or {@code Character}.
     *
     * @param scope the class in whose text the expression stands; local variables are not looked at, so a simple name
     *        that is one must not be asked for
     */
    public Optional<Object> value(Expression expression, DeclaredClass scope) {
        return fold(expression, scope, 0);
    }

    /** The value of an expression if it is a text. */
    public Optional<String> text(Expression expression, DeclaredClass scope) {
        return value(expression, scope).filter(String.class::isInstance).map(String.class::cast);
    }

    /**
     * The field of the program that a name means: own, inherited, of a class around, imported, or qualified.
     *
     * @param scope the class in whose text the expression stands; local variables are not looked at
     */
    public Optional<Found> field(Expression nameOrSelect, DeclaredClass scope) {
        if (nameOrSelect instanceof Expression.Name name) {
            return simple(name.name(), scope);
        }
        return nameOrSelect instanceof Expression.Select select ? selected(select, scope) : Optional.empty();
    }

    private Optional<Object> fold(Expression expression, DeclaredClass scope, int depth) {
        if (depth > MAX_DEPTH) {
            return Optional.empty();
        }
        if (expression instanceof Expression.Literal literal) {
            return Optional.ofNullable(literal.value());
        }
        if (expression instanceof Expression.Binary binary && binary.operator().equals("+")) {
            return sum(binary, scope, depth);
        }
        if (expression instanceof Expression.Unary unary && unary.prefix() && unary.operator().equals("-")) {
            return fold(unary.operand(), scope, depth + 1).filter(Long.class::isInstance).map(value -> -(Long) value);
        }
        if (expression instanceof Expression.Name name) {
            return simple(name.name(), scope).flatMap(found -> constant(found, depth));
        }
        return expression instanceof Expression.Select select
                ? selected(select, scope).flatMap(found -> constant(found, depth)) : Optional.empty();
    }

    /** A chain of additions leans to the left and may be long, so it is unrolled first. */
    private Optional<Object> sum(Expression.Binary binary, DeclaredClass scope, int depth) {
        Deque<Expression> operands = new ArrayDeque<>();
        Expression left = binary;
        while (left instanceof Expression.Binary next && next.operator().equals("+")) {
            operands.push(next.right());
            left = next.left();
        }
        Optional<Object> first = fold(left, scope, depth + 1);
        if (first.isEmpty()) {
            return first;
        }
        Sum sum = new Sum(first.get());
        for (Expression operand : operands) {
            Optional<Object> value = fold(operand, scope, depth + 1);
            if (value.isEmpty() || !sum.add(value.get())) {
                return Optional.empty();
            }
        }
        return Optional.of(sum.value());
    }

    /** A number until the first text is added; numbers beyond {@code int} and fractions are not worked out. */
    private static final class Sum {

        private Object number;
        private StringBuilder text;

        Sum(Object first) {
            if (first instanceof String string) {
                text = new StringBuilder(string);
            } else {
                number = first;
            }
        }

        boolean add(Object value) {
            if (value instanceof Double || number instanceof Double) {
                return false;
            }
            if (text == null && value instanceof String) {
                text = new StringBuilder().append(number);
            }
            if (text != null) {
                text.append(value);
                return text.length() <= MAX_LENGTH;
            }
            if (number instanceof Long left && value instanceof Long right) {
                number = left + right;
                return Math.abs(left + right) <= Integer.MAX_VALUE;
            }
            return false;
        }

        Object value() {
            return text != null ? text.toString() : number;
        }
    }

    private Optional<Object> constant(Found found, int depth) {
        if (!isConstant(found)) {
            return Optional.empty();
        }
        String key = found.owner().name() + "#" + found.field().name() + "@" + found.owner().file().path();
        Object value = known.get(key);
        if (value == null) {
            value = fold(found.field().initializer(), found.owner(), depth + 1).orElse(null);
            if (value != null) {
                known.put(key, value);
            }
        }
        return Optional.ofNullable(value);
    }

    private static boolean isConstant(Found found) {
        FieldDeclaration field = found.field();
        boolean isFinal = field.modifiers().contains(Modifier.FINAL) || found.owner().declaration().isInterface();
        return field.role() == FieldDeclaration.Role.FIELD && isFinal && field.initializer() != null;
    }

    private Optional<Found> simple(String name, DeclaredClass scope) {
        for (DeclaredClass each = scope; each != null; each = each.outer().orElse(null)) {
            Optional<Found> found = member(each, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return imported(name, scope);
    }

    private Optional<Found> imported(String name, DeclaredClass scope) {
        List<String> owners = new ArrayList<>();
        for (CodeFile.Import each : scope.file().imports()) {
            if (each.isStatic() && each.onDemand()) {
                owners.add(each.name());
            } else if (each.isStatic() && each.name().endsWith("." + name)) {
                owners.add(0, each.name().substring(0, each.name().length() - name.length() - 1));
            }
        }
        return owners.stream().flatMap(owner -> program.declared(owner, scope.module()).stream())
                .flatMap(owner -> member(owner, name).stream()).findFirst();
    }

    private Optional<Found> selected(Expression.Select select, DeclaredClass scope) {
        if (select.target() instanceof Expression.This) {
            return member(scope, select.name());
        }
        return qualifiedName(select.target())
                .filter(name -> simple(head(name), scope).isEmpty())
                .flatMap(scope::resolveClass).flatMap(owner -> program.declared(owner, scope.module()))
                .flatMap(owner -> member(owner, select.name()));
    }

    private static String head(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static Optional<String> qualifiedName(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return Optional.of(name.name());
        }
        return expression instanceof Expression.Select select
                ? qualifiedName(select.target()).map(target -> target + "." + select.name()) : Optional.empty();
    }

    /** A field of a class or, breadth first, of what it extends and implements. */
    private Optional<Found> member(DeclaredClass start, String name) {
        Deque<DeclaredClass> open = new ArrayDeque<>(List.of(start));
        Set<DeclaredClass> seen = new HashSet<>(open);
        while (!open.isEmpty() && seen.size() < 100) {
            DeclaredClass owner = open.poll();
            for (FieldDeclaration field : owner.declaration().fields()) {
                if (field.name().equals(name)) {
                    return Optional.of(new Found(field, owner));
                }
            }
            List<TypeName> supertypes = new ArrayList<>(owner.declaration().extended());
            supertypes.addAll(owner.declaration().implemented());
            for (TypeName supertype : supertypes) {
                owner.resolveClass(supertype.name()).flatMap(type -> program.declared(type, owner.module()))
                        .filter(seen::add).ifPresent(open::add);
            }
        }
        return Optional.empty();
    }
}
