package dev.seqscan.program;

import dev.seqscan.program.JavaType.TypeVariable;
import dev.seqscan.source.Steps;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Links bodies: gives every expression its type, every call its target and every name its variable. */
public final class Linker {

    /** The name of the made-up method that holds the initialisers of fields. */
    public static final String FIELDS = "<fields>";

    private final Shapes shapes;

    /** Takes the signatures of all classes. Threads may share a linker, each with classes of its own to link. */
    public Linker(Shapes shapes) {
        this.shapes = shapes;
    }

    /** The bodies of a class in the order of the text, then those that are made for it; methods without a body are left out. */
    public List<LinkedBody> link(DeclaredClass type) {
        List<LinkedBody> bodies = new ArrayList<>();
        MethodDeclaration fields = fieldInitialisers(type);
        if (fields != null) {
            bodies.add(link(type, fields));
        }
        for (MethodDeclaration method : type.declaration().methods()) {
            if (method.body() != null) {
                bodies.add(link(type, method));
            }
        }
        shapes.made().of(type).forEach(made -> bodies.add(link(type, made)));
        return bodies;
    }

    /** One body. */
    public LinkedBody link(DeclaredClass type, MethodDeclaration method) {
        Types types = types(type.module());
        List<TypeVariable> variables = shapes.methodVariables(type, method);
        List<JavaType> parameters = new ArrayList<>();
        method.parameters().forEach(each -> parameters.add(type.scope().type(each.type(), variables)));
        LinkedBody body = new LinkedBody(type, method, List.copyOf(parameters));
        new BodyLinker(body, types, variables).link();
        shapes.program().steps().count(Steps.Step.BODY_LINKED);
        shapes.program().steps().count(Steps.Step.EXPRESSION_TYPED, body.typed());
        return body;
    }

    /** How a module sees types. */
    public Types types(Module module) {
        return shapes.types(module);
    }

    private static MethodDeclaration fieldInitialisers(DeclaredClass type) {
        List<Statement> assignments = new ArrayList<>();
        for (FieldDeclaration field : type.declaration().fields()) {
            Expression value = field.initializer();
            if (value != null && !(value instanceof Expression.Literal)) {
                Expression name = new Expression.Name(field.name(), field.nameSpan());
                assignments.add(new Statement.Evaluate(new Expression.Assign("=", name, value, field.span()), field.span()));
            }
        }
        if (assignments.isEmpty()) {
            return null;
        }
        var span = type.declaration().nameSpan();
        return new MethodDeclaration(FIELDS, Set.of(Modifier.PRIVATE), List.of(), TypeName.of("void"), List.of(), List.of(),
                new Statement.Block(List.copyOf(assignments), span), span, span);
    }
}
