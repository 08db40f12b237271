package dev.seqscan.program;

import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A class whose source was read, with the names that are in scope inside it. */
public final class DeclaredClass {

    private final String name;
    private final TypeDeclaration declaration;
    private final CodeFile file;
    private final DeclaredClass outer;
    private final Module module;
    private final boolean test;
    private final NameScope scope;
    /** By name, once one was asked for. */
    private volatile Map<String, List<MethodDeclaration>> methods;

    DeclaredClass(String name, TypeDeclaration declaration, CodeFile file, DeclaredClass outer, Module module,
            boolean test, Program program) {
        this.name = name;
        this.declaration = declaration;
        this.file = file;
        this.outer = outer;
        this.module = module;
        this.test = test;
        this.scope = new NameScope(this, program, List.of(), Map.of());
    }

    /** A class declared in a body, which sees the type parameters and classes that are in scope there. */
    DeclaredClass(String name, TypeDeclaration declaration, DeclaredClass outer, List<JavaType.TypeVariable> variables,
            Map<String, String> types, Program program) {
        this.name = name;
        this.declaration = declaration;
        this.file = outer.file;
        this.outer = outer;
        this.module = outer.module;
        this.test = outer.test;
        this.scope = new NameScope(this, program, List.copyOf(variables), Map.copyOf(types));
    }

    /** Canonical name, as {@code com.shop.Order.Status}. */
    public String name() {
        return name;
    }

    /** The last part of the name. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** What stands in the file. */
    public TypeDeclaration declaration() {
        return declaration;
    }

    /** Its own methods of a name, in the order of the text; there may be thousands of others, and each call asks. */
    public List<MethodDeclaration> methods(String called) {
        Map<String, List<MethodDeclaration>> known = methods;
        if (known == null) {
            known = new HashMap<>();
            for (MethodDeclaration each : declaration.methods()) {
                known.computeIfAbsent(each.name(), none -> new ArrayList<>(1)).add(each);
            }
            methods = known;
        }
        return known.getOrDefault(called, List.of());
    }

    /** The file it stands in. */
    public CodeFile file() {
        return file;
    }

    /** The class around it. */
    public Optional<DeclaredClass> outer() {
        return Optional.ofNullable(outer);
    }

    /** The module it belongs to. */
    public Module module() {
        return module;
    }

    /** Whether it is test code: read, but not reported. */
    public boolean isTest() {
        return test;
    }

    /** A place in its file. */
    public Place place(Span span) {
        return new Place(file.path(), span);
    }

    /** The type that a name in the text of this class means; type parameters of the class are in scope. */
    public JavaType resolve(TypeName typeName) {
        return scope.type(typeName);
    }

    /** The canonical name that a class name in the text of this class means, known or imported; else empty. */
    public Optional<String> resolveClass(String className) {
        return scope.className(className);
    }

    /** The canonical name of an annotation's type; as written where it is not known. */
    public String annotationType(AnnotationUse use) {
        return scope.className(use.name()).orElse(use.name());
    }

    /** The first of the annotations whose type has one of the canonical names. */
    public Optional<AnnotationUse> annotation(List<AnnotationUse> uses, String... types) {
        for (AnnotationUse use : uses) {
            String type = annotationType(use);
            for (String wanted : types) {
                if (type.equals(wanted)) {
                    return Optional.of(use);
                }
            }
        }
        return Optional.empty();
    }

    /** The first annotation of the class itself whose type has one of the canonical names. */
    public Optional<AnnotationUse> annotation(String... types) {
        return annotation(declaration.annotations(), types);
    }

    NameScope scope() {
        return scope;
    }

    @Override
    public String toString() {
        return name;
    }
}
