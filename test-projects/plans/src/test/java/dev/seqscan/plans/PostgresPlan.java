package dev.seqscan.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer of PostgreSQL's {@code EXPLAIN} as text (documentation, "Using EXPLAIN").
 *
 * @param partial names of indexes that hold some rows only: to read all of them finds rows, too
 */
record PostgresPlan(String text, Set<String> partial) implements Plan {

    private static final Pattern NODE = Pattern.compile("^\\s*(?:->)?\\s*((?:\\w| )+?)(?: using (\\w+))?(?: on (\\w+)(?: \\w+)?)?"
            + "  \\(cost=[\\d.]+\\.\\.([\\d.]+) .*");

    private record Node(String kind, String index, String on, boolean condition) {
    }

    @Override
    public boolean findsByIndex(String table) {
        boolean bitmap = false;
        boolean found = false;
        for (Node node : nodes()) {
            boolean own = node.on.equals(table);
            if (node.kind.equals("Bitmap Heap Scan")) {
                bitmap = own;
            }
            boolean walks = own && node.kind.equals("Seq Scan")
                    || own && node.kind.startsWith("Index") && !node.condition && !partial.contains(node.index)
                    || bitmap && node.kind.equals("Bitmap Index Scan") && !node.condition && !partial.contains(node.on);
            if (walks) {
                return false;
            }
            found |= own;
        }
        return found;
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
                        String.valueOf(node.group(3)), false));
            } else if (line.strip().startsWith("Index Cond:")) {
                Node last = nodes.remove(nodes.size() - 1);
                nodes.add(new Node(last.kind, last.index, last.on, true));
            }
        }
        return nodes;
    }
}
