package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A call, an object creation, a loop's reading of what it goes over, or the call that a method reference stands for. */
final class CallEvent {

    private static final Set<String> PLAIN = Set.of("java.lang.String", "java.lang.Long", "java.lang.Integer",
            "java.lang.Boolean", "java.util.UUID", "java.lang.Class");
    private static final List<String> IMMUTABLE = List.of("java.time.", "java.math.", "org.joda.time.DateTime", "org.joda.time.Local");

    private static final Set<String> CONTAINERS = Set.of("java.util.List", "java.util.Collection", "java.util.Iterator",
            "java.util.stream.Stream");

    final Region region;
    final Place place;
    final CallTarget target;
    final String text;
    final JavaType type;
    final String entity;
    final Set<Value> receiver;
    final List<Set<Value>> arguments;
    /** Whether an argument or the receiver changes from turn to turn, by the loop; deepest loop that makes it vary. */
    final Region variesIn;
    /** Through what it is called. */
    Dispatch dispatch = Dispatch.OBJECT;
    /** The methods of the program that it may reach, once the call graph has found them. */
    List<MethodFlow> targets;
    /** Where it reads one object: the loop over the parts of it, of which there are many; else null. */
    Region parts;
    /** Whether it reads when no lazy association can be loaded any more. */
    boolean closed;
    /** Whether it stands for a serialiser that writes what it is called on. */
    boolean serialises;
    /** Whether what it returns decides when its loop ends. */
    boolean decidesExit;
    /** Whether a loop gives what it has searched for by a condition that this is part of. */
    boolean searches;
    Optional<Query> query = Optional.empty();
    /** What it is given, if it writes. */
    Given given = Given.NOTHING;
    /** Whether what it is called on changes from turn to turn. */
    Region receiverVariesIn;
    /** Whether it is called on a variable, not on what calls give. */
    boolean onElement;
    /** Whether the chain that it ends begins with a variable or field, which may be prepared elsewhere. */
    boolean onName;
    /** Whether that is a variable, whose object may be changed from turn to turn. */
    boolean onVariable;
    /** The loops that are left right after it, so that it runs at most once in them; null where none is. */
    Leaving leaving;
    /** What holds the results of code that runs once for each of them. */
    List<Guards.Kept> guards = List.of();
    /** What has to hold of parameters of the method so that it runs. */
    List<Condition> required = List.of();
    /** Whether only one of several ways through the method gets to it. */
    boolean conditional;
    /** What counts the turns of which only some get to it. */
    List<Portions.Counter> portions = List.of();
    /** The loops that do not repeat what it sends, and the parameters that tell of those of callers. */
    List<Exemption> exemptions = List.of();
    /** The loops and functions around of which one element gets to it. */
    Set<Region> matched = Set.of();
    /** The loops and functions around of which few elements get to it, since a property of them has to be one given value. */
    Set<Region> sought = Set.of();
    /** Whether a stage of a stream before it looks for such elements. */
    boolean stageSought;
    /** What each of {@link #guards} hangs on, and each argument, and the receiver. */
    Hanging.Facts hanging = Hanging.Facts.NONE;
    /** Of a query, by argument: the variable whose elements, or what is made of each, it is given. */
    Map<Integer, Variable> lists = Map.of();
    /** Of a query that takes a list: what that holds all of. */
    WholeList listed = WholeList.NONE;
    /** What the lists hold all of that a method of the program is given, by argument. */
    Map<Integer, WholeList> whole = Map.of();
    /** Of a method reference: the call that it is given to; null where it is given to none. */
    Expression.Call stage;
    /** Whether it stands in a {@code catch} block. */
    boolean afterFailure;
    /** Whether it stands for a loop's reading of what it goes over. */
    boolean iterates;
    /** Why functions given to it run over nothing that matters, as {@code constant}; else empty. */
    String exclusion = "";
    /** The same of each of its arguments, for methods that run functions over one of them; empty where it is given none. */
    List<String> exclusions = List.of();
    /** Where what functions given to it run over comes from. */
    ElementSource elements = ElementSource.MANY;
    /** Where the elements come from of the page or future that it unwraps, if it does. */
    ElementSource wrapped = ElementSource.UNKNOWN;
    /** Which page is asked for, if pages are. */
    PageSource page = PageSource.NONE;
    /** Which pages its arguments may tell a method of the program, by index. */
    Map<Integer, PageSource> handedOnPages = Map.of();

