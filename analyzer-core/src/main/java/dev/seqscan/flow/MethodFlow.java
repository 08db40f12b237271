package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What happens in one method, apart from its text: its regions, calls, and where its values come from. */
final class MethodFlow {

    final String key;
    final LinkedBody body;
    final Region root;
    /** All calls of the body and of the functions in it, in the order of the text. */
    final List<CallEvent> calls = new ArrayList<>();
    final Set<Value> returns = new HashSet<>();
    /** What is put into fields of classes that are no entities. */
    final Map<String, Set<Value>> fieldWrites = new LinkedHashMap<>();
    final List<Region> regions = new ArrayList<>();

    MethodFlow(LinkedBody body) {
        this.key = body.key();
        this.body = body;
        this.root = new Region(Region.Kind.METHOD, null, body.owner().place(body.method().nameSpan()));
        regions.add(root);
    }

    /** Short name for messages: {@code OrderService.list}. */
    String label() {
        String method = body.method().name();
        String owner = body.owner().simpleName();
        return method.equals("<init>") ? "new " + owner : owner + "." + method;
    }
}
