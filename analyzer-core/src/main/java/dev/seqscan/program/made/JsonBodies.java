package dev.seqscan.program.made;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes, as a method of each class that may be turned into JSON, what a serialiser does with an object of it: it calls
 * the getters and goes on into what they give. The Hibernate module of Jackson writes what is not loaded as null, unless
 * {@code FORCE_LAZY_LOADING} is on.
 */
final class JsonBodies {

    private static final int DEEPEST = 5;
    private static final int MOST_INLINED = 2;
    private static final String HIBERNATE_MODULE = "com.fasterxml.jackson.datatype.hibernate";
    private static final Set<String> PERSISTENT = Set.of("Entity", "Embeddable", "MappedSuperclass");
    private static final Set<String> ANSWERING = Set.of("RestController", "Controller", "Path", "RepositoryRestController");

    private final Program program;
    private final Set<String> written = new LinkedHashSet<>();

    private final boolean leavesUnloadedOut;

    JsonBodies(Program program) {
        this.program = program;
        this.leavesUnloadedOut = program.classes().stream().anyMatch(JsonBodies::namesModule) && program.classes().stream()
                .noneMatch(type -> namesModule(type) && type.declaration().toString().contains("FORCE_LAZY_LOADING"));
        Deque<DeclaredClass> open = new ArrayDeque<>();
        for (DeclaredClass type : program.classes()) {
            if (!type.isTest() && isMarked(type, PERSISTENT)) {
                open.add(type);
            } else if (!type.isTest() && isMarked(type, ANSWERING)) {
                type.declaration().methods().forEach(each -> bean(type.resolve(each.returnType()), type).ifPresent(open::add));
            }
        }
        while (!open.isEmpty()) {
            DeclaredClass next = open.removeFirst();
            if (written.add(next.name())) {
                properties(next).forEach(each -> bean(each.type, next).ifPresent(open::add));
            }
        }
    }

    private static boolean namesModule(DeclaredClass type) {
        return !type.isTest() && type.outer().isEmpty()
                && type.file().imports().stream().anyMatch(each -> each.name().startsWith(HIBERNATE_MODULE));
    }

    private static boolean isMarked(DeclaredClass type, Set<String> annotations) {
        return type.declaration().annotations().stream().map(AnnotationUse::simpleName).anyMatch(annotations::contains);
    }

    /** The method that writes an object of a class; empty where none is ever written. */
    Optional<MethodDeclaration> of(DeclaredClass type) {
        if (!written.contains(type.name()) || JsonView.isOpaque(type) || isAnnotationOrEnum(type)) {
            return Optional.empty();
        }
        List<Statement> statements = new ArrayList<>();
        properties(type).forEach(each -> statements.addAll(statements(each, null, type, 0)));
        return Optional.of(Code.method(MadeBodies.SERIALISER, type.declaration().nameSpan(), statements));
    }

    private List<BeanProperty> properties(DeclaredClass type) {
        return JsonView.written(BeanProperties.hierarchy(type, program), BeanProperties.of(type, program));
    }

    private List<Statement> statements(BeanProperty property, Expression of, DeclaredClass from, int depth) {
        Expression read = property.read(of);
        Optional<DeclaredClass> bean = bean(property.type, from);
        Optional<BeanProperty.Mark> custom = property.mark("JsonSerialize");
        boolean unloaded = leavesUnloadedOut && bean.filter(each -> isMarked(each, PERSISTENT)).isPresent();
        if (unloaded || custom.isPresent() || property.isMarked("JsonIdentityReference")) {
            return property.written ? List.of(Code.evaluate(read)) : List.of();
        }
        if (bean.isEmpty()) {
            return Containers.holds(property.type) ? List.of(Code.forEach("element" + depth, read, List.of()))
                    : property.written ? List.of(Code.evaluate(read)) : List.of();
        }
        Set<String> ignored = JsonView.ignoredIn(property);
        if (!Containers.holds(property.type)) {
            return value(read, bean.get(), ignored, depth);
        }
        Expression elements = elements(read, property.type);
        Expression each = Code.name("element" + depth, property.span);
        return List.of(Code.forEach("element" + depth, elements, value(each, bean.get(), ignored, depth)));
    }

    /** Where some of its properties are left out the others are read on the spot. */
    private List<Statement> value(Expression read, DeclaredClass bean, Set<String> ignored, int depth) {
        if (ignored.isEmpty()) {
            return List.of(Code.evaluate(Code.call(read, MadeBodies.SERIALISER, read.span())));
        }
        List<Statement> statements = new ArrayList<>();
        for (BeanProperty each : depth < MOST_INLINED ? properties(bean) : List.<BeanProperty>of()) {
            if (!ignored.contains(each.name)) {
                each.span = read.span();
                List<Statement> inner = statements(each, read, bean, depth + 1);
                statements.addAll(inner.isEmpty() ? List.of(Code.evaluate(each.read(read))) : inner);
            }
        }
        return statements;
    }

    private static Expression elements(Expression read, JavaType type) {
        String name = type.className();
        if (name.equals("java.util.Optional")) {
            return Code.call(Code.call(read, "stream", read.span()), "toList", read.span());
        }
        return Containers.isMap(type) ? Code.call(read, "values", read.span()) : read;
    }

    /** The class of the program that a type is or holds. */
    private Optional<DeclaredClass> bean(JavaType type, DeclaredClass from) {
        return bean(type, from, 0);
    }

    private Optional<DeclaredClass> bean(JavaType type, DeclaredClass from, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (type instanceof JavaType.ArrayType array) {
            return bean(array.element(), from, depth + 1);
        }
        Optional<DeclaredClass> declared = program.declared(type.className(), from.module())
                .filter(each -> !isAnnotationOrEnum(each) && !JsonView.isOpaque(each));
        if (declared.isPresent() || !(type instanceof JavaType.ClassType named) || named.arguments().isEmpty()) {
            return declared;
        }
        return bean(named.arguments().get(named.arguments().size() - 1), from, depth + 1);
    }

    private static boolean isAnnotationOrEnum(DeclaredClass type) {
        TypeDeclaration.Kind kind = type.declaration().kind();
        return kind == TypeDeclaration.Kind.ANNOTATION || kind == TypeDeclaration.Kind.ENUM;
    }
}
