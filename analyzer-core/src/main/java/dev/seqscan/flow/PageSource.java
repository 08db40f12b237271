package dev.seqscan.flow;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the page that a call asks for comes from.
 *
 * @param page what is known of it apart from parameters
 * @param parameters the parameters of the method on which it hangs, by index
 */
record PageSource(PageArgument page, Set<Integer> parameters) {

    /** No page is asked for. */
    static final PageSource NONE = new PageSource(PageArgument.NONE);

    /** From the worst to the mildest. */
    private static final List<PageArgument> ORDER = List.of(PageArgument.LOOP, PageArgument.ANY, PageArgument.UNKNOWN,
            PageArgument.FIRST, PageArgument.NONE);

    PageSource(PageArgument page) {
        this(page, Set.of());
    }

    static PageArgument worse(PageArgument one, PageArgument other) {
        return ORDER.get(Math.min(ORDER.indexOf(one), ORDER.indexOf(other)));
    }

    PageSource or(PageSource other) {
        Set<Integer> both = new TreeSet<>(parameters);
        both.addAll(other.parameters);
        return new PageSource(worse(page, other.page), both);
    }
}
