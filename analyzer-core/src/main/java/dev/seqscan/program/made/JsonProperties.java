package dev.seqscan.program.made;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.made.BeanProperty.Element;
import dev.seqscan.program.made.BeanProperty.Mark;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which properties of an object Jackson writes (jackson-annotations, and "Jackson Annotations" of jackson-docs), as the
 * annotations of its class say. JAXB's {@code XmlTransient} counts too, since the JAXB module of Jackson obeys it.
 */
final class JsonProperties {

    private static final Set<String> EXPLICIT = Set.of("JsonProperty", "JsonGetter", "JsonSerialize", "JsonUnwrapped",
            "JsonManagedReference", "JsonInclude", "JsonFormat");
    private static final Set<String> LEFT_OUT = Set.of("JsonBackReference", "XmlTransient");

    private final List<DeclaredClass> hierarchy;
    private final Set<String> ignored = new LinkedHashSet<>();
    private final Set<String> included = new LinkedHashSet<>();
    private final boolean fields;
    private final boolean getters;

    private JsonProperties(List<DeclaredClass> hierarchy) {
        this.hierarchy = hierarchy;
        for (DeclaredClass type : hierarchy) {
            use(type, "JsonIgnoreProperties").ifPresent(use -> ignored.addAll(names(use)));
            use(type, "JsonIncludeProperties").ifPresent(use -> included.addAll(names(use)));
        }
        this.fields = visibility("fieldVisibility", "ANY");
        this.getters = !visibility("getterVisibility", "NONE");
    }

    /** The properties that are written of an object of the first class of a hierarchy. */
    static List<BeanProperty> written(List<DeclaredClass> hierarchy, Collection<BeanProperty> properties) {
        JsonProperties view = new JsonProperties(hierarchy);
        Optional<BeanProperty> value = properties.stream().filter(each -> each.isMarked("JsonValue")).findFirst();
        if (value.isPresent()) {
            return List.of(value.get());
        }
        List<BeanProperty> written = new ArrayList<>();
        properties.stream().filter(view::isWritten).forEach(written::add);
        return written;
    }

    /** Whether nothing can be said of what is written of objects of a class. */
    static boolean isOpaque(DeclaredClass type) {
        return use(type, "JsonIgnoreType").isPresent() || use(type, "JsonFilter").isPresent()
                || use(type, "JsonSerialize").isPresent();
    }

    private boolean isWritten(BeanProperty property) {
        String name = jsonName(property);
        if (ignored.contains(name) || !included.isEmpty() && !included.contains(name)) {
            return false;
        }
        if (isIgnored(property) || property.marks.stream().anyMatch(each -> LEFT_OUT.contains(each.simpleName()))) {
            return false;
        }
        boolean explicit = property.marks.stream().anyMatch(each -> each.element() != Element.SETTER
                && EXPLICIT.contains(each.simpleName()));
        return explicit || getters && property.publicAccessor && !property.accessor.isEmpty() && !property.oddName
                || property.hasField && (fields || property.publicField);
    }

    /** Ignoring one accessor ignores the property, unless another one is named explicitly (JsonIgnore, since 1.9). */
    private static boolean isIgnored(BeanProperty property) {
        List<Mark> ignoring = property.marks.stream().filter(each -> each.simpleName().equals("JsonIgnore")
                && each.says("value", true, true)).toList();
        boolean writeOnly = property.marks.stream().anyMatch(each -> each.simpleName().equals("JsonProperty")
                && each.use().attribute("access").map(JsonProperties::lastName).orElse("").equals("WRITE_ONLY"));
        boolean kept = property.marks.stream().anyMatch(each -> each.element() == Element.GETTER
                && EXPLICIT.contains(each.simpleName())) && ignoring.stream().noneMatch(each -> each.element() == Element.GETTER);
        return writeOnly || !ignoring.isEmpty() && !kept;
    }

    private static String jsonName(BeanProperty property) {
        return property.mark("JsonProperty").flatMap(mark -> mark.use().attribute("value"))
                .filter(value -> value instanceof Expression.Literal text && text.value() instanceof String)
                .map(value -> (String) ((Expression.Literal) value).value()).filter(text -> !text.isEmpty())
                .orElse(property.name);
    }

    /** The properties of its value that a property leaves out. */
    static Set<String> ignoredIn(BeanProperty property) {
        return property.mark("JsonIgnoreProperties").map(mark -> names(mark.use())).orElse(Set.of());
    }

    private boolean visibility(String attribute, String level) {
        return hierarchy.stream().anyMatch(type -> use(type, "JsonAutoDetect")
                .flatMap(use -> use.attribute(attribute)).map(JsonProperties::lastName).orElse("").equals(level));
    }

    private static Optional<AnnotationUse> use(DeclaredClass type, String simpleName) {
        return type.declaration().annotations().stream().filter(each -> each.simpleName().equals(simpleName)).findFirst();
    }

    /** The names that an annotation lists; none where it speaks of reading only. */
    private static Set<String> names(AnnotationUse use) {
        boolean readingOnly = use.attribute("allowGetters").filter(value -> value instanceof Expression.Literal literal
                && Boolean.TRUE.equals(literal.value())).isPresent();
        Set<String> names = new LinkedHashSet<>();
        if (!readingOnly) {
            use.attribute("value").ifPresent(value -> add(value, names));
        }
        return names;
    }

    private static void add(Expression value, Set<String> names) {
        if (value instanceof Expression.Literal literal && literal.value() instanceof String text) {
            names.add(text);
        } else if (value instanceof Expression.NewArray array && array.elements() != null) {
            array.elements().forEach(each -> add(each, names));
        }
    }

    private static String lastName(Expression expression) {
        return expression instanceof Expression.Select select ? select.name()
                : expression instanceof Expression.Name name ? name.name() : "";
    }
}
