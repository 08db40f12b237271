package dev.seqscan.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer of PostgreSQL's {@code EXPLAIN} as text (documentation, "Using EXPLAIN").
 *
 * @param partial names of indexes that hold some rows only: to read all of them finds rows, too
 * @param firstParts what indexes begin with, by their names; of others the condition is taken to be on that
 */
record PostgresPlan(String text, Set<String> partial, Map<String, String> firstParts) implements Plan {

    private static final Pattern NODE = Pattern.compile("^\\s*(?:->)?\\s*((?:\\w| )+?)(?: using (\\w+))?(?: on (\\w+)(?: \\w+)?)?"
            + "  \\(cost=[\\d.]+\\.\\.([\\d.]+) .*");

    /** How a node of the plan reads. */
    private enum Access { SEARCH, WHOLE_INDEX, WALK, OTHER }

    private record Node(String kind, String index, String on, String condition) {
    }

    @Override
    public boolean findsByIndex(String table) {
        List<Access> accesses = accesses(table);
        return !accesses.isEmpty() && accesses.stream().allMatch(each -> each == Access.SEARCH);
    }

    @Override
    public boolean readsWholeIndex(String table) {
        List<Access> accesses = accesses(table);
        return accesses.contains(Access.WHOLE_INDEX) && !accesses.contains(Access.WALK);
    }

    private List<Access> accesses(String table) {
        List<Access> accesses = new ArrayList<>();
        boolean bitmap = false;
        for (Node node : nodes()) {
            boolean own = node.on.equals(table);
            bitmap = node.kind.equals("Bitmap Heap Scan") ? own : bitmap;
            Access access = node.kind.equals("Bitmap Index Scan") ? bitmap ? access(node.on, node.condition) : Access.OTHER
                    : !own ? Access.OTHER
                    : node.kind.equals("Seq Scan") ? Access.WALK
                    : node.kind.startsWith("Index") ? access(node.index, node.condition) : Access.OTHER;
            if (access != Access.OTHER) {
                accesses.add(access);
            }
        }
        return accesses;
    }

    private Access access(String index, String condition) {
        String first = firstParts.getOrDefault(index, "");
        boolean leads = first.isEmpty() || Pattern.compile("(?<![\\w.])" + Pattern.quote(first) + "(?!\\w)")
                .matcher(condition).find();
        return partial.contains(index) ? Access.SEARCH
                : condition.isEmpty() ? Access.WALK : leads ? Access.SEARCH : Access.WHOLE_INDEX;
    }

    @Override
    public boolean sorts() {
        return nodes().stream().anyMatch(each -> each.kind.endsWith("Sort"));
    }

    @Override
    public double cost() {
        Matcher first = NODE.matcher(text.lines().findFirst().orElseThrow());
        return first.matches() ? Double.parseDouble(first.group(4)) : 0;
    }

    private List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (String line : text.split("\n")) {
            Matcher node = NODE.matcher(line);
            if (node.matches()) {
                nodes.add(new Node(node.group(1).replace(" Backward", ""), String.valueOf(node.group(2)),
                        String.valueOf(node.group(3)), ""));
            } else if (line.strip().startsWith("Index Cond:")) {
                Node last = nodes.remove(nodes.size() - 1);
                nodes.add(new Node(last.kind, last.index, last.on, line.strip()));
            }
        }
        return nodes;
    }
}
