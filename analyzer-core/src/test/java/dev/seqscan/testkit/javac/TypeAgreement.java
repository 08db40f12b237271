package dev.seqscan.testkit.javac;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.ArrayType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.Unknown;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Counts where linked types agree with those of the JDK's compiler. */
public final class TypeAgreement {

    private static final String ANONYMOUS = "an anonymous class";

    /** What stands on a container's place: what it holds matters to whoever follows rows. */
    private static final List<String> CONTAINERS = List.of("java.lang.Iterable", "java.util.Iterator", "java.util.Map",
            "java.util.Map.Entry", "java.util.stream.BaseStream", "java.util.Optional");

    private final Tally receivers = new Tally("receivers");
    private final Tally results = new Tally("results");
    private final Tally arguments = new Tally("type arguments");
    private final Tally contents = new Tally("type arguments of containers");
    private final Tally methods = new Tally("methods");
    private final Types types;

    TypeAgreement(Types types) {
        this.types = types;
    }

    /** Erased types of what calls are made on. */
    public Tally receivers() {
        return receivers;
    }

    /** Erased types of what calls give. */
    public Tally results() {
        return results;
    }

    /** Type arguments of those of both that are right. */
    public Tally arguments() {
        return arguments;
    }

    /** Type arguments of all collections, maps, iterators, streams and optionals; a gap where not even those are known. */
    public Tally contents() {
        return contents;
    }

    /** Which method a call means. */
    public Tally methods() {
        return methods;
    }

    /** Compares one call; {@code linked} and {@code body} are null where the linker did not visit it. */
    void compare(JavacTypes.Call asked, Expression.Call linked, LinkedBody body, String place) {
        JavaType notVisited = new Unknown("not visited");
        if (asked.receiver() != null) {
            JavaType ours = linked == null || linked.target() == null ? notVisited : body.type(linked.target());
            compare(receivers, asked.receiver(), ours, place);
        }
        if (asked.result().getKind() != TypeKind.VOID) {
            compare(results, asked.result(), linked == null ? notVisited : body.type(linked), place);
        }
        String ours = linked == null ? "" : body.target(linked).map(each -> each.key()).orElse("");
        String theirs = asked.owner() + "#" + asked.method();
        if (!asked.owner().isEmpty()) {
            boolean same = ours.equals(theirs) || ours.replaceAll("\\d+_\\d+", "").endsWith("." + theirs);
            methods.add(ours.isEmpty() || ours.contains("?") ? Verdict.GAP : same ? Verdict.RIGHT : Verdict.WRONG,
                    place + " " + theirs + " but " + ours);
        }
    }

    private void compare(Tally tally, TypeMirror asked, JavaType ours, String place) {
        Verdict verdict = erased(asked, ours);
        tally.add(verdict, place + " " + asked + " but " + ours);
        if (verdict == Verdict.RIGHT && asked instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()) {
            arguments.add(arguments(asked, ours), place + " " + asked + " but " + ours);
        }
        if (isContainer(asked)) {
            contents.add(verdict == Verdict.RIGHT ? arguments(asked, ours) : verdict, place + " " + asked + " but " + ours);
        }
    }

    private boolean isContainer(TypeMirror asked) {
        return asked instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()
                && erasedSupertypes(declared).anyMatch(CONTAINERS::contains);
    }

    private Stream<String> erasedSupertypes(TypeMirror type) {
        return Stream.concat(Stream.of(types.erasure(type).toString()),
                types.directSupertypes(type).stream().flatMap(this::erasedSupertypes));
    }

    private Verdict erased(TypeMirror asked, JavaType ours) {
        if (!ours.isKnown()) {
            return Verdict.GAP;
        }
        return accepted(asked).contains(text(ours)) ? Verdict.RIGHT : Verdict.WRONG;
    }

    private Verdict arguments(TypeMirror asked, JavaType ours) {
        TypeMirror upper = upper(asked);
        if (!(upper instanceof DeclaredType declared) || !(ours instanceof ClassType named)
                || !accepted(upper).contains(text(named))) {
            return erased(upper, ours);
        }
        Verdict worst = Verdict.RIGHT;
        for (int i = 0; i < declared.getTypeArguments().size(); i++) {
            JavaType argument = i < named.arguments().size() ? named.arguments().get(i) : new Unknown("raw");
            boolean isAny = argument instanceof JavaType.Wildcard wildcard && wildcard.bound().equals(ClassType.OBJECT);
            TypeMirror theirs = declared.getTypeArguments().get(i);
            Verdict verdict = !argument.isKnown() ? Verdict.GAP : isAny && isAny(theirs) ? Verdict.RIGHT
                    : arguments(theirs, dev.seqscan.program.Types.upward(argument));
            worst = verdict.ordinal() > worst.ordinal() ? verdict : worst;
        }
        return worst;
    }

    /** Whether it is a wildcard without a bound of its own; captured ones show in the text alone. */
    private static boolean isAny(TypeMirror argument) {
        return argument instanceof WildcardType wildcard && wildcard.getExtendsBound() == null
                || argument.toString().endsWith(" of ?");
    }

    /** Names of the erased type; of several where the type has no name of its own. */
    private List<String> accepted(TypeMirror type) {
        TypeMirror upper = upper(type);
        if (upper instanceof IntersectionType several) {
            return several.getBounds().stream().flatMap(each -> accepted(each).stream()).toList();
        }
        if (upper instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            if (element.getNestingKind() == NestingKind.ANONYMOUS) {
                return Stream.concat(Stream.of(ANONYMOUS),
                        types.directSupertypes(declared).stream().flatMap(each -> accepted(each).stream())).toList();
            }
            return List.of((isLocal(element) ? element.getSimpleName() : element.getQualifiedName()).toString());
        }
        return List.of(upper instanceof javax.lang.model.type.ArrayType array
                ? accepted(array.getComponentType()).get(0) + "[]" : types.erasure(upper).toString());
    }

    /** A class that a body declares has no canonical name. */
    private static boolean isLocal(Element element) {
        return element instanceof TypeElement type && (type.getNestingKind() == NestingKind.LOCAL
                || type.getNestingKind() == NestingKind.ANONYMOUS || isLocal(type.getEnclosingElement()));
    }

    private TypeMirror upper(TypeMirror type) {
        if (type instanceof TypeVariable variable) {
            return upper(variable.getUpperBound());
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null ? types.erasure(wildcard) : upper(wildcard.getExtendsBound());
        }
        return type;
    }

    private static String text(JavaType type) {
        if (type instanceof ArrayType array) {
            return text(array.element()) + "[]";
        }
        String name = type instanceof JavaType.Primitive primitive ? primitive.name() : type.className();
        String last = name.substring(name.lastIndexOf('.') + 1);
        return last.startsWith("$") ? ANONYMOUS : last.matches("\\d.*") ? last.replaceAll("^[\\d_]+", "") : name;
    }
}
