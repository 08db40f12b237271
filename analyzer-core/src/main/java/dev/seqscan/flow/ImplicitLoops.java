package dev.seqscan.flow;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.Optional;

/**
 * Methods that a framework calls for each element of a list, so that their body is the body of a loop that nobody wrote:
 * an item processor of a batch job, a resolver of a field of each parent.
 */
final class ImplicitLoops {

    private ImplicitLoops() {
    }

    /** The head of the loop around a method, if a framework loops over it. */
    static Optional<LoopHead> around(LinkedBody body, LibraryKnowledge library) {
        MethodDeclaration method = body.method();
        DeclaredClass owner = body.owner();
        boolean takesElement = method.parameters().stream().anyMatch(each -> each.annotations().isEmpty());
        if (!takesElement) {
            return Optional.empty();
        }
        boolean annotated = method.annotations().stream().anyMatch(each -> library.callsForEach(owner.annotationType(each)));
        if (!annotated && !library.overridesCalledForEach(owner.name(), method.name())) {
            return Optional.empty();
        }
        String element = method.parameters().get(0).name();
        return Optional.of(new LoopHead(owner.simpleName() + "." + method.name() + ", called for each element,",
                owner.place(method.nameSpan()), "all " + element + " elements", java.util.Set.of(), "",
                ElementSource.MANY));
    }
}
