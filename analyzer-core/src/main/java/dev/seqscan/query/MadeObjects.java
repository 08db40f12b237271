package dev.seqscan.query;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import java.util.List;
import java.util.Optional;

/** Tells the classes of objects that are made where they can be seen: in place, as a local variable, or as a final field. */
final class MadeObjects {

    private final Program program;

    MadeObjects(Program program) {
        this.program = program;
    }

    /** The class of the program that the object of an expression is surely of. */
    Optional<DeclaredClass> classOf(Expression object, DeclaredClass owner, MethodDeclaration method) {
        Expression made = object;
        if (object instanceof Expression.Name name) {
            Optional<VariableHistory> variable = VariableHistory.of(method, name.name(), name.span());
            made = variable.isPresent() ? value(variable.get()) : field(name.name(), owner);
        } else if (object instanceof Expression.Select select && select.target() instanceof Expression.This) {
            made = field(select.name(), owner);
        }
        return made instanceof Expression.New creation && creation.body() == null && creation.outer() == null
                ? owner.resolveClass(creation.type().name()).flatMap(type -> program.declared(type, owner.module()))
                : Optional.empty();
    }

    private static Expression value(VariableHistory variable) {
        List<Expression> values = variable.values();
        return !variable.parameter() && values.size() == 1 ? values.get(0) : null;
    }

    private static Expression field(String name, DeclaredClass owner) {
        return owner.declaration().fields().stream()
                .filter(each -> each.name().equals(name) && each.modifiers().contains(Modifier.FINAL))
                .findFirst().map(FieldDeclaration::initializer).orElse(null);
    }
}
