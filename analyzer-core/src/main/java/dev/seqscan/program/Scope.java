package dev.seqscan.program;

import dev.seqscan.program.JavaType.TypeVariable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in scope at a point of a body: variables, the classes of the body around it, and where the values go that a
 * lambda returns or a switch yields.
 */
final class Scope {

    /**
     * A class whose body is around the point.
     *
     * @param self its type, with its own type parameters as arguments
     * @param firstVariable how many variables were in scope when its body began
     */
    record Level(DeclaredClass type, JavaType.ClassType self, int firstVariable) {
    }

    private final List<Variable> variables = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private final List<TypeVariable> methodVariables;
    private final Map<String, String> localTypes = new HashMap<>();
    private final Deque<List<JavaType>> returns = new ArrayDeque<>();
    private final Deque<List<JavaType>> yields = new ArrayDeque<>();

    Scope(DeclaredClass owner, JavaType.ClassType self, List<TypeVariable> methodVariables) {
        levels.push(new Level(owner, self, 0));
        this.methodVariables = new ArrayList<>(methodVariables);
    }

    DeclaredClass self() {
        return levels.peek().type();
    }

    /** The classes of the body, from the innermost to the one that declares the method. */
    Iterable<Level> levels() {
        return levels;
    }

    /** Type parameters of the methods around the point, the nearest first. */
    List<TypeVariable> methodVariables() {
        return methodVariables;
    }

    void openMethod(List<TypeVariable> own) {
        methodVariables.addAll(0, own);
        open();
    }

    void closeMethod(List<TypeVariable> own) {
        methodVariables.subList(0, own.size()).clear();
        close();
    }

    /** Simple to canonical names of the classes that the body declares, as far as it was read. */
    Map<String, String> localTypes() {
        return localTypes;
    }

    void enterClass(DeclaredClass type, JavaType.ClassType self) {
        levels.push(new Level(type, self, variables.size()));
    }

    void leaveClass() {
        levels.pop();
    }

    void open() {
        marks.push(variables.size());
    }

    /** Ends a level and gives the variables that were declared in it. */
    List<Variable> close() {
        List<Variable> level = variables.subList(marks.pop(), variables.size());
        List<Variable> declared = List.copyOf(level);
        level.clear();
        return declared;
    }

    void declare(Variable variable) {
        variables.add(variable);
    }

    /** The variable of that name that was declared between two classes of the body, or in the innermost one. */
    Optional<Variable> variable(String name, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (variables.get(i).name().equals(name)) {
                return Optional.of(variables.get(i));
            }
        }
        return Optional.empty();
    }

    int variables() {
        return variables.size();
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
