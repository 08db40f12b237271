package dev.seqscan.flow;

import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A part of a method's body that runs as often as its surroundings say: the body itself, a loop, or a function. */
final class Region {

    /** Kinds of regions; a FUNCTION is a lambda, a method reference or a method of an anonymous class. */
    enum Kind { METHOD, LOOP, FUNCTION }

    final Kind kind;
    final Region parent;
    final Place place;
    final int depth;
    /** Of a loop: what it goes over, and why it does not count if it does not. */
    LoopHead head;
    /** Of a loop: whether a framework loops, so that a return ends one turn only. */
    boolean implicit;
    /** Of a loop: whether nothing tells that it comes to an end. */
    boolean endless;
    /** Whether it stands in a {@code catch} block. */
    boolean afterFailure;
    /** Of a function: what its body returns. */
    final List<Set<Value>> returns = new ArrayList<>();
    /** Of a function: whether a parameter holds many elements at once. */
    boolean takesChunks;
    /** Of a loop or function: whether each turn has a group of elements beside something else, as the key of the group. */
    boolean takesGroups;
    /** Of a function: entity classes of its parameters, empty where none. */
    final List<String> parameterEntities = new ArrayList<>();
    /** Of a function: the parameters whose type is a variable, so that they may be anything. */
    final Set<Integer> ofAnyType = new HashSet<>();
    final List<CallEvent> calls = new ArrayList<>();

    Region(Kind kind, Region parent, Place place) {
        this.kind = kind;
        this.parent = parent;
        this.place = place;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    /** Whether it is a function of the body or stands in one. */
    boolean isInFunction() {
        return kind == Kind.FUNCTION || parent != null && parent.isInFunction();
    }

    boolean isWithin(Region other) {
        for (Region each = this; each != null; each = each.parent) {
            if (each == other) {
                return true;
            }
        }
        return false;
    }
}
