package dev.seqscan.flow;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells which methods are called from outside: by requests, messages, a clock, or the command line. */
final class EntryPoints {

    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");

    private final LibraryKnowledge library;
    private final Overridden overridden;
    private final Map<MethodFlow, Optional<String>> known = new IdentityHashMap<>();

    EntryPoints(LibraryKnowledge library, Overridden overridden) {
        this.library = library;
        this.overridden = overridden;
    }

    /** What an entry point is called in reports; empty for other methods. */
    Optional<String> label(MethodFlow flow) {
        return known.computeIfAbsent(flow, this::find);
    }

    static boolean isMain(MethodFlow flow) {
        return flow.method.name().equals("main") && flow.parameterTypes.size() == 1
                && flow.parameterTypes.get(0).toString().equals("java.lang.String[]");
    }

    /**
     * An annotation may stand on the method of an interface that describes the service (Spring Framework reference, "Mapping
     * Requests"; Jakarta RESTful Web Services, "Annotation Inheritance"); that of a client describes another program's.
     */
    private Optional<String> find(MethodFlow flow) {
        Optional<String> own = label(flow.owner, flow.method, flow);
        if (own.isPresent() || isMain(flow)) {
            return own.or(() -> Optional.of(flow.owner.simpleName() + ".main"));
        }
        return overridden.inProgram(flow).stream().filter(each -> !isClient(each.owner()))
                .map(each -> label(each.owner(), each.method(), flow)).flatMap(Optional::stream).findFirst();
    }

    private boolean isClient(DeclaredClass type) {
        return type.declaration().annotations().stream().anyMatch(use -> library.isClient(type.annotationType(use)));
    }

    private Optional<String> label(DeclaredClass owner, MethodDeclaration method, MethodFlow flow) {
        return method.annotations().stream().filter(use -> library.isEntryPoint(owner.annotationType(use))).findFirst()
                .map(use -> label(use, owner, flow));
    }

    private static String label(AnnotationUse use, DeclaredClass owner, MethodFlow flow) {
        String name = use.simpleName().toUpperCase(Locale.ROOT);
        for (String verb : VERBS) {
            if (name.startsWith(verb)) {
                String own = path(use);
                String slash = own.isEmpty() || own.startsWith("/") ? "" : "/";
                String path = prefix(owner).or(() -> prefix(flow.owner)).orElse("") + slash + own;
                return verb + " " + (path.isEmpty() ? "/" : path) + ", " + flow.label();
            }
        }
        return flow.label();
    }

    private static Optional<String> prefix(DeclaredClass owner) {
        return owner.declaration().annotations().stream()
                .filter(each -> each.simpleName().equals("RequestMapping") || each.simpleName().equals("Path"))
                .map(EntryPoints::path).findFirst();
    }

    private static String path(AnnotationUse use) {
        Expression value = use.attribute("value").or(() -> use.attribute("path")).orElse(null);
        if (value instanceof Expression.NewArray array && array.elements() != null && !array.elements().isEmpty()) {
            value = array.elements().get(0);
        }
        return value instanceof Expression.Literal literal && literal.value() instanceof String text ? text : "";
    }
}
