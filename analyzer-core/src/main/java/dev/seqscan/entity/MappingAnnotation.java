package dev.seqscan.entity;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One annotation with the values of its attributes. */
final class MappingAnnotation {

    private final AnnotationUse use;
    private final DeclaredClass owner;
    private final String path;
    private final MappingContext context;

    /** Takes the class around it, in whose scope names are looked up, and the file it stands in. */
    MappingAnnotation(AnnotationUse use, DeclaredClass owner, String path, MappingContext context) {
        this.use = use;
        this.owner = owner;
        this.path = path;
        this.context = context;
    }

    Place place() {
        return new Place(path, use.span());
    }

    boolean has(String attribute) {
        return use.attribute(attribute).isPresent();
    }

    /**
     * A name, or the default where it is missing or empty, as everywhere in Jakarta Persistence; the empty name, with a
     * notice, where it is an expression that cannot be worked out.
     */
    String name(String attribute, String byDefault) {
        Optional<Expression> expression = use.attribute(attribute);
        if (expression.isEmpty()) {
            return byDefault;
        }
        Optional<String> text = context.constants().text(expression.get(), owner);
        if (text.isEmpty()) {
            context.notUnderstood(new Place(path, expression.get().span()),
                    "value of " + use.simpleName() + "." + attribute + " is not a constant of the sources");
            return "";
        }
        return text.get().isBlank() ? byDefault : text.get().strip();
    }

    /** A constant text that is not blank. */
    Optional<String> text(String attribute) {
        return use.attribute(attribute).flatMap(each -> context.constants().text(each, owner))
                .filter(text -> !text.isBlank());
    }

    /** A list of texts, or a single one; parts that are not constant are empty texts. */
    List<String> texts(String attribute) {
        return parts(attribute).stream().map(each -> context.constants().text(each, owner).orElse("")).toList();
    }

    Optional<Boolean> flag(String attribute) {
        return value(attribute).filter(Boolean.class::isInstance).map(Boolean.class::cast);
    }

    OptionalInt number(String attribute) {
        return value(attribute).filter(Long.class::isInstance).map(value -> OptionalInt.of(((Long) value).intValue()))
                .orElse(OptionalInt.empty());
    }

    private Optional<Object> value(String attribute) {
        return use.attribute(attribute).flatMap(each -> context.constants().value(each, owner));
    }

    /** The simple name of an enum constant, as {@code LAZY} for {@code FetchType.LAZY}. */
    Optional<String> constant(String attribute) {
        return use.attribute(attribute).flatMap(MappingAnnotation::simpleName);
    }

    /** The simple names of a list of enum constants. */
    List<String> constants(String attribute) {
        return parts(attribute).stream().flatMap(each -> simpleName(each).stream()).toList();
    }

    private static Optional<String> simpleName(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return Optional.of(name.name());
        }
        return expression instanceof Expression.Select select ? Optional.of(select.name()) : Optional.empty();
    }

    /** The annotations in an attribute, one or a list. */
    List<MappingAnnotation> nested(String attribute) {
        return parts(attribute).stream().filter(Expression.AnnotationValue.class::isInstance)
                .map(each -> new MappingAnnotation(((Expression.AnnotationValue) each).annotation(), owner, path, context))
                .toList();
    }

    /** The canonical name of a class literal; {@code void} is the default of such attributes. */
    Optional<String> className(String attribute) {
        return use.attribute(attribute).filter(Expression.ClassLiteral.class::isInstance)
                .map(each -> ((Expression.ClassLiteral) each).type()).map(TypeName::name)
                .filter(name -> !name.equals("void")).flatMap(owner::resolveClass);
    }

    /** The canonical names of one class literal or a list of them; of one that cannot be resolved the name as written. */
    List<String> classNames(String attribute) {
        return parts(attribute).stream().filter(Expression.ClassLiteral.class::isInstance)
                .map(each -> ((Expression.ClassLiteral) each).type().name())
                .map(name -> owner.resolveClass(name).orElse(name)).toList();
    }

    private List<Expression> parts(String attribute) {
        Optional<Expression> expression = use.attribute(attribute);
        if (expression.isPresent() && expression.get() instanceof Expression.NewArray array) {
            return array.elements() == null ? List.of() : array.elements();
        }
        return expression.map(List::of).orElse(List.of());
    }
}
