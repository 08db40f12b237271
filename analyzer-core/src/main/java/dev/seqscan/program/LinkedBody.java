package dev.seqscan.program;

import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of one method with the types of its expressions, the targets of its calls and the variables of its names. */
public final class LinkedBody {

    private static final JavaType NOT_TYPED = new JavaType.Unknown("not typed");

    private final DeclaredClass owner;
    private final MethodDeclaration method;
    private final List<JavaType> parameterTypes;
    private final Map<Expression, JavaType> types = new IdentityHashMap<>();
    private final Map<Expression, CallTarget> targets = new IdentityHashMap<>(8);
    private final Map<Object, Variable> variables = new IdentityHashMap<>(8);
    private final Map<TypeDeclaration, DeclaredClass> localClasses = new IdentityHashMap<>(1);

    LinkedBody(DeclaredClass owner, MethodDeclaration method, List<JavaType> parameterTypes) {
        this.owner = owner;
        this.method = method;
        this.parameterTypes = parameterTypes;
    }

    /** The class that declares the method. */
    public DeclaredClass owner() {
        return owner;
    }

    /** The method. */
    public MethodDeclaration method() {
        return method;
    }

    /** {@code com.shop.OrderService#list(int)}. */
    public String key() {
        return CallTarget.key(owner.name(), method.name(), parameterTypes);
    }

    /** Types of the parameters. */
    public List<JavaType> parameterTypes() {
        return parameterTypes;
    }

    /** How many expressions have a type. */
    int typed() {
        return types.size();
    }

    /** The type of an expression of this body. */
    public JavaType type(Expression expression) {
        return types.getOrDefault(expression, NOT_TYPED);
    }

    /** The method that a call, a creation or a method reference of this body means. */
    public Optional<CallTarget> target(Expression expression) {
        return Optional.ofNullable(targets.get(expression));
    }

    /** The variable that a simple name means; empty for fields and types. */
    public Optional<Variable> variable(Expression.Name name) {
        return Optional.ofNullable(variables.get(name));
    }

    /** The variable that a parameter, a local declaration or a pattern of this body declares. */
    public Optional<Variable> declared(Object declaration) {
        return Optional.ofNullable(variables.get(declaration));
    }

    /** All expressions with a type, in no order. */
    public Iterable<Map.Entry<Expression, JavaType>> types() {
        return types.entrySet();
    }

    /** The class of an anonymous or local class body. */
    public Optional<DeclaredClass> localClass(TypeDeclaration body) {
        return Optional.ofNullable(localClasses.get(body));
    }

    boolean isTyped(Expression expression) {
        return types.containsKey(expression);
    }

    void type(Expression expression, JavaType type) {
        types.put(expression, type);
    }

    void target(Expression expression, CallTarget target) {
        targets.put(expression, target);
    }

    void variable(Object nameOrDeclaration, Variable variable) {
        variables.put(nameOrDeclaration, variable);
    }

    void localClass(TypeDeclaration body, DeclaredClass type) {
        localClasses.put(body, type);
    }
}
