package dev.seqscan.flow;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.FilledFields;
import dev.seqscan.program.JavaType;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the constructors of a class put into one of its fields, or of a superclass.
 *
 * @param fresh whether nobody had the object since it was made
 */
record PageConstructor(DeclaredClass type, String field, boolean fresh) {

    /**
     * What one constructor does.
     *
     * @param delegate the other constructor that it calls to fill the field; null where it fills it itself
     */
    record Filled(MethodDeclaration constructor, PageFilling filling, Expression.Call delegate) {

        /** What an expression in it says. */
        PageFilling of(Expression value) {
            return value instanceof Expression.Literal ? PageFilling.FIRST
                    : value instanceof Expression.Name name ? PageFilling.of(index(name.name()))
                    : value instanceof Expression.Call call ? ofCall(call)
                    : value instanceof Expression.Binary counted ? of(counted.left()) : PageFilling.UNKNOWN;
        }

        /** A getter of another such object, or a number that is put into its bounds. */
        private PageFilling ofCall(Expression.Call call) {
            if (call.arguments().isEmpty()) {
                return call.target() instanceof Expression.Name other ? PageFilling.of(index(other.name())) : PageFilling.UNKNOWN;
            }
            return call.arguments().stream().filter(Expression.Name.class::isInstance).findFirst().map(this::of)
                    .orElse(PageFilling.UNKNOWN);
        }

        private int index(String name) {
            List<MethodDeclaration.Parameter> parameters = constructor.parameters();
            for (int i = 0; i < parameters.size(); i++) {
                if (parameters.get(i).name().equals(name)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /** Those that take so many arguments; of these types, where they are known. */
    List<Filled> of(Optional<List<JavaType>> parameters, int arity) {
        List<MethodDeclaration> written = type.declaration().methods().stream().filter(each -> each.isConstructor()
                && each.body() != null && each.parameters().size() == arity && fits(each, parameters)).toList();
        List<Filled> found = new ArrayList<>();
        written.forEach(each -> found.add(filled(each)));
        if (found.isEmpty() && parameters.isPresent()) {
            int made = FilledFields.of(type, MethodDeclaration.CONSTRUCTOR, parameters.get()).indexOf(type.name() + "." + field);
            if (made >= 0) {
                found.add(new Filled(null, PageFilling.of(made), null));
            }
        }
        return found;
    }

    private boolean fits(MethodDeclaration constructor, Optional<List<JavaType>> parameters) {
        for (int i = 0; parameters.isPresent() && i < parameters.get().size(); i++) {
            String own = type.resolve(constructor.parameters().get(i).type()).toString();
            if (!own.equals(parameters.get().get(i).toString())) {
                return false;
            }
        }
        return true;
    }

    private Filled filled(MethodDeclaration constructor) {
        Filled empty = new Filled(constructor, PageFilling.UNKNOWN, null);
        List<Expression> values = new ArrayList<>();
        List<Expression.Call> delegates = new ArrayList<>();
        Expressions.visit(constructor.body(), each -> {
            if (each instanceof Expression.Assign assign && isField(assign.target())) {
                values.add(assign.value());
            } else if (each instanceof Expression.Call call && call.name().equals(MethodDeclaration.CONSTRUCTOR)) {
                delegates.add(call);
            }
        });
        if (!values.isEmpty()) {
            List<PageFilling> all = values.stream().map(empty::of).distinct().toList();
            return new Filled(constructor, all.size() == 1 ? all.get(0) : PageFilling.UNKNOWN, null);
        }
        return delegates.isEmpty() ? new Filled(constructor, untouched(), null)
                : new Filled(constructor, PageFilling.UNKNOWN, delegates.get(0));
    }

    private boolean isField(Expression target) {
        return target instanceof Expression.Name name && name.name().equals(field)
                || target instanceof Expression.Select select && select.target() instanceof Expression.This
                && select.name().equals(field);
    }

    /** What the field holds where no constructor fills it: nobody else may. */
    PageFilling untouched() {
        Optional<FieldDeclaration> found = type.declaration().fields().stream().filter(each -> each.name().equals(field))
                .findFirst();
        if (found.isEmpty()) {
            return PageFilling.INHERITED;
        }
        FieldDeclaration declared = found.get();
        boolean constant = declared.initializer() == null || declared.initializer() instanceof Expression.Literal;
        return constant && (fresh || declared.modifiers().contains(Modifier.FINAL) || !isSet(declared))
                ? PageFilling.FIRST : PageFilling.UNKNOWN;
    }

    private boolean isSet(FieldDeclaration declared) {
        boolean made = isAnnotated(declared) || !declared.modifiers().contains(Modifier.PRIVATE);
        boolean[] written = {false};
        for (MethodDeclaration method : type.declaration().methods()) {
            if (!method.isConstructor() && method.body() != null) {
                Expressions.visit((Statement) method.body(), each -> written[0] |= each instanceof Expression.Assign assign
                        && isField(assign.target()) || each instanceof Expression.Unary step && isField(step.operand()));
            }
        }
        return made || written[0];
    }

    private boolean isAnnotated(FieldDeclaration declared) {
        return !declared.annotations().isEmpty() || type.declaration().annotations().stream()
                .anyMatch(each -> List.of("Data", "Setter").contains(each.simpleName()));
    }
}
