package dev.seqscan.flow;

import dev.seqscan.config.Settings;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.source.code.AnnotationUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells which methods' results a framework writes as JSON, and whether lazy associations can be loaded while it does.
 *
 * <p>Spring Boot keeps the persistence context open until the response is written unless {@code spring.jpa.open-in-view} is
 * false ("Spring Boot reference", "Open EntityManager in View"); then reading a lazy association fails instead.
 */
final class Serialisation {

    private static final String SPRING = "org.springframework.";
    private static final Pattern FILTER = Pattern.compile(".*\\.Open(EntityManager|Session)InView\\w+");

    private final LibraryKnowledge library;
    private final boolean closedInView;

    Serialisation(Collection<DeclaredClass> classes, Settings settings, LibraryKnowledge library) {
        this.library = library;
        boolean off = settings.text("spring.jpa.open-in-view").map(text -> text.strip().equalsIgnoreCase("false")).orElse(false);
        boolean boot = classes.stream().anyMatch(type -> imports(type, "org.springframework.boot."));
        boolean filter = classes.stream().anyMatch(type -> type.outer().isEmpty() && type.file().imports().stream()
                .anyMatch(each -> each.name().contains("InView") && FILTER.matcher(each.name()).matches()));
        this.closedInView = off || !boot && !filter;
    }

    private static boolean imports(DeclaredClass type, String prefix) {
        return type.outer().isEmpty() && type.file().imports().stream().anyMatch(each -> each.name().startsWith(prefix));
    }

    /** Whether a framework writes what the method returns. */
    boolean writesResultOf(LinkedBody body) {
        DeclaredClass owner = body.owner();
        List<AnnotationUse> uses = new ArrayList<>(body.method().annotations());
        boolean asked = uses.stream().anyMatch(use -> library.isEntryPoint(owner.annotationType(use)));
        uses.addAll(owner.declaration().annotations());
        boolean answers = uses.stream().anyMatch(use -> library.answers(owner.annotationType(use)))
                || library.answers(returned(body));
        return asked && answers;
    }

    /** Whether no lazy association can be loaded any more when the result of a method is written. */
    boolean isClosed(LinkedBody body) {
        List<AnnotationUse> uses = new ArrayList<>(body.method().annotations());
        uses.addAll(body.owner().declaration().annotations());
        return closedInView && uses.stream().anyMatch(use -> body.owner().annotationType(use).startsWith(SPRING));
    }

    /** Whether no lazy association can be loaded any more when a page is shown. */
    boolean isClosedInView() {
        return closedInView;
    }

    private static String returned(LinkedBody body) {
        return body.owner().resolve(body.method().returnType()).className();
    }
}
