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
    private final JsonViews views;
    private final Projections projections;
    private final boolean leavesUnloadedOut;

    JsonBodies(Program program, Projections projections) {
        this.program = program;
        this.projections = projections;
        this.views = new JsonViews(program);
        this.leavesUnloadedOut = program.classes().stream().anyMatch(JsonBodies::namesModule) && program.classes().stream()
                .noneMatch(type -> namesModule(type) && type.declaration().toString().contains("FORCE_LAZY_LOADING"));
        Deque<DeclaredClass> open = new ArrayDeque<>();
        for (DeclaredClass type : program.classes()) {
            if (!type.isTest() && isPersistent(type)) {
                open.add(type);
            } else if (!type.isTest() && isMarked(type, ANSWERING)) {
                type.declaration().methods().forEach(each -> bean(type.resolve(each.returnType()), type).ifPresent(open::add));
            }
        }
        while (!open.isEmpty()) {
            DeclaredClass next = open.removeFirst();
            if (written.add(next.name())) {
                properties(next, "").forEach(each -> bean(each.type, next).ifPresent(open::add));
            }
        }
    }

    private static boolean namesModule(DeclaredClass type) {
        return !type.isTest() && type.outer().isEmpty()
                && type.file().imports().stream().anyMatch(each -> each.name().startsWith(HIBERNATE_MODULE));
    }

    private boolean isPersistent(DeclaredClass type) {
        return isMarked(type, PERSISTENT) || program.isMappedByFile(type.name());
    }

    private static boolean isMarked(DeclaredClass type, Set<String> annotations) {
        return type.declaration().annotations().stream().map(AnnotationUse::simpleName).anyMatch(annotations::contains);
    }

    /** The names of the methods that write objects: one without a view, and one for each. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(MadeBodies.SERIALISER));
        views.asked().forEach(each -> names.add(MadeBodies.serialiser(each)));
        return names;
    }

    /** The methods that write an object of a class; none where none is ever written. */
    List<MethodDeclaration> of(DeclaredClass type) {
        if (!written.contains(type.name()) || JsonProperties.isOpaque(type) || isAnnotationOrEnum(type)) {
            return List.of();
        }
        List<MethodDeclaration> methods = new ArrayList<>(List.of(body(type, "")));
        views.asked().forEach(each -> methods.add(body(type, each)));
        return methods;
    }

    private MethodDeclaration body(DeclaredClass type, String view) {
        List<Statement> statements = new ArrayList<>();
        properties(type, view).forEach(each -> statements.addAll(statements(each, null, type, view, 0)));
        return Code.method(MadeBodies.serialiser(view), type.declaration().nameSpan(), statements);
    }

    private List<BeanProperty> properties(DeclaredClass type, String view) {
        List<DeclaredClass> hierarchy = BeanProperties.hierarchy(type, program);
        List<BeanProperty> properties = JsonProperties.written(hierarchy, BeanProperties.of(type, program));
        return view.isEmpty() ? properties : properties.stream().filter(each -> views.shows(each, hierarchy, view)).toList();
    }

    private List<Statement> statements(BeanProperty property, Expression of, DeclaredClass from, String view, int depth) {
        Expression read = property.read(of);
        Optional<DeclaredClass> bean = bean(property.type, from);
        Optional<BeanProperty.Mark> custom = property.mark("JsonSerialize");
        boolean unloaded = leavesUnloadedOut && bean.filter(this::isPersistent).isPresent();
        if (unloaded || custom.isPresent()) {
            return property.written ? List.of(Code.evaluate(read)) : List.of();
        }
        if (bean.isPresent() && isWrittenAsId(property, bean.get())) {
            return Containers.holds(property.type) ? List.of(Code.forEach("element" + depth, read, List.of())) : List.of();
        }
        if (bean.isEmpty()) {
            return Containers.holds(property.type) ? List.of(Code.forEach("element" + depth, read, List.of()))
                    : property.written || projections.entity(from).isPresent() ? List.of(Code.evaluate(read)) : List.of();
        }
        Set<String> ignored = JsonProperties.ignoredIn(property);
        if (!Containers.holds(property.type)) {
            return value(read, bean.get(), ignored, view, depth);
        }
        Expression elements = elements(read, property.type);
        Expression each = Code.name("element" + depth, property.span);
        return List.of(Code.forEach("element" + depth, elements, value(each, bean.get(), ignored, view, depth)));
    }

    /** {@code alwaysAsId} of the property or of its class: only the identifier is written, which a proxy knows. */
    private boolean isWrittenAsId(BeanProperty property, DeclaredClass bean) {
        return property.mark("JsonIdentityReference").filter(each -> each.says("alwaysAsId", true, false)).isPresent()
                || BeanProperties.hierarchy(bean, program).stream().flatMap(type -> type.declaration().annotations().stream())
                        .anyMatch(use -> use.simpleName().equals("JsonIdentityReference") && Annotations.isTrue(use, "alwaysAsId"));
    }

    /** Where some of its properties are left out the others are read on the spot. */
    private List<Statement> value(Expression read, DeclaredClass bean, Set<String> ignored, String view,
            int depth) {
        if (ignored.isEmpty()) {
            return List.of(Code.evaluate(Code.call(read, MadeBodies.serialiser(view), read.span())));
        }
        List<Statement> statements = new ArrayList<>();
        for (BeanProperty each : depth < MOST_INLINED ? properties(bean, view) : List.<BeanProperty>of()) {
            if (!ignored.contains(each.name)) {
                each.span = read.span();
                List<Statement> inner = statements(each, read, bean, view, depth + 1);
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
                .filter(each -> !isAnnotationOrEnum(each) && !JsonProperties.isOpaque(each));
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
