package dev.seqscan.program;

import dev.seqscan.program.JavaType.TypeVariable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is in scope at a point of a body: variables, the classes around it, and where returned values go. */
final class Scope {

    /** A class body around the point; {@code results} collects the types that its nearest lambda or switch gives. */
    private final Deque<Map<String, Variable>> variables = new ArrayDeque<>();
    private final Deque<DeclaredClass> classes = new ArrayDeque<>();
    private final Deque<List<JavaType>> returns = new ArrayDeque<>();
    private final Deque<List<JavaType>> yields = new ArrayDeque<>();
    private final List<TypeVariable> methodVariables;

    Scope(DeclaredClass owner, List<TypeVariable> methodVariables) {
        classes.push(owner);
        this.methodVariables = new ArrayList<>(methodVariables);
    }

    DeclaredClass self() {
        return classes.peek();
    }

    Iterable<DeclaredClass> classes() {
        return classes;
    }

    List<TypeVariable> methodVariables() {
        return methodVariables;
    }

    void enterClass(DeclaredClass type) {
        classes.push(type);
    }

    void leaveClass() {
        classes.pop();
    }

    void open() {
        variables.push(new HashMap<>());
    }

    void close() {
        variables.pop();
    }

    void declare(Variable variable) {
        variables.peek().put(variable.name(), variable);
    }

    Optional<Variable> variable(String name) {
        for (Map<String, Variable> level : variables) {
            Variable found = level.get(name);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    void collectReturns() {
        returns.push(new ArrayList<>());
    }

    List<JavaType> returned() {
        return returns.pop();
    }

    void returns(JavaType type) {
        if (!returns.isEmpty()) {
            returns.peek().add(type);
        }
    }

    void collectYields() {
        yields.push(new ArrayList<>());
    }

    List<JavaType> yielded() {
        return yields.pop();
    }

    void yields(JavaType type) {
        if (!yields.isEmpty()) {
            yields.peek().add(type);
        }
    }
}
