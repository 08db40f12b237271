package dev.seqscan.program.made;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The views with which answers are written ({@code JsonView} of jackson-annotations): a property is in a view if its own
 * view is that one or a class above it. One without a view is in all of them, unless {@code DEFAULT_VIEW_INCLUSION} is off,
 * as Spring has it (Javadoc of {@code Jackson2ObjectMapperBuilder}) where the program does not say otherwise.
 */
final class JsonViews {

    private static final String VIEW = "JsonView";

    private final Program program;
    private final Set<String> asked = new TreeSet<>();
    private final boolean byDefault;

    JsonViews(Program program) {
        this.program = program;
        boolean spring = false;
        boolean named = false;
        for (DeclaredClass type : program.classes()) {
            if (!type.isTest()) {
                type.declaration().methods().forEach(each -> of(type, each).ifPresent(asked::add));
                spring |= imports(type, "org.springframework.");
            }
        }
        if (!asked.isEmpty()) {
            named = program.classes().stream().anyMatch(type -> !type.isTest() && imports(type, "com.fasterxml.jackson.databind.")
                    && type.declaration().toString().contains("DEFAULT_VIEW_INCLUSION"));
        }
        this.byDefault = spring == named;
    }

    private static boolean imports(DeclaredClass type, String prefix) {
        return type.outer().isEmpty() && type.file().imports().stream().anyMatch(each -> each.name().startsWith(prefix));
    }

    /** The view that a method asks for; a getter's says where it belongs to. */
    static Optional<String> of(DeclaredClass owner, MethodDeclaration method) {
        return method.annotations().stream().filter(each -> each.simpleName().equals(VIEW))
                .flatMap(each -> classes(each, owner).stream()).findFirst();
    }

    private static List<String> classes(AnnotationUse use, DeclaredClass owner) {
        return Annotations.elements(use.attributes().get("value")).stream().filter(Expression.ClassLiteral.class::isInstance)
                .map(each -> owner.resolve(((Expression.ClassLiteral) each).type()).className())
                .filter(each -> !each.isEmpty()).toList();
    }

    /** The views that any method names, in the order of their names. */
    Set<String> asked() {
        return asked;
    }

    /** Whether a property of the first class of a hierarchy is written with a view. */
    boolean shows(BeanProperty property, List<DeclaredClass> hierarchy, String view) {
        Optional<BeanProperty.Mark> own = property.mark(VIEW);
        List<String> views = own.isPresent() ? classes(own.get().use(), own.get().owner())
                : hierarchy.stream().flatMap(type -> type.declaration().annotations().stream()
                        .filter(each -> each.simpleName().equals(VIEW)).flatMap(each -> classes(each, type).stream())).toList();
        return views.isEmpty() ? own.isEmpty() && byDefault : views.stream().anyMatch(each -> isWithin(view, each));
    }

    private boolean isWithin(String view, String above) {
        return view.equals(above) || program.declared(view).filter(type -> BeanProperties.hierarchy(type, program).stream()
                .anyMatch(each -> each.name().equals(above))).isPresent();
    }
}
