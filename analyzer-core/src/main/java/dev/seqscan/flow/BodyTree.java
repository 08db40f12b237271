package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Statements;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A body read upwards: what each expression and statement stands in, and where each variable is named. */
final class BodyTree {

    private final Map<Object, Object> parents = new IdentityHashMap<>();
    private final Map<Variable, List<Expression.Name>> names = new HashMap<>();

    BodyTree(LinkedBody body) {
        Deque<Object> open = new ArrayDeque<>();
        open.push(body.method().body());
        while (!open.isEmpty()) {
            Object node = open.pop();
            if (node instanceof Expression.Name name) {
                body.variable(name).ifPresent(each -> names.computeIfAbsent(each, key -> new ArrayList<>()).add(name));
            }
            List<Object> children = new ArrayList<>(children(node));
            children.removeIf(Objects::isNull);
            Collections.reverse(children);
            for (Object child : children) {
                parents.put(child, node);
                open.push(child);
            }
        }
    }

    /** The expression or statement around a part; null at the top. */
    Object parent(Object part) {
        return parents.get(part);
    }

    /** All places that name a variable, in the order of the text. */
    List<Expression.Name> names(Variable variable) {
        return names.getOrDefault(variable, List.of());
    }

    /** Whether one part stands inside a loop, a lambda or a class body that the other one does not stand in. */
    boolean isRepeatedWithin(Object part, Object other) {
        List<Object> around = repeating(other);
        return repeating(part).stream().anyMatch(each -> around.stream().noneMatch(known -> known == each));
    }

    private List<Object> repeating(Object part) {
        List<Object> found = new ArrayList<>();
        for (Object child = part, parent = parent(part); parent != null; child = parent, parent = parent(parent)) {
            boolean repeats = parent instanceof Statement statement && Statements.loopBody(statement) != null
                    && !(parent instanceof Statement.ForEach loop && loop.iterable() == child);
            if (repeats || parent instanceof Expression.Lambda || parent instanceof Expression.New && child instanceof Statement) {
                found.add(parent);
            }
        }
        return found;
    }

    private static List<?> children(Object node) {
        return node instanceof Statement statement ? ofStatement(statement) : ofExpression((Expression) node);
    }

    private static List<?> ofStatement(Statement statement) {
        List<Object> children = new ArrayList<>(heads(statement));
        if (statement instanceof Statement.For loop) {
            children.addAll(loop.init());
            children.addAll(loop.update());
        } else if (statement instanceof Statement.Switch choice) {
            choice.cases().forEach(each -> {
                children.addAll(each.labels());
                children.add(each.guard());
            });
        } else if (statement instanceof Statement.Assert each) {
            children.add(each.message());
        }
        children.addAll(Statements.children(statement));
        return children;
    }

    private static List<Expression> heads(Statement statement) {
        Expression head = null;
        if (statement instanceof Statement.Evaluate each) {
            head = each.expression();
        } else if (statement instanceof Statement.Local each) {
            head = each.initializer();
        } else if (statement instanceof Statement.Return each) {
            head = each.value();
        } else if (statement instanceof Statement.If each) {
            head = each.condition();
        } else if (statement instanceof Statement.ForEach each) {
            head = each.iterable();
        } else if (statement instanceof Statement.For each) {
            head = each.condition();
        } else if (statement instanceof Statement.While each) {
            head = each.condition();
        } else if (statement instanceof Statement.DoWhile each) {
            head = each.condition();
        } else {
            head = rareHead(statement);
        }
        return head == null ? List.of() : List.of(head);
    }

    private static Expression rareHead(Statement statement) {
        if (statement instanceof Statement.Switch each) {
            return each.selector();
        } else if (statement instanceof Statement.Throw each) {
            return each.value();
        } else if (statement instanceof Statement.Yield each) {
            return each.value();
        } else if (statement instanceof Statement.Synchronized each) {
            return each.lock();
        }
        return statement instanceof Statement.Assert each ? each.condition() : null;
    }

    private static List<?> ofExpression(Expression expression) {
        if (expression instanceof Expression.Lambda lambda) {
            return List.of(lambda.body());
        }
        if (expression instanceof Expression.MethodReference reference) {
            return List.of(reference.target());
        }
        if (expression instanceof Expression.Opaque opaque) {
            return opaque.children();
        }
        if (expression instanceof Expression.New creation) {
            return ofCreation(creation);
        }
        if (expression instanceof Expression.SwitchExpression choice) {
            List<Object> children = new ArrayList<>(List.of(choice.selector()));
            choice.cases().forEach(each -> {
                children.addAll(each.labels());
                children.add(each.guard());
                children.addAll(each.body());
            });
            return children;
        }
        return Used.children(expression);
    }

    private static List<?> ofCreation(Expression.New creation) {
        List<Object> children = new ArrayList<>(creation.arguments());
        children.add(creation.outer());
        if (creation.body() != null) {
            creation.body().methods().forEach(each -> children.add(each.body()));
            creation.body().fields().forEach(each -> children.add(each.initializer()));
        }
        return children;
    }
}
