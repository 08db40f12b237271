package dev.seqscan.flow;

import dev.seqscan.config.Settings;
import dev.seqscan.program.Constants;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells which classes are left out of the running application: by settings (Spring Boot reference, "Property Conditions"; of a
 * setting that is not known nothing is said, since it may be given from outside), by a profile that is for tests, or because
 * component scanning finds no class that stands within another one and is not static.
 */
final class BeanConditions {

    private static final String ON_PROPERTY = "org.springframework.boot.autoconfigure.condition.ConditionalOnProperty";

    private static final String PROFILE = "org.springframework.context.annotation.Profile";
    private static final Set<String> SCANNED = Set.of("org.springframework.stereotype.Component",
            "org.springframework.stereotype.Service", "org.springframework.stereotype.Repository",
            "org.springframework.stereotype.Controller", "org.springframework.web.bind.annotation.RestController");
    private static final Pattern TEST = Pattern.compile("(?:(?:unit|integration|component|system|e2e|it)[-_]?)?tests?(?:ing)?|e2e",
            Pattern.CASE_INSENSITIVE);

    private final Settings settings;
    private final Constants constants;

    BeanConditions(Settings settings, Program program) {
        this.settings = settings;
        this.constants = new Constants(program);
    }

    /** Whether nothing of a class runs in production: it is there for tests, or nobody makes objects of it. */
    boolean isAbsent(DeclaredClass type, Set<String> made) {
        for (DeclaredClass each = type; each != null; each = each.outer().orElse(null)) {
            boolean lost = isInner(each) && isScanned(each) && !made.contains(each.name());
            if (lost || each.annotation(PROFILE).filter(profile -> isForTests(profile, type)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Only independent classes are candidates (Spring, {@code ClassPathScanningCandidateComponentProvider}). */
    private static boolean isInner(DeclaredClass type) {
        TypeDeclaration declaration = type.declaration();
        return declaration.kind() == TypeDeclaration.Kind.CLASS && !declaration.modifiers().contains(Modifier.STATIC)
                && type.outer().filter(outer -> outer.declaration().kind() == TypeDeclaration.Kind.CLASS).isPresent();
    }

    private static boolean isScanned(DeclaredClass type) {
        return type.declaration().annotations().stream().anyMatch(use -> SCANNED.contains(type.annotationType(use)));
    }

    private boolean isForTests(AnnotationUse profile, DeclaredClass type) {
        List<Expression> names = parts(profile.attribute("value"));
        return !names.isEmpty() && names.stream().map(each -> constants.text(each, type))
                .allMatch(each -> each.filter(name -> TEST.matcher(name).matches() && !isActive(name)).isPresent());
    }

    private boolean isActive(String profile) {
        return settings.text("spring.profiles.active", "spring.profiles.default").stream()
                .anyMatch(active -> List.of(active.split("\\s*,\\s*")).contains(profile));
    }

    /** Whether a condition on the class is known not to hold. */
    boolean leaveOut(DeclaredClass type) {
        return type.annotation(ON_PROPERTY).filter(this::fails).isPresent();
    }

    private boolean fails(AnnotationUse condition) {
        String prefix = text(condition.attribute("prefix")).stream().findFirst().orElse("");
        String start = prefix.isEmpty() || prefix.endsWith(".") ? prefix : prefix + ".";
        String wanted = text(condition.attribute("havingValue")).stream().findFirst().orElse("");
        List<String> names = new ArrayList<>(text(condition.attribute("name")));
        names.addAll(text(condition.attribute("value")));
        return names.stream().map(name -> settings.relaxed(start + name)).flatMap(Optional::stream)
                .anyMatch(value -> wanted.isEmpty() ? value.equalsIgnoreCase("false") : !value.equalsIgnoreCase(wanted));
    }

    private static List<String> text(Optional<Expression> attribute) {
        return parts(attribute).stream().filter(Expression.Literal.class::isInstance).map(each -> ((Expression.Literal) each).value())
                .filter(String.class::isInstance).map(String.class::cast).toList();
    }

    private static List<Expression> parts(Optional<Expression> attribute) {
        Expression value = attribute.orElse(null);
        return value instanceof Expression.NewArray array && array.elements() != null ? array.elements()
                : value == null ? List.of() : List.of(value);
    }
}
