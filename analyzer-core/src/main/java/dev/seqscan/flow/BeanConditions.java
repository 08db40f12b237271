package dev.seqscan.flow;

import dev.seqscan.config.Settings;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells which classes the settings leave out of the running application (Spring Boot reference, "Property Conditions"). Of a
 * setting that is not known nothing is said, since it may be given from outside.
 */
final class BeanConditions {

    private static final String ON_PROPERTY = "org.springframework.boot.autoconfigure.condition.ConditionalOnProperty";

    private final Settings settings;

    BeanConditions(Settings settings) {
        this.settings = settings;
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
        Expression value = attribute.orElse(null);
        List<Expression> parts = value instanceof Expression.NewArray array && array.elements() != null ? array.elements()
                : value == null ? List.of() : List.of(value);
        return parts.stream().filter(Expression.Literal.class::isInstance).map(each -> ((Expression.Literal) each).value())
                .filter(String.class::isInstance).map(String.class::cast).toList();
    }
}
