package dev.seqscan.flow;

import dev.seqscan.program.JavaType;
import java.util.LinkedHashSet;
import java.util.Set;

/** Follows pages that a method is told to those who call it: if all ask for the first page, so does the method. */
final class PageOrigins {

    private static final int DEEPEST = 4;

    private final Callers callers;

    PageOrigins(Callers callers) {
        this.callers = callers;
    }

    /** The page that a call in a method asks for. */
    PageArgument page(MethodFlow flow, CallEvent event) {
        return isDelegate(flow, event) ? PageArgument.NONE : resolve(flow, event.page, new LinkedHashSet<>());
    }

    /** Whoever calls an object that stands in for a repository asks the repository, and is judged there. */
    private static boolean isDelegate(MethodFlow flow, CallEvent event) {
        return event.target != null && event.target.name().equals(flow.method.name())
                && flow.owner.declaration().implemented().stream().map(flow.owner::resolve).map(JavaType::className)
                        .anyMatch(event.target.receiver().className()::equals);
    }

    private PageArgument resolve(MethodFlow flow, PageSource source, Set<MethodFlow> open) {
        PageArgument page = source.page();
        for (int parameter : source.parameters()) {
            page = PageSource.worse(page, fromCallers(flow, parameter, open));
        }
        return page;
    }

    /** A method that is called from outside, or by nobody that was read, may be told any page. */
    private PageArgument fromCallers(MethodFlow flow, int parameter, Set<MethodFlow> open) {
        if (open.size() >= DEEPEST || callers.isReachable(flow) || !open.add(flow)) {
            return PageArgument.ANY;
        }
        PageArgument worst = PageArgument.NONE;
        for (IncomingCall call : callers.calls(flow)) {
            PageSource given = call.event().handedOnPages.get(parameter);
            PageArgument page = given == null ? PageArgument.ANY : resolve(call.from(), given, open);
            // the loop that turns the pages stands with the caller
            worst = PageSource.worse(worst, page == PageArgument.LOOP ? PageArgument.ANY : page);
        }
        open.remove(flow);
        return worst;
    }
}
