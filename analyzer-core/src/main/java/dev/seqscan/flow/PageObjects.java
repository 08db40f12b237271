package dev.seqscan.flow;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Classes of the program that say which page is asked for, as {@code PageLink(size, page)}: what one of their fields holds is
 * turned into the framework's page somewhere.
 */
final class PageObjects {

    private static final String FRAMEWORK = "org.springframework.data.domain.";
    private static final int DEEPEST = 6;

    private final Program program;
    /** The field that holds the number of the page, by class. */
    private final Map<String, String> fields = new HashMap<>();

    private PageObjects(Program program) {
        this.program = program;
    }

    /** Finds them in classes that make pages of the framework. */
    static PageObjects of(Collection<DeclaredClass> classes, Program program) {
        PageObjects found = new PageObjects(program);
        for (DeclaredClass type : classes) {
            if (!type.isTest() && type.file().imports().stream().anyMatch(PageObjects::bringsPages)) {
                type.declaration().methods().stream().filter(each -> each.body() != null)
                        .forEach(method -> Expressions.visit(method.body(), each -> found.note(each, method, type)));
            }
        }
        return found;
    }

    private static boolean bringsPages(CodeFile.Import each) {
        return each.name().equals(FRAMEWORK + "PageRequest") || each.onDemand() && FRAMEWORK.equals(each.name() + ".");
    }

    private void note(Expression expression, MethodDeclaration method, DeclaredClass type) {
        boolean makes = expression instanceof Expression.Call call && call.name().equals("of") && !call.arguments().isEmpty()
                && call.target() instanceof Expression.Name name && name.name().equals("PageRequest");
        if (!makes) {
            return;
        }
        Expression page = ((Expression.Call) expression).arguments().get(0);
        page = page instanceof Expression.Binary counted ? counted.left() : page;
        if (page instanceof Expression.Call getter && getter.arguments().isEmpty()) {
            String owner = getter.target() instanceof Expression.Name object ? typeOf(object.name(), method, type)
                    : getter.target() == null || getter.target() instanceof Expression.This ? type.name() : "";
            note(owner, Touching.property(getter.name()));
        } else if (page instanceof Expression.Name field && typeOf(field.name(), method, type).isEmpty()) {
            note(type.name(), field.name());
        }
    }

    private void note(String owner, String field) {
        if (program.declared(owner).filter(type -> hasField(type, field)).isPresent()) {
            fields.putIfAbsent(owner, field);
        }
    }

    private static boolean hasField(DeclaredClass type, String field) {
        return type.declaration().fields().stream().anyMatch(each -> each.name().equals(field));
    }

    /** The class of a parameter; {@code ?} for one of another type, and empty where the name is none. */
    private static String typeOf(String name, MethodDeclaration method, DeclaredClass type) {
        return method.parameters().stream().filter(each -> each.name().equals(name)).findFirst()
                .map(each -> type.resolve(each.type()).className()).map(each -> each.isEmpty() ? "?" : each).orElse("");
    }

    /** Whether objects of a class say which page is asked for. */
    boolean areOf(JavaType type) {
        return !fields.isEmpty() && field(type.className()).isPresent();
    }

    /** The field of a class or its superclasses that holds the page. */
    Optional<String> field(String className) {
        Set<String> seen = new HashSet<>();
        Optional<DeclaredClass> type = className.isEmpty() ? Optional.empty() : program.declared(className);
        while (type.isPresent() && seen.add(type.get().name())) {
            if (fields.containsKey(type.get().name())) {
                return Optional.of(fields.get(type.get().name()));
            }
            type = superclass(type.get());
        }
        return Optional.empty();
    }

    private Optional<DeclaredClass> superclass(DeclaredClass type) {
        List<TypeName> extended = type.declaration().extended();
        return type.declaration().isInterface() || extended.isEmpty() ? Optional.empty()
                : program.declared(type.resolve(extended.get(0)).className());
    }

    /** The page that a new object says. */
    PageFilling filled(String className, List<JavaType> parameters) {
        return field(className).map(field -> new Field(field, false).filled(className, parameters))
                .orElse(PageFilling.UNKNOWN);
    }

    /** What a field holds in an object that was made right where it is read. */
    PageFilling fresh(String className, String field, List<JavaType> parameters) {
        return new Field(field, true).filled(className, parameters);
    }

    /** A field whose object was made, and perhaps handed on since. */
    private final class Field {

        private final String name;
        private final boolean fresh;

        Field(String name, boolean fresh) {
            this.name = name;
            this.fresh = fresh;
        }

        PageFilling filled(String className, List<JavaType> parameters) {
            return program.declared(className).map(type -> filled(type, Optional.of(parameters), parameters.size(), 0))
                    .orElse(PageFilling.UNKNOWN);
        }

        private PageFilling filled(DeclaredClass type, Optional<List<JavaType>> parameters, int arity, int depth) {
            if (depth > DEEPEST) {
                return PageFilling.UNKNOWN;
            }
            PageConstructor constructors = new PageConstructor(type, name, fresh);
            List<PageFilling> all = constructors.of(parameters, arity).stream()
                    .map(each -> each.delegate() == null ? each.filling() : through(each, type, depth)).distinct().toList();
            PageFilling own = all.isEmpty() && arity == 0 ? constructors.untouched()
                    : all.size() == 1 ? all.get(0) : PageFilling.UNKNOWN;
            return own.equals(PageFilling.INHERITED)
                    ? superclass(type).map(above -> filled(above, Optional.empty(), 0, depth + 1)).orElse(PageFilling.UNKNOWN)
                    : own;
        }

        /** What {@code this(..)} or {@code super(..)} does with the arguments of the constructor that calls it. */
        private PageFilling through(PageConstructor.Filled filled, DeclaredClass type, int depth) {
            Expression.Call call = filled.delegate();
            Optional<DeclaredClass> owner = call.target() instanceof Expression.This ? Optional.of(type) : superclass(type);
            PageFilling inner = owner.map(each -> filled(each, Optional.empty(), call.arguments().size(), depth + 1))
                    .orElse(PageFilling.UNKNOWN);
            return inner.argument() < 0 ? inner : filled.of(call.arguments().get(inner.argument()));
        }
    }
}
