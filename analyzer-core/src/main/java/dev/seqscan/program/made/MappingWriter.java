package dev.seqscan.program.made;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Program;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what one mapping method reads. */
final class MappingWriter {

    private static final int MOST_INLINED = 3;

    private final Program program;
    private final DeclaredClass mapper;
    private final Span span;
    private final List<MappingMethod> own;
    private final List<MappingMethod> used;

    MappingWriter(Program program, DeclaredClass mapper, Span span, List<MappingMethod> own, List<MappingMethod> used) {
        this.program = program;
        this.mapper = mapper;
        this.span = span;
        this.own = own;
        this.used = used;
    }

    List<Statement> body(MappingMethod method) {
        List<MethodDeclaration.Parameter> parameters = method.declaration().parameters();
        JavaType target = method.returns();
        Map<String, JavaType> sources = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (isMarked(parameters.get(i), "MappingTarget")) {
                target = method.parameters().get(i);
            } else if (!isMarked(parameters.get(i), "Context")) {
                sources.put(parameters.get(i).name(), method.parameters().get(i));
            }
        }
        if (sources.size() == 1) {
            Map.Entry<String, JavaType> only = sources.entrySet().iterator().next();
            if (Containers.holds(only.getValue()) && Containers.holds(target)) {
                return elements(Code.name(only.getKey(), span), only.getValue(), target, qualifier(method), 0);
            }
        }
        return beans(sources, target, method);
    }

    /** What is read of a source whose properties are found by the names of those of a target, joined names included. */
    List<Statement> mapped(Expression source, JavaType type, JavaType target) {
        List<Statement> statements = new ArrayList<>(sameNames(source, type, target, List.of(), 0));
        for (BeanProperty each : properties(target)) {
            if (property(type, each.name).isEmpty()) {
                joined(source, type, each.name, 0).ifPresent(read -> statements.add(Code.evaluate(read)));
            }
        }
        return statements;
    }

    /** {@code customerName} is {@code customer.name}. */
    private Optional<Expression> joined(Expression source, JavaType type, String name, int depth) {
        for (int i = 1; i < name.length() && depth < MOST_INLINED; i++) {
            String rest = BeanProperties.decapitalised(name.substring(i));
            Optional<BeanProperty> first = Character.isUpperCase(name.charAt(i)) ? property(type, name.substring(0, i))
                    : Optional.empty();
            if (first.isPresent()) {
                Expression read = at(first.get(), source);
                JavaType inner = first.get().type;
                Optional<Expression> found = property(inner, rest).map(each -> at(each, read));
                Optional<Expression> deeper = found.isPresent() ? found : joined(read, inner, rest, depth + 1);
                if (deeper.isPresent()) {
                    return deeper;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isMarked(MethodDeclaration.Parameter parameter, String annotation) {
        return parameter.annotations().stream().anyMatch(each -> each.simpleName().equals(annotation));
    }

    private static String qualifier(MappingMethod method) {
        return method.annotations("IterableMapping").stream().map(each -> Annotations.text(each, "qualifiedByName"))
                .findFirst().orElse("");
    }

    private List<Statement> beans(Map<String, JavaType> sources, JavaType target, MappingMethod method) {
        Map<String, AnnotationUse> explicit = new LinkedHashMap<>();
        method.annotations("Mapping").forEach(each -> explicit.put(Annotations.text(each, "target"), each));
        boolean onlyExplicit = method.annotations("BeanMapping").stream()
                .anyMatch(each -> Annotations.isTrue(each, "ignoreByDefault"));
        List<Statement> statements = new ArrayList<>();
        explicit.forEach((name, use) -> {
            String source = Annotations.text(use, "source");
            if (!Annotations.isTrue(use, "ignore") && !source.isEmpty()) {
                path(source, sources).ifPresent(read -> statements.addAll(
                        convert(read, type(name, target), Annotations.text(use, "qualifiedByName"), 0)));
            }
        });
        if (!onlyExplicit) {
            sources.forEach((name, type) -> statements.addAll(
                    sameNames(Code.name(name, span), type, target, explicit.keySet(), 0)));
        }
        return statements;
    }

    /** An expression and its type. */
    private record Read(Expression expression, JavaType type) {
    }

    private Optional<Read> path(String path, Map<String, JavaType> sources) {
        List<String> names = new ArrayList<>(List.of(path.split("\\.")));
        String first = names.isEmpty() ? "" : names.get(0);
        boolean parameter = sources.containsKey(first);
        String start = parameter ? names.remove(0) : sources.keySet().stream().findFirst().orElse("");
        if (start.isEmpty()) {
            return Optional.empty();
        }
        Optional<Read> read = Optional.of(new Read(Code.name(start, span), sources.get(start)));
        for (String name : names) {
            read = read.flatMap(each -> property(each.type(), name).map(next -> new Read(at(next, each.expression()), next.type)));
        }
        return read;
    }

    private Expression at(BeanProperty property, Expression of) {
        property.span = span;
        return property.read(of);
    }

    private Optional<BeanProperty> property(JavaType type, String name) {
        return properties(type).stream().filter(each -> each.name.equals(name)
                && (!each.accessor.isEmpty() || each.publicField)).findFirst();
    }

    private Collection<BeanProperty> properties(JavaType type) {
        return bean(type).map(each -> BeanProperties.of(each, program)).orElse(List.of());
    }

    private Optional<DeclaredClass> bean(JavaType type) {
        return program.declared(type.className(), mapper.module());
    }

    private JavaType type(String name, JavaType of) {
        return properties(of).stream().filter(each -> each.name.equals(name)).map(each -> each.type).findFirst()
                .orElse(new JavaType.Unknown("no such property"));
    }

    private List<Statement> sameNames(Expression source, JavaType type, JavaType target, Collection<String> without, int depth) {
        List<Statement> statements = new ArrayList<>();
        for (BeanProperty each : properties(target)) {
            boolean settable = each.hasField || each.marks.stream().anyMatch(mark -> mark.element() == BeanProperty.Element.SETTER);
            if (settable && !without.contains(each.name)) {
                property(type, each.name).ifPresent(read ->
                        statements.addAll(convert(new Read(at(read, source), read.type), each.type, "", depth)));
            }
        }
        return statements;
    }

    /** What turning one value into another reads; a value of the same class is handed on as it is. */
    private List<Statement> convert(Read read, JavaType target, String qualifier, int depth) {
        Optional<Expression> call = call(read, target, qualifier);
        if (call.isPresent()) {
            return List.of(Code.evaluate(call.get()));
        }
        if (Containers.holds(read.type()) && Containers.holds(target)) {
            return elements(read.expression(), read.type(), target, qualifier, depth);
        }
        boolean differ = bean(read.type()).isPresent() && bean(target).isPresent()
                && !read.type().className().equals(target.className());
        if (differ && depth < MOST_INLINED) {
            return sameNames(read.expression(), read.type(), target, List.of(), depth + 1);
        }
        return List.of(Code.evaluate(read.expression()));
    }

    private List<Statement> elements(Expression iterable, JavaType from, JavaType to, String qualifier, int depth) {
        JavaType element = Containers.element(from);
        String variable = "element" + (depth == 0 ? "" : depth);
        List<Statement> body = new ArrayList<>();
        Read read = new Read(Code.name(variable, span), element);
        convert(read, Containers.element(to), qualifier, depth + 1).stream()
                .filter(each -> !(each instanceof Statement.Evaluate plain && plain.expression() == read.expression()))
                .forEach(body::add);
        Expression over = Containers.isMap(from) ? Code.call(iterable, "values", span) : iterable;
        return List.of(Code.forEach(variable, over, body));
    }

    /** A method of this mapper or of one that it uses that takes the one and gives the other. */
    private Optional<Expression> call(Read read, JavaType target, String qualifier) {
        for (MappingMethod method : own) {
            if (fits(method, read, target, qualifier)) {
                return Optional.of(Code.call(null, method.declaration().name(), span, read.expression()));
            }
        }
        for (MappingMethod method : used) {
            if (fits(method, read, target, qualifier)) {
                Expression none = new Expression.Literal(Expression.LiteralKind.NULL, null, span);
                Expression mapper = new Expression.Cast(Code.typeName(JavaType.of(method.owner().name())), none, span);
                return Optional.of(Code.call(mapper, method.declaration().name(), span, read.expression()));
            }
        }
        return Optional.empty();
    }

    private static boolean fits(MappingMethod method, Read read, JavaType target, String qualifier) {
        String named = method.annotations("Named").stream().map(each -> Annotations.text(each, "value")).findFirst().orElse("");
        boolean same = method.parameters().size() == 1 && method.parameters().get(0).toString().equals(read.type().toString());
        return same && named.equals(qualifier) && (!qualifier.isEmpty() || method.returns().toString().equals(target.toString()));
    }
}
