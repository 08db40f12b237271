package dev.seqscan.source.classfile;

import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.MethodDeclaration.Parameter;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Methods that collections have since Java 21 (JEP 431, "Sequenced Collections"), for programs that are built for it while
 * SeqScan runs on an older JDK. What a class declares itself stays as it is.
 */
final class LaterJdk {

    private static final String ELEMENT = "E";
    private static final TypeName ENTRY = generic("java.util.Map.Entry", "K", "V");

    private static final Map<String, List<MethodDeclaration>> ADDED = Map.of(
            "java.util.List", joined(ends(), adding(), reversed("java.util.List", ELEMENT)),
            "java.util.Deque", reversed("java.util.Deque", ELEMENT),
            "java.util.LinkedHashSet", joined(ends(), adding(), reversed("java.util.SequencedSet", ELEMENT)),
            "java.util.SortedSet", joined(ends(), reversed("java.util.SortedSet", ELEMENT)),
            "java.util.NavigableSet", reversed("java.util.NavigableSet", ELEMENT),
            "java.util.LinkedHashMap", joined(entries(), reversed("java.util.SequencedMap", "K", "V")),
            "java.util.SortedMap", joined(entries(), reversed("java.util.SortedMap", "K", "V")),
            "java.util.NavigableMap", reversed("java.util.NavigableMap", "K", "V"));

    private LaterJdk() {
    }

    /** The class with what it has in later versions. */
    static LibraryClass joined(LibraryClass found) {
        List<MethodDeclaration> added = ADDED.get(found.name());
        if (added == null) {
            return found;
        }
        TypeDeclaration type = found.declaration();
        List<MethodDeclaration> methods = new ArrayList<>(type.methods());
        added.stream().filter(each -> type.methods().stream().noneMatch(own -> own.name().equals(each.name()))).forEach(methods::add);
        return new LibraryClass(found.name(), new TypeDeclaration(type.kind(), type.name(), type.modifiers(),
                type.typeParameters(), type.extended(), type.implemented(), type.annotations(), type.fields(),
                List.copyOf(methods), type.nested(), type.span(), type.nameSpan()));
    }

    private static List<MethodDeclaration> ends() {
        return Stream.of("getFirst", "getLast", "removeFirst", "removeLast")
                .map(name -> method(name, TypeName.of(ELEMENT), List.of())).toList();
    }

    private static List<MethodDeclaration> adding() {
        return Stream.of("addFirst", "addLast")
                .map(name -> method(name, TypeName.of("void"), List.of(TypeName.of(ELEMENT)))).toList();
    }

    private static List<MethodDeclaration> entries() {
        return Stream.of("firstEntry", "lastEntry", "pollFirstEntry", "pollLastEntry")
                .map(name -> method(name, ENTRY, List.of())).toList();
    }

    private static List<MethodDeclaration> reversed(String type, String... arguments) {
        return List.of(method("reversed", generic(type, arguments), List.of()));
    }

    private static TypeName generic(String type, String... arguments) {
        return new TypeName(type, Stream.of(arguments).map(TypeName::of).toList(), 0, TypeName.Bound.NONE);
    }

    @SafeVarargs
    private static List<MethodDeclaration> joined(List<MethodDeclaration>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    private static MethodDeclaration method(String name, TypeName returns, List<TypeName> parameters) {
        List<Parameter> declared = parameters.stream()
                .map(each -> new Parameter("value", each, false, List.of(), DeclarationVisitor.NOWHERE)).toList();
        return new MethodDeclaration(name, Set.of(Modifier.PUBLIC, Modifier.DEFAULT), List.of(), returns, declared,
                List.of(), null, DeclarationVisitor.NOWHERE, DeclarationVisitor.NOWHERE);
    }
}
