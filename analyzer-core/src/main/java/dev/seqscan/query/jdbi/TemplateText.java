package dev.seqscan.query.jdbi;

import dev.seqscan.query.StatementFiles;
import dev.seqscan.query.Text;
import dev.seqscan.source.stringtemplate.GroupFile;
import dev.seqscan.source.stringtemplate.Template;
import dev.seqscan.source.stringtemplate.TemplateNode;
import dev.seqscan.source.stringtemplate.TemplateNode.Branch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The text of a template, with the templates that it calls. A group's own templates come before those that it inherits,
 * also for calls in these; an attribute that a template does not declare is that of its caller ("Group inheritance" and
 * "Formal arguments" in the StringTemplate 4 documentation). What the program gives is a hole.
 */
final class TemplateText {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_PARTS = 2_000;

    private final StatementFiles files;
    private final GroupFile group;
    private int parts;

    TemplateText(StatementFiles files, GroupFile group) {
        this.files = files;
        this.group = group;
    }

    /** A template with the file it stands in. */
    record Found(GroupFile file, Template template) {
    }

    /** What a template is given: values by name, null where one is absent; what it does not declare its caller knows. */
    private record Frame(Map<String, Text> values, Frame caller) {

        boolean knows(String name) {
            return values.containsKey(name) || caller != null && caller.knows(name);
        }

        Text value(String name) {
            return values.containsKey(name) || caller == null ? values.get(name) : caller.value(name);
        }
    }

    /** The template of a name in the group or in what it inherits. */
    Optional<Found> find(String name) {
        return find(name, group, new HashSet<>());
    }

    private Optional<Found> find(String name, GroupFile in, Set<String> seen) {
        Template own = in.templates().get(name);
        if (own != null || !seen.add(in.path())) {
            return Optional.ofNullable(own).map(each -> new Found(in, each));
        }
        return in.inherited().stream().flatMap(each -> inherited(each, in).stream())
                .flatMap(each -> find(name, each, seen).stream()).findFirst();
    }

    /** A group in the same folder, or a file named from there or from the root of the resources. */
    private Optional<GroupFile> inherited(String name, GroupFile by) {
        String folder = by.path().substring(0, by.path().lastIndexOf('/') + 1);
        return List.of(folder + name, folder + name + ".sql.stg", folder + name + ".stg", name, name + ".stg").stream()
                .filter(each -> each.endsWith(GroupFile.ENDING)).flatMap(each -> files.group(each).stream()).findFirst();
    }

    /** The text of a template that a statement is made of. */
    Text of(Template template) {
        return text(template.nodes(), new Frame(Map.of(), null), 0);
    }

    private Text text(List<TemplateNode> nodes, Frame frame, int depth) {
        Text text = Text.EMPTY;
        for (TemplateNode node : nodes) {
            text = text.plus(text(node, frame, depth));
        }
        return text;
    }

    private Text text(TemplateNode node, Frame frame, int depth) {
        if (depth > MAX_DEPTH || ++parts > MAX_PARTS) {
            return Text.hole();
        }
        if (node instanceof TemplateNode.Literal literal) {
            return Text.of(literal.text());
        }
        if (node instanceof TemplateNode.Attribute attribute) {
            Text known = frame.value(attribute.name());
            return known != null ? known : frame.knows(attribute.name()) ? Text.EMPTY : Text.hole();
        }
        if (node instanceof TemplateNode.Call call) {
            return find(call.template()).map(Found::template).map(each -> text(each.nodes(), frame(each, call, frame, depth), depth + 1))
                    .orElseGet(Text::hole);
        }
        return node instanceof TemplateNode.Conditional conditional ? conditional(conditional.branches(), frame, depth)
                : Text.hole();
    }

    private Frame frame(Template template, TemplateNode.Call call, Frame caller, int depth) {
        Map<String, Text> values = new HashMap<>();
        template.parameters().forEach(each ->
                values.put(each.name(), each.initial() == null ? null : text(each.initial(), caller, depth + 1)));
        for (int i = 0; i < call.arguments().size(); i++) {
            TemplateNode.Argument given = call.arguments().get(i);
            String name = !given.name().isEmpty() ? given.name()
                    : i < template.parameters().size() ? template.parameters().get(i).name() : "";
            values.put(name, text(given.value(), caller, depth + 1));
        }
        return new Frame(values, caller);
    }

    /** The branch that is taken as far as that is known; else one that may be missing, or of which another may stand there. */
    private Text conditional(List<Branch> branches, Frame frame, int depth) {
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            boolean last = branch.condition() instanceof TemplateNode.Open && i == branches.size() - 1;
            Optional<Boolean> taken = last && i > 0 ? Optional.of(true) : isThere(branch.condition(), frame);
            if (taken.isEmpty()) {
                Text text = text(branch.nodes(), frame, depth + 1);
                return branches.size() == 1 ? text.optionally() : text.asVariant();
            }
            if (taken.get() != branch.negated()) {
                return text(branch.nodes(), frame, depth + 1);
            }
        }
        return Text.EMPTY;
    }

    /** What a template gives is there, and so is an argument of a call. */
    private static Optional<Boolean> isThere(TemplateNode condition, Frame frame) {
        if (condition instanceof TemplateNode.Call) {
            return Optional.of(true);
        }
        return condition instanceof TemplateNode.Attribute attribute && frame.knows(attribute.name())
                ? Optional.of(frame.value(attribute.name()) != null) : Optional.empty();
    }
}
