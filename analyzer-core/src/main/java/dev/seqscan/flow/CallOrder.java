package dev.seqscan.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders methods so that callees come before callers; methods that call each other in a circle stand together (Tarjan). */
final class CallOrder {

    private final List<MethodFlow> flows;
    private final World world;
    private final Map<MethodFlow, Integer> index = new IdentityHashMap<>();
    private final Map<MethodFlow, Integer> low = new IdentityHashMap<>();
    private final Map<MethodFlow, Boolean> onStack = new IdentityHashMap<>();
    private final Deque<MethodFlow> stack = new ArrayDeque<>();
    private final List<List<MethodFlow>> components = new ArrayList<>();
    private int next;

    CallOrder(List<MethodFlow> flows, World world) {
        this.flows = flows;
        this.world = world;
    }

    List<List<MethodFlow>> calleesFirst() {
        for (MethodFlow flow : flows) {
            if (!index.containsKey(flow)) {
                visit(flow);
            }
        }
        return components;
    }

    private record Frame(MethodFlow flow, Iterator<MethodFlow> callees) {
    }

    /** Without recursion, since chains of calls may be longer than the stack. */
    private void visit(MethodFlow root) {
        Deque<Frame> frames = new ArrayDeque<>();
        frames.push(enter(root));
        while (!frames.isEmpty()) {
            Frame frame = frames.peek();
            if (frame.callees.hasNext()) {
                MethodFlow callee = frame.callees.next();
                if (!index.containsKey(callee)) {
                    frames.push(enter(callee));
                } else if (Boolean.TRUE.equals(onStack.get(callee))) {
                    low.merge(frame.flow, index.get(callee), Math::min);
                }
            } else {
                frames.pop();
                if (!frames.isEmpty()) {
                    low.merge(frames.peek().flow, low.get(frame.flow), Math::min);
                }
                leave(frame.flow);
            }
        }
    }

    private Frame enter(MethodFlow flow) {
        index.put(flow, next);
        low.put(flow, next++);
        stack.push(flow);
        onStack.put(flow, true);
        Set<MethodFlow> callees = new LinkedHashSet<>();
        flow.calls.forEach(event -> callees.addAll(world.targets(event, flow)));
        return new Frame(flow, callees.iterator());
    }

    private void leave(MethodFlow flow) {
        if (!low.get(flow).equals(index.get(flow))) {
            return;
        }
        List<MethodFlow> component = new ArrayList<>();
        MethodFlow member;
        do {
            member = stack.pop();
            onStack.put(member, false);
            component.add(0, member);
        } while (member != flow);
        components.add(component);
    }
}
