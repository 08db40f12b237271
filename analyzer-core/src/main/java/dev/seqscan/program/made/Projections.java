package dev.seqscan.program.made;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Program;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Interfaces as which repositories give their rows (Spring Data JPA reference, "Projections"). An open one, which has a
 * property with an expression or one that holds many (spring-data-jpa, issue 1509), stands before the whole entity: its
 * getters read that entity when they are called. Of a closed one the query has selected all that its getters give.
 */
public final class Projections {

    /** The field that stands for the entity behind an open projection. */
    public static final String TARGET = "(target)";

    private static final Pattern PATH = Pattern.compile("\\btarget((?:\\.\\w+(?:\\(\\))?)+)");

    private final Program program;
    private final Map<String, String> entities = new HashMap<>();

    Projections(Program program) {
        this.program = program;
        for (DeclaredClass type : program.classes()) {
            if (type.declaration().isInterface() && !type.isTest()) {
                domain(type).ifPresent(entity -> type.declaration().methods().forEach(method -> projection(type, method)
                        .filter(Projections::isOpen)
                        .ifPresent(each -> entities.merge(each.name(), entity, (one, other) -> one.equals(other) ? one : ""))));
            }
        }
    }

    /** Whether objects of an interface read their entity when they are asked, as some getter makes them do. */
    public static boolean isOpen(DeclaredClass type) {
        return type.declaration().isInterface() && type.declaration().methods().stream().anyMatch(each -> isGetter(each)
                && (expression(each).isPresent() || holdsMany(type.resolve(each.returnType()))));
    }

    private static boolean holdsMany(JavaType type) {
        return Containers.holds(type) && !type.className().equals("java.util.Optional");
    }

    private static boolean isGetter(MethodDeclaration method) {
        return method.body() == null && method.parameters().isEmpty() && BeanNames.isGetter(method.name());
    }

    private static Optional<String> expression(MethodDeclaration method) {
        return method.annotations().stream().filter(each -> each.simpleName().equals("Value"))
                .map(each -> Annotations.text(each, "value")).filter(each -> each.contains("target")).findFirst();
    }

    /** The entity of a repository: the first type argument of what it extends. */
    private Optional<String> domain(DeclaredClass type) {
        for (TypeName above : type.declaration().extended()) {
            if (above.simpleName().endsWith("Repository") && !above.arguments().isEmpty()) {
                return Optional.of(type.resolve(above.arguments().get(0)).className()).filter(each -> !each.isEmpty());
            }
        }
        return Optional.empty();
    }

    private Optional<DeclaredClass> projection(DeclaredClass owner, MethodDeclaration method) {
        JavaType type = owner.resolve(method.returnType());
        return program.declared((type instanceof JavaType.ClassType named && !named.arguments().isEmpty()
                ? Containers.element(type) : type).className(), owner.module());
    }

    /** The entity behind an open projection; empty for other classes. */
    public Optional<String> entity(DeclaredClass type) {
        return Optional.ofNullable(entities.get(type.name())).filter(each -> !each.isEmpty());
    }

    /** The getters of an open projection, with what they read. */
    List<MethodDeclaration> of(DeclaredClass type) {
        Optional<DeclaredClass> entity = entity(type).flatMap(each -> program.declared(each, type.module()));
        return entity.isEmpty() ? List.of() : type.declaration().methods().stream().filter(Projections::isGetter)
                .map(each -> getter(each, type, entity.get())).toList();
    }

    private MethodDeclaration getter(MethodDeclaration method, DeclaredClass type, DeclaredClass entity) {
        Span span = method.nameSpan();
        List<Statement> statements = new ArrayList<>();
        Optional<String> expression = expression(method);
        if (expression.isPresent()) {
            Matcher paths = PATH.matcher(expression.get());
            while (paths.find()) {
                read(List.of(paths.group(1).substring(1).split("\\.")), entity, span).ifPresent(each ->
                        statements.add(Code.evaluate(each)));
            }
        } else {
            String property = BeanProperties.decapitalised(method.name().replaceFirst("^(get|is)", ""));
            read(List.of(property), entity, span).ifPresent(each -> statements.add(
                    holdsMany(type.resolve(method.returnType())) ? Code.forEach("element", each, List.of()) : Code.evaluate(each)));
        }
        return Code.method(method.name(), span, statements);
    }

    private Optional<Expression> read(List<String> path, DeclaredClass entity, Span span) {
        Expression read = Code.name(TARGET, span);
        DeclaredClass owner = entity;
        for (String step : path) {
            String name = step.endsWith("()") ? BeanProperties.decapitalised(step.replaceFirst("^(get|is)(?=[A-Z])", "")
                    .replace("()", "")) : step;
            Optional<BeanProperty> property = owner == null ? Optional.empty() : BeanProperties.of(owner, program).stream()
                    .filter(each -> each.name.equals(name)).findFirst();
            if (property.isEmpty()) {
                return read instanceof Expression.Name ? Optional.empty() : Optional.of(read);
            }
            property.get().span = span;
            read = property.get().read(read);
            owner = program.declared(property.get().type.className(), owner.module()).orElse(null);
        }
        return Optional.of(read);
    }
}
