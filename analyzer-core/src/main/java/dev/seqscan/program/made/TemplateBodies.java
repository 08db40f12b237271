package dev.seqscan.program.made;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.Program;
import dev.seqscan.program.Template;
import dev.seqscan.program.Types;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.code.TypeName;
import dev.seqscan.source.template.TemplateFile.Fragment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes what a template reads of the values that it is shown with, as a method whose parameters are its variables. */
public final class TemplateBodies {

    private final Program program;

    /** Takes the program whose templates are shown. */
    public TemplateBodies(Program program) {
        this.program = program;
    }

    /** The variables that a template or fragment reads: those that a fragment declares, then all others by name. */
    public List<String> variables(Template template, String fragment) {
        Fragment read = template.file().fragments().get(fragment);
        Set<String> names = new LinkedHashSet<>(read.parameters());
        names.addAll(TemplateNames.free(program, template, read));
        return List.copyOf(names);
    }

    /** The fragment that a call in a template includes, with no types yet; empty where it was not read. */
    public Optional<TemplateUse> included(Template from, Expression.Call call) {
        return TemplateNames.included(program, from, call);
    }

    /** The method that stands for showing a template. */
    public MethodDeclaration of(TemplateUse use, Types types) {
        List<String> names = variables(use.template(), use.fragment());
        Span start = use.template().type().declaration().nameSpan();
        TemplateWriter writer = new TemplateWriter(this, use.template(), new TemplateProperties(types));
        List<MethodDeclaration.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            JavaType type = use.types().get(i);
            writer.declare(names.get(i), type);
            parameters.add(new MethodDeclaration.Parameter(names.get(i), Code.typeName(type), false, List.of(), start));
        }
        Statement.Block body = writer.block(use.template().file().fragments().get(use.fragment()).statements(), start);
        return new MethodDeclaration(use.methodName(), Set.of(Modifier.STATIC), List.of(), TypeName.of("void"),
                List.copyOf(parameters), List.of(), body, start, start);
    }
}
