package dev.seqscan.program;

import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several methods of one name of which any may be meant, seen as one: what they have in common is known, where they
 * differ is unknown.
 */
final class Overload {

    private static final Unknown DIFFERS = new Unknown("several methods may be meant");

    private Overload() {
    }

    /** The methods as one; empty where they do not even give the same class. */
    static Optional<Candidate> merged(List<Candidate> methods) {
        Candidate first = methods.get(0);
        boolean isOne = methods.stream().allMatch(each -> each.method() == first.method());
        if (isOne) {
            return Optional.of(first);
        }
        boolean isMerged = methods.stream().allMatch(each -> each.method().isStatic() == first.method().isStatic()
                && Types.erasure(each.returns()).equals(Types.erasure(first.returns())));
        return isMerged ? Optional.of(new Candidate(first.owner(), method(first, methods), Map.of(), false,
                first.isSpread())) : Optional.empty();
    }

    private static ClassShape.Method method(Candidate first, List<Candidate> methods) {
        List<JavaType> parameters = new ArrayList<>();
        for (int i = 0; i < first.method().parameters().size(); i++) {
            parameters.add(parameter(i, first, methods));
        }
        ClassShape.Method method = first.method();
        return new ClassShape.Method(method.name(), List.of(), List.copyOf(parameters), result(first, methods),
                method.isStatic(), method.isAbstract(), method.varArgs(), method.isPrivate());
    }

    private static JavaType parameter(int index, Candidate first, List<Candidate> methods) {
        JavaType parameter = first.method().parameters().get(index);
        boolean same = methods.stream().allMatch(each -> index < each.method().parameters().size()
                && each.method().parameters().get(index).equals(parameter));
        return same ? parameter : DIFFERS;
    }

    private static JavaType result(Candidate first, List<Candidate> methods) {
        JavaType result = first.returns();
        boolean same = methods.stream().allMatch(each -> each.returns().equals(result)
                && each.method().typeParameters().isEmpty());
        if (!same && result instanceof ClassType named) {
            return new ClassType(named.name(), named.arguments().stream().map(each -> (JavaType) DIFFERS).toList());
        }
        return same || result instanceof JavaType.Primitive ? result : DIFFERS;
    }
}
