package dev.seqscan.flow;

import dev.seqscan.entity.Association;
import dev.seqscan.program.made.MadeBodies;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.List;
import java.util.Set;

/**
 * Reads of rows that an object which is no entity carries in its fields: an answer that holds orders is written as JSON
 * with all that hangs on them. Since a field is known for all objects of its class at once, only rows count that a query
 * below the reader's own caller brings.
 */
final class CarriedRows {

    /** Why the loops of made readers do not count: who loops is the one that gave the object to the reader. */
    static final String WAY = "the way of a reader through an object";

    private final MethodFlow flow;
    private final World world;

    CarriedRows(MethodFlow flow, World world) {
        this.flow = flow;
        this.world = world;
    }

    /** Whether what this method reads are rows that a field of its object holds, and not rows that it asks for. */
    boolean isCarried(Value value) {
        return value.origin() instanceof Origin.Rows rows && readsItsObject() && !world.leadsTo(flow, rows.call());
    }

    private boolean readsItsObject() {
        MethodDeclaration method = flow.method;
        boolean reads = method.parameters().isEmpty() && !method.isConstructor()
                && !method.returnType().name().equals("void") || MadeBodies.isReader(method);
        return reads && !world.types().isMapped(flow.owner.name());
    }

    /** What a callee reads of rows that its object carries, as it is at the call; nothing where they come from elsewhere. */
    Set<Value> at(CallEvent event, Value read) {
        boolean own = world.leadsTo(flow, ((Origin.Rows) read.origin()).call());
        if (!own && (isHandedOver(event) || !readsItsObject())) {
            return Set.of();
        }
        Region loop = loop(event, read);
        return Set.of(loop == null ? new Value(read.origin(), read.path(), read.varies())
                : new Value(read.origin(), read.path(), null).elementOf(loop));
    }

    /** The loop in which the object, or each of the rows that it carries, is another one. */
    private static Region loop(CallEvent event, Value read) {
        if (event.parts != null) {
            return read.varies() != null || passesMany(read.path().subList(0, Math.max(0, read.path().size() - 1)))
                    ? event.parts : event.receiverVariesIn;
        }
        return isHandedOver(event) ? event.region : event.receiverVariesIn;
    }

    private static boolean isHandedOver(CallEvent event) {
        return event.parts != null || event.region.implicit && event.variesIn == event.region;
    }

    private static boolean passesMany(List<Association> path) {
        return path.stream().anyMatch(each -> !each.cardinality().isToOne());
    }
}
