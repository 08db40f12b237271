package dev.seqscan.program;

import dev.seqscan.program.JavaType.TypeVariable;
import java.util.List;
import java.util.Map;

/**
 * A method that a call may mean.
 *
 * @param owner the class that declares it
 * @param substitution what that class's type parameters stand for here
 * @param isRaw whether it is called on a raw type, so that its types are erased (JLS 4.8)
 * @param isSpread whether the call gives the last parameter's elements one by one (JLS 15.12.4.2)
 */
record Candidate(ClassShape owner, ClassShape.Method method, Map<TypeVariable, JavaType> substitution, boolean isRaw,
        boolean isSpread) {

    /** The same method, called with a variable number of arguments. */
    Candidate spread() {
        return new Candidate(owner, method, substitution, isRaw, true);
    }

    /** The type that is asked of the argument at that index. */
    JavaType parameter(int index) {
        List<JavaType> declared = method.parameters();
        int last = declared.size() - 1;
        if (isSpread && index >= last) {
            return seen(declared.get(last) instanceof JavaType.ArrayType array ? array.element() : declared.get(last));
        }
        return seen(declared.get(index));
    }

    /** What a call gives, the method's own type parameters left open. */
    JavaType returns() {
        return seen(method.returns());
    }

    /** The method's own type parameters; a raw type has forgotten them. */
    List<TypeVariable> typeParameters() {
        return isRaw ? List.of() : method.typeParameters();
    }

    private JavaType seen(JavaType type) {
        return isRaw ? Types.erasure(type) : Types.substitute(type, substitution);
    }

    /** What a linked body says of a call of it. */
    CallTarget target(JavaType receiver, JavaType returns) {
        return new CallTarget(owner.name(), method.name(), method.parameters(), returns, receiver, method.isStatic(),
                method.varArgs());
    }
}
