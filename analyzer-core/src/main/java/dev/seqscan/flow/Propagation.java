package dev.seqscan.flow;

import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What annotations say of the transaction in which a method runs; that of the method comes before that of its class. */
final class Propagation {

    private static final Set<String> SUSPENDS = Set.of("NOT_SUPPORTED", "NEVER");

    private Propagation() {
    }

    /**
     * The name of the propagation, as {@code REQUIRES_NEW}, empty text where an annotation names none (Spring,
     * {@code Transactional#propagation}; Jakarta Transactions, {@code Transactional#value}); empty where nothing is annotated.
     */
    static Optional<String> of(MethodFlow flow, LibraryKnowledge library) {
        return Stream.concat(flow.method.annotations().stream(), flow.owner.declaration().annotations().stream())
                .filter(use -> library.isTransactional(flow.owner.annotationType(use))).findFirst().map(Propagation::name);
    }

    private static String name(AnnotationUse use) {
        Expression value = use.attribute("propagation").or(() -> use.attribute("value")).orElse(null);
        return value instanceof Expression.Select select ? select.name()
                : value instanceof Expression.Name simple ? simple.name() : "";
    }

    /** Whether a method with that propagation runs in a transaction. */
    static boolean joins(String propagation) {
        return !SUSPENDS.contains(propagation);
    }

    /** Whether a method with that propagation begins a transaction even within another one. */
    static boolean beginsAnew(String propagation) {
        return propagation.equals("REQUIRES_NEW");
    }
}
