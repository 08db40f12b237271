package dev.seqscan.query.hql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Which entities of one FROM clause belong together: those that a join names together, and those that one condition names. What
 * CROSS JOIN names is meant as it is.
 */
final class JoinGraph {

    /** Entities that belong together, and the names by which conditions speak of them. */
    private record Group(String table, Set<String> aliases) {
    }

    private final List<Group> groups = new ArrayList<>();
    private boolean open;

    /** Takes the sources that one element of the FROM clause brings; those of another one that it names belong to it. */
    void element(ParseTree element, List<Source> sources) {
        Set<String> aliases = new HashSet<>();
        sources.forEach(each -> aliases.add(each.alias().toLowerCase(Locale.ROOT)));
        open |= aliases.isEmpty() || aliases.contains("") || sources.get(0).table().isEmpty();
        groups.add(new Group(sources.isEmpty() ? "" : sources.get(0).table(), aliases));
        term(element);
    }

    /** Takes a condition that must hold. */
    void term(ParseTree term) {
        Set<String> words = new HashSet<>();
        collect(term, words);
        List<Group> named = groups.stream().filter(group -> group.aliases().stream().anyMatch(words::contains)).toList();
        named.stream().skip(1).forEach(each -> {
            named.get(0).aliases().addAll(each.aliases());
            groups.remove(each);
        });
    }

    private static void collect(ParseTree tree, Set<String> words) {
        List<ParseTree> left = new ArrayList<>(List.of(tree));
        while (!left.isEmpty()) {
            ParseTree next = left.remove(left.size() - 1);
            if (next instanceof TerminalNode) {
                words.add(next.getText().toLowerCase(Locale.ROOT));
            }
            for (int i = 0; i < next.getChildCount(); i++) {
                left.add(next.getChild(i));
            }
        }
    }

    /** A table of each group that nothing links with the others; empty where all are linked or not all is known. */
    List<String> unlinked() {
        return open || groups.size() < 2 ? List.of() : groups.stream().map(Group::table).toList();
    }
}
