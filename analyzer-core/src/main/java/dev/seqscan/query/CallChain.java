package dev.seqscan.query;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Program;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How an object was made and what has been called on it since, through chains of calls, local variables, fields that
 * are set once and methods of the same class that return it.
 *
 * @param origin the expression that makes the object
 * @param steps the calls on it, in order
 * @param owner the class in whose body the origin stands
 * @param method the method in which it stands; null for the initialiser of a field
 * @param oneOfSeveral whether the object may also have been made elsewhere, as by a method that overrides the one that
 *        returns it
 * @param entered the call by which that method was entered; empty where the search stayed in the method it began in
 */
public record CallChain(Expression origin, List<Step> steps, DeclaredClass owner, MethodDeclaration method,
        boolean oneOfSeveral, Optional<Entry> entered) {

    /**
     * A call through which the search went into the method that it means.
     *
     * @param owner the class in whose body the call stands
     * @param method the method in which it stands
     * @param before the call by which that method was entered itself
     */
    public record Entry(Expression.Call call, DeclaredClass owner, MethodDeclaration method, Optional<Entry> before) {
    }

    /**
     * A call on the object.
     *
     * @param conditional whether it may not have taken place
     */
    public record Step(Expression.Call call, boolean conditional, DeclaredClass owner, MethodDeclaration method) {
    }

    /**
     * Goes back from an expression.
     *
     * @param isOrigin tells the expression that makes the object
     * @return empty where the origin is not in sight, as for a parameter
     */
    public static Optional<CallChain> of(Expression expression, DeclaredClass owner, MethodDeclaration method,
            Predicate<Expression> isOrigin) {
        return new Search(owner, method, isOrigin, Optional.empty()).from(expression);
    }

    /** The same through methods that classes of the program above the own one declare. */
    public static Optional<CallChain> of(Expression expression, LinkedBody body, Program program,
            Predicate<Expression> isOrigin) {
        return new Search(body.owner(), body.method(), isOrigin, Optional.of(program)).from(expression);
    }

    /**
     * The same through calls that hand back one of their arguments.
     *
     * @param handedBack the argument that a call works on and gives back, or empty for all other calls
     */
    public static Optional<CallChain> of(Expression expression, LinkedBody body, Program program,
            Predicate<Expression> isOrigin, Function<Expression.Call, Optional<Expression>> handedBack) {
        Search search = new Search(body.owner(), body.method(), isOrigin, Optional.of(program));
        search.handedBack = handedBack;
        return search.from(expression);
    }

    /** The last call of one of the names. */
    public Optional<Step> last(String... names) {
        List<String> wanted = List.of(names);
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (wanted.contains(steps.get(i).call().name())) {
                return Optional.of(steps.get(i));
            }
        }
        return Optional.empty();
    }

    private static final class Search {

        private static final int MAX_STEPS = 300;
        private static final int MAX_METHODS = 3;
        private static final int MOST_ANCESTORS = 8;

        private final Predicate<Expression> isOrigin;
        private final Optional<Program> program;
        private final List<Step> backwards = new ArrayList<>();
        private Function<Expression.Call, Optional<Expression>> handedBack = call -> Optional.empty();
        private DeclaredClass owner;
        private MethodDeclaration method;
        private boolean several;
        private int methods;
        private Optional<Entry> entered = Optional.empty();

        Search(DeclaredClass owner, MethodDeclaration method, Predicate<Expression> isOrigin, Optional<Program> program) {
            this.owner = owner;
            this.method = method;
            this.isOrigin = isOrigin;
            this.program = program;
        }

        Optional<CallChain> from(Expression start) {
            Expression current = start;
            for (int i = 0; i < MAX_STEPS && current != null; i++) {
                if (isOrigin.test(current)) {
                    List<Step> steps = new ArrayList<>(backwards);
                    Collections.reverse(steps);
                    return Optional.of(new CallChain(current, List.copyOf(steps), owner, method, several, entered));
                }
                current = before(current);
            }
            return Optional.empty();
        }

        private Expression before(Expression current) {
            if (current instanceof Expression.Call call) {
                boolean own = call.target() == null || call.target() instanceof Expression.This;
                return own && handedBack.apply(call).isEmpty() ? returned(call) : called(call);
            }
            if (current instanceof Expression.Name name) {
                return variable(name.name(), name.span());
            }
            if (current instanceof Expression.Select select && select.target() instanceof Expression.This) {
                return field(select.name());
            }
            if (current instanceof Expression.Conditional choice) {
                several = true;
                return choice.whenTrue();
            }
            if (current instanceof Expression.Assign assign) {
                return assign.value();
            }
            return current instanceof Expression.Cast cast ? cast.operand() : null;
        }

        private Expression called(Expression.Call call) {
            backwards.add(new Step(call, false, owner, method));
            return handedBack.apply(call).orElse(call.target());
        }

        private Expression variable(String name, Span point) {
            Optional<VariableHistory> history = VariableHistory.of(method, name, point);
            if (history.isEmpty()) {
                return field(name);
            }
            List<Expression> values = history.get().values();
            List<VariableHistory.Use> uses = history.get().uses();
            for (int i = uses.size() - 1; i >= 0 && !isLast(uses.get(i), values); i--) {
                VariableHistory.Use use = uses.get(i);
                if (use.kind() == VariableHistory.Kind.CALLED) {
                    unroll((Expression.Call) use.value(), use.conditional());
                } else if (use.kind() == VariableHistory.Kind.PASSED && handedBack.apply((Expression.Call) use.value()).isPresent()) {
                    backwards.add(new Step((Expression.Call) use.value(), use.conditional(), owner, method));
                }
            }
            several |= values.stream().skip(1).anyMatch(each -> !isMadeOf(each, name));
            return values.isEmpty() ? null : values.get(0);
        }

        /** {@code query = query.where(..)} makes no other query. */
        private static boolean isMadeOf(Expression value, String variable) {
            Expression current = value;
            while (current instanceof Expression.Call call) {
                current = call.target();
            }
            return current instanceof Expression.Name name && name.name().equals(variable);
        }

        private static boolean isLast(VariableHistory.Use use, List<Expression> values) {
            return !values.isEmpty() && use.value() == values.get(0);
        }

        private void unroll(Expression.Call chain, boolean conditional) {
            Expression current = chain;
            while (current instanceof Expression.Call call) {
                backwards.add(new Step(call, conditional, owner, method));
                current = call.target();
            }
        }

        private Expression field(String name) {
            FieldValues values = FieldValues.of(name, owner);
            if (values.all().size() != 1) {
                return null;
            }
            method = values.method();
            return values.all().get(0);
        }

        private Expression returned(Expression.Call call) {
            DeclaredClass type = owner;
            List<MethodDeclaration> candidates = candidates(call, type);
            for (int i = 0; i < MOST_ANCESTORS && candidates.isEmpty() && above(type).isPresent(); i++) {
                type = above(type).get();
                candidates = candidates(call, type);
            }
            if (candidates.size() != 1 || ++methods > MAX_METHODS) {
                return null;
            }
            List<Expression> values = Returns.of(candidates.get(0));
            several |= values.size() > 1 || !isFixed(candidates.get(0));
            entered = Optional.of(new Entry(call, owner, method, entered));
            owner = type;
            method = candidates.get(0);
            return values.isEmpty() ? null : values.get(0);
        }

        private static List<MethodDeclaration> candidates(Expression.Call call, DeclaredClass type) {
            return type.declaration().methods().stream().filter(each -> each.name().equals(call.name()) && each.body() != null
                    && each.parameters().size() == call.arguments().size()).toList();
        }

        private Optional<DeclaredClass> above(DeclaredClass type) {
            return program.flatMap(all -> type.declaration().extended().stream().findFirst()
                    .flatMap(name -> all.declared(type.resolve(name).className(), type.module())));
        }

        private static boolean isFixed(MethodDeclaration method) {
            return method.modifiers().contains(Modifier.PRIVATE) || method.modifiers().contains(Modifier.STATIC)
                    || method.modifiers().contains(Modifier.FINAL);
        }
    }
}
