package dev.seqscan.program;

import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.TypeVariable;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds what a type name means inside a class, in the order of the Java Language Specification, section 6.4.1. */
final class NameScope {

    static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double", "void");

    private final DeclaredClass owner;
    private final Program program;
    private final List<TypeVariable> outerVariables;
    private final Map<String, String> outerTypes;
    private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();
    private volatile List<TypeVariable> variables;

    /** A class that a body declares also sees the type parameters of methods around it, and classes declared before. */
    NameScope(DeclaredClass owner, Program program, List<TypeVariable> outerVariables, Map<String, String> outerTypes) {
        this.owner = owner;
        this.program = program;
        this.outerVariables = outerVariables;
        this.outerTypes = outerTypes;
    }

    JavaType type(TypeName typeName) {
        return type(typeName, List.of());
    }

    /** Type parameters of a method come first; they hide those of the class. */
    JavaType type(TypeName typeName, List<TypeVariable> methodVariables) {
        return type(typeName, methodVariables, Map.of());
    }

    /** Classes that a body declares hide all others; they are given by simple name. */
    JavaType type(TypeName typeName, List<TypeVariable> methodVariables, Map<String, String> localTypes) {
        JavaType element = element(typeName, methodVariables, localTypes);
        for (int i = 0; i < typeName.dimensions(); i++) {
            element = new JavaType.ArrayType(element);
        }
        return element;
    }

    private JavaType element(TypeName typeName, List<TypeVariable> methodVariables, Map<String, String> localTypes) {
        switch (typeName.bound()) {
            case UNBOUNDED:
                return new JavaType.Wildcard(ClassType.OBJECT, true);
            case EXTENDS:
                return Types.wildcard(type(typeName.arguments().get(0), methodVariables, localTypes), true);
            case SUPER:
                return Types.wildcard(type(typeName.arguments().get(0), methodVariables, localTypes), false);
            default:
        }
        String text = typeName.name();
        if (PRIMITIVES.contains(text)) {
            return new JavaType.Primitive(text);
        }
        Optional<TypeVariable> variable = named(text, methodVariables);
        if (variable.isPresent()) {
            return variable.get();
        }
        String local = localTypes.get(text);
        Optional<TypeVariable> ofClass = local != null ? Optional.empty() : classVariable(text);
        if (ofClass.isPresent()) {
            return ofClass.get();
        }
        Optional<String> name = local != null ? Optional.of(local) : className(text);
        if (name.isEmpty()) {
            return new JavaType.Unknown("no type " + text + " in scope");
        }
        List<JavaType> arguments = new ArrayList<>();
        for (TypeName argument : typeName.arguments()) {
            arguments.add(type(argument, methodVariables, localTypes));
        }
        return new JavaType.ClassType(name.get(), List.copyOf(arguments));
    }

    private static Optional<TypeVariable> named(String name, List<TypeVariable> variables) {
        for (TypeVariable variable : variables) {
            if (variable.name().equals(name)) {
                return Optional.of(variable);
            }
        }
        return Optional.empty();
    }

    /** The type parameters of the class itself. */
    List<TypeVariable> variables() {
        if (variables == null) {
            List<TypeVariable> cut = new ArrayList<>();
            for (TypeDeclaration.TypeParameter parameter : owner.declaration().typeParameters()) {
                JavaType bound = parameter.bounds().isEmpty() || isParameter(parameter.bounds().get(0).name())
                        ? ClassType.OBJECT : type(TypeName.of(parameter.bounds().get(0).name()));
                cut.add(new TypeVariable(parameter.name(), owner.name(), bound));
            }
            variables = ShapeReader.bounded(owner.declaration().typeParameters(), cut, name -> type(name, cut));
        }
        return variables;
    }