    CallEvent(Region region, Place place, CallTarget target, String text, JavaType type, String entity,
            Set<Value> receiver, List<Set<Value>> arguments, Region variesIn) {
        this.region = region;
        this.place = place;
        this.target = target;
        this.text = text;
        this.type = type;
        this.entity = entity;
        this.receiver = receiver;
        this.arguments = arguments;
        this.variesIn = variesIn;
    }

    /** Says with what the chain begins that the call ends. */
    void begunWith(Expression root, LinkedBody body) {
        onName = root instanceof Expression.Name || root instanceof Expression.Select;
        onVariable = root instanceof Expression.Name name && body.variable(name).isPresent();
    }

    /** Whether a parameter of what is called takes a value that cannot change while the variable that holds it does not. */
    boolean takesPlain(int parameter) {
        if (parameter < 0) {
            return true;
        }
        JavaType type = target == null || parameter >= target.parameters().size() ? new JavaType.Unknown("")
                : target.parameters().get(parameter);
        return type instanceof JavaType.Primitive || PLAIN.contains(type.className())
                || IMMUTABLE.stream().anyMatch(type.className()::startsWith);
    }

    /** Why functions that run over an argument run over nothing that matters; empty where they do. */
    String exclusionOf(int argument) {
        return argument < exclusions.size() ? exclusions.get(argument) : "";
    }

    /** Whether a loop is left right after this call. */
    boolean leaves(Region loop) {
        return leaving != null && leaving.from().isWithin(loop) && loop.isWithin(leaving.outermost());
    }

    /** Whether what it is called on is no entity and no container of one, so that it may be a function. */
    boolean entityFree() {
        return receiver.stream().allMatch(value -> value.entity().isEmpty());
    }

    /** Whether it gives a container, the stream of one, or one element of what a type variable stands for. */
    boolean holdsAnything() {
        JavaType held = type instanceof JavaType.ClassType holder && holder.arguments().size() == 1 ? holder.arguments().get(0) : type;
        return held instanceof JavaType.TypeVariable;
    }

    /** Whether it yields rows of a query whose text alone says what they are: {@code Query query}, {@code List rows}. */
    boolean yieldsUntyped() {
        boolean untyped = entity.isEmpty() && type instanceof JavaType.ClassType given
                && (given.arguments().isEmpty() ? CONTAINERS.contains(given.name()) : holdsAnything());
        return untyped && query.filter(asked -> !asked.writes() && asked.shape().projection() == QueryShape.Projection.ENTITY).isPresent();
    }

    /** What decides which method a call reaches. */
    enum Dispatch {
        /** The class of the object. */
        OBJECT,
        /** The class of the object, which is another one that a field holds. */
        FIELD,
        /** The class above, whatever the object is. */
        SUPER;

        static Dispatch of(Expression expression, LinkedBody body) {
            Expression on = expression instanceof Expression.Call call ? call.target()
                    : expression instanceof Expression.MethodReference reference ? reference.target() : null;
            if (on instanceof Expression.Super) {
                return SUPER;
            }
            boolean field = on instanceof Expression.Name name && body.variable(name).isEmpty()
                    || on instanceof Expression.Select select && select.target() instanceof Expression.This;
            return field ? FIELD : OBJECT;
        }
    }

    @Override
    public String toString() {
        return text + "@" + place;
    }
}
