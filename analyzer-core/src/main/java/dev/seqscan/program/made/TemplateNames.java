package dev.seqscan.program.made;

import dev.seqscan.program.Program;
import dev.seqscan.program.Template;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.template.FragmentName;
import dev.seqscan.source.template.TemplateFile.Fragment;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Collects the variables that a template or fragment reads and does not declare, its included fragments' as well. */
final class TemplateNames {

    private static final int DEEPEST = 8;

    private final Program program;
    private final Set<String> free = new TreeSet<>();
    private final Set<Fragment> seen = new HashSet<>();

    private TemplateNames(Program program) {
        this.program = program;
    }

    static Set<String> free(Program program, Template template, Fragment fragment) {
        TemplateNames names = new TemplateNames(program);
        names.fragment(template, fragment, Set.of(), 0);
        return names.free;
    }

    /** The fragment that a call in a template includes, and the template it stands in. */
    static Optional<TemplateUse> included(Program program, Template from, Expression.Call call) {
        Optional<FragmentName> name = FragmentName.of(call);
        Optional<Template> template = name.flatMap(each -> each.template().isEmpty() ? Optional.of(from)
                : program.template(each.template(), from.type().module()));
        return template.filter(each -> each.file().fragments().containsKey(name.get().fragment()))
                .map(each -> new TemplateUse(each, name.get().fragment(), List.of()));
    }

    private void fragment(Template template, Fragment fragment, Set<String> outer, int depth) {
        if (depth > DEEPEST || !seen.add(fragment)) {
            return;
        }
        Set<String> declared = new HashSet<>(outer);
        declared.addAll(fragment.parameters());
        fragment.statements().forEach(each -> statement(template, each, declared, depth));
    }

    private void statement(Template template, Statement statement, Set<String> declared, int depth) {
        if (statement instanceof Statement.Evaluate each) {
            expression(template, each.expression(), declared, depth);
        } else if (statement instanceof Statement.Local local) {
            expression(template, local.initializer(), declared, depth);
            declared.add(local.name());
        } else if (statement instanceof Statement.If branch) {
            expression(template, branch.condition(), declared, depth);
            statement(template, branch.then(), declared, depth);
        } else if (statement instanceof Statement.Block block) {
            Set<String> inner = new HashSet<>(declared);
            block.statements().forEach(each -> statement(template, each, inner, depth));
        } else if (statement instanceof Statement.ForEach loop) {
            expression(template, loop.iterable(), declared, depth);
            Set<String> inner = new HashSet<>(declared);
            inner.add(loop.variable().name());
            statement(template, loop.body(), inner, depth);
        }
    }

    private void expression(Template template, Expression expression, Set<String> declared, int depth) {
        if (expression instanceof Expression.Name name) {
            if (!declared.contains(name.name())) {
                free.add(name.name());
            }
        } else if (expression instanceof Expression.Select select) {
            expression(template, select.target(), declared, depth);
        } else if (expression instanceof Expression.Assign assign) {
            expression(template, assign.value(), declared, depth);
        } else if (expression instanceof Expression.Opaque opaque) {
            opaque.children().forEach(each -> expression(template, each, declared, depth));
        } else if (expression instanceof Expression.Call call) {
            if (call.target() != null) {
                expression(template, call.target(), declared, depth);
            }
            call.arguments().forEach(each -> expression(template, each, declared, depth));
            included(program, template, call).ifPresent(use ->
                    fragment(use.template(), use.template().file().fragments().get(use.fragment()), declared, depth + 1));
        }
    }
}