    private boolean isParameter(String name) {
        for (TypeDeclaration.TypeParameter parameter : owner.declaration().typeParameters()) {
            if (parameter.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private Optional<TypeVariable> classVariable(String text) {
        for (DeclaredClass each = owner; each != null; each = each.outer().orElse(null)) {
            Optional<TypeVariable> found = each.scope().isParameter(text) ? named(text, each.scope().variables())
                    : Optional.empty();
            if (found.isEmpty()) {
                found = named(text, each.scope().outerVariables);
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    Optional<String> className(String text) {
        Optional<String> found = known.get(text);
        if (found == null) {
            found = find(text);
            known.put(text, found);
        }
        return found;
    }

    private Optional<String> find(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return simple(text);
        }
        if (program.exists(text, owner.module())) {
            return Optional.of(text);
        }
        Optional<String> head = className(text.substring(0, dot));
        if (head.isPresent()) {
            return Optional.of(member(head.get(), text.substring(dot + 1)));
        }
        boolean looksQualified = Character.isLowerCase(text.charAt(0)) && Character.isUpperCase(lastPart(text).charAt(0));
        return looksQualified ? Optional.of(text) : Optional.empty();
    }

    private String member(String head, String rest) {
        String current = head;
        for (String part : rest.split("\\.")) {
            current = program.memberType(current, part, owner.module()).orElse(current + "." + part);
        }
        return current;
    }

    private static boolean isLastPart(String text, String name) {
        int dot = name.length() - text.length() - 1;
        return name.endsWith(text) && (dot < 0 || name.charAt(dot) == '.');
    }

    private static String lastPart(String text) {
        return text.substring(text.lastIndexOf('.') + 1);
    }

    private Optional<String> simple(String text) {
        for (DeclaredClass each = owner; each != null; each = each.outer().orElse(null)) {
            String local = each.scope().outerTypes.get(text);
            if (local != null) {
                return Optional.of(local);
            }
            if (each.declaration().name().equals(text)) {
                return Optional.of(each.name());
            }
            Optional<String> member = program.memberType(each.name(), text, owner.module());
            if (member.isPresent()) {
                return member;
            }
        }
        CodeFile file = owner.file();
        for (TypeDeclaration sibling : file.types()) {
            if (sibling.name().equals(text)) {
                return Optional.of(qualify(file.packageName(), text));
            }
        }
        Optional<String> imported = imported(text, false);
        if (imported.isPresent()) {
            return imported;
        }
        String inPackage = qualify(file.packageName(), text);
        if (program.exists(inPackage, owner.module())) {
            return Optional.of(inPackage);
        }
        Optional<String> onDemand = imported(text, true);
        if (onDemand.isPresent()) {
            return onDemand;
        }
        String inLang = "java.lang." + text;
        return program.exists(inLang, owner.module()) ? Optional.of(inLang) : Optional.empty();
    }

    private Optional<String> imported(String text, boolean onDemand) {
        Set<String> candidates = new HashSet<>();
        for (CodeFile.Import each : owner.file().imports()) {
            if (each.onDemand() != onDemand) {
                continue;
            }
            if (!onDemand && isLastPart(text, each.name()) && (!each.isStatic() || isType(each.name()))) {
                return Optional.of(program.canonical(each.name(), owner.module()));
            }
            if (onDemand) {
                String name = each.name() + "." + text;
                if (program.exists(name, owner.module())) {
                    candidates.add(program.canonical(name, owner.module()));
                }
            }
        }
        return candidates.size() == 1 ? Optional.of(candidates.iterator().next()) : Optional.empty();
    }

    /** Looks a name up as if it stood outside of any class of the file. */
    Optional<String> topLevel(String text) {
        int dot = text.indexOf('.');
        if (dot >= 0) {
            return program.exists(text, owner.module()) ? Optional.of(text)
                    : topLevel(text.substring(0, dot)).map(head -> head + text.substring(dot));
        }
        for (TypeDeclaration sibling : owner.file().types()) {
            if (sibling.name().equals(text)) {
                return Optional.of(qualify(owner.file().packageName(), text));
            }
        }
        Optional<String> single = imported(text, false);
        if (single.isPresent()) {
            return single;
        }
        String inPackage = qualify(owner.file().packageName(), text);
        return program.exists(inPackage, owner.module()) ? Optional.of(inPackage) : imported(text, true);
    }

    private boolean isType(String name) {
        return program.exists(name, owner.module());
    }

    private static String qualify(String packageName, String text) {
        return packageName.isEmpty() ? text : packageName + "." + text;
    }
}
