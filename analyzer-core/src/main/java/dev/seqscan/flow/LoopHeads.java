package dev.seqscan.flow;

import dev.seqscan.config.UserMethod;
import dev.seqscan.program.CallTarget;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Module;
import dev.seqscan.program.Program;
import dev.seqscan.program.Types;
import dev.seqscan.program.Variable;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.code.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the heads of loops: what they go over, and which of them are no loops that matter. */
final class LoopHeads {

    /** The reasons for which a loop does not count. */
    static final String CONSTANT = "constant";
    static final String CHUNKED = "chunked";
    static final String BOUNDED = "the settings say that it is bounded";
    static final String SINGLE = "single element";
    static final String COUNTED = "it ends after a few turns, whatever it goes over";
    static final String RETRY = "ends with its first success";
    static final String POLLING = "its end hangs on the result";
    static final String SEARCH = "it looks for one element";
    static final String SOUGHT = "it looks for elements that have one given value";
    static final String PAGING = "it goes from page to page";
    static final String PACED = "it waits in each turn";
    static final String SCRIPT = "each turn sends another statement, whose text is a value of the element";

    /** Whether who loops so has seen to the number of statements, so that loops around do not count either. */
    static boolean sparesOuter(String exclusion) {
        return exclusion.equals(CHUNKED) || exclusion.equals(PACED) || exclusion.equals(SCRIPT);
    }

    private static final int DEEPEST_PARENT = 4;
    private static final int DEEPEST = 12;
    private static final int FEW = 10;
    /** What an author says at most of turns that cost something. */
    private static final int FEW_TURNS = 20;
    private static final Set<String> SINGLETONS = Set.of("singletonList", "singleton", "singletonMap");

    private final Program program;
    private final LibraryKnowledge library;
    private final Function<Module, Types> types;
    private final PageObjects pages;

    LoopHeads(Program program, LibraryKnowledge library, Function<Module, Types> types, PageObjects pages) {
        this.program = program;
        this.pages = pages;
        this.library = library;
        this.types = types;
    }

    /** The classes that a body can name. */
    Types types(LinkedBody body) {
        return types.apply(body.owner().module());
    }

    LibraryKnowledge library() {
        return library;
    }

    Program program() {
        return program;
    }

    PageObjects pages() {
        return pages;
    }

    LoopHead forEach(Statement.ForEach loop, LinkedBody body, Set<Value> iterated, ElementSource source) {
        String exclusion = exclusion(loop.iterable(), body);
        if (exclusion.isEmpty() && LoopExits.endsByLeaving(loop.body())) {
            exclusion = RETRY;
        }
        JavaType element = body.declared(loop.variable()).map(Variable::type).orElse(new JavaType.Unknown(""));
        if (exclusion.isEmpty() && (library.isChunk(element) || isKeys(element))) {
            exclusion = CHUNKED;
        }
        if (exclusion.isEmpty() && new CountedEnd(body, limit -> isFew(limit, body, FEW_TURNS, 0)).isOf(loop, null)) {
            exclusion = COUNTED;
        }
        Span span = oneLine(loop.header());
        return new LoopHead("for-each loop", body.owner().place(span), ExpressionText.of(loop.iterable()), iterated, exclusion,
                source);
    }

    /** {@code Long[]} is a chunk of keys; an array of objects is one row. */
    private static boolean isKeys(JavaType element) {
        return element instanceof JavaType.ArrayType array && (array.element() instanceof JavaType.Primitive number
                && Set.of("long", "int").contains(number.name())
                || Set.of("java.lang.Long", "java.lang.Integer", "java.util.UUID").contains(array.element().className()));
    }

    LoopHead counted(Statement statement, Expression condition, LinkedBody body, ElementSource source) {
        Statement run = dev.seqscan.program.Statements.loopBody(statement);
        boolean retry = LoopExits.endsByLeaving(run) || condition != null && LoopExits.endsByFlag(run, condition, body);
        String exclusion = retry ? RETRY : "";
        if (statement instanceof Statement.For loop && exclusion.isEmpty()) {
            exclusion = countedExclusion(loop, body);
        }
        if (exclusion.isEmpty()) {
            boolean parts = new Cutting(body, this).cutsParts(statement)
                    || new ChunkReading(body, library).isDoneBy(statement, condition);
            exclusion = parts ? CHUNKED
                    : walkedThrough(condition).map(list -> ofElements(list, body)).orElse("");
        }
        if (exclusion.isEmpty() && new CountedEnd(body, limit -> isFew(limit, body, FEW_TURNS, 0)).isOf(statement, condition)) {
            exclusion = COUNTED;
        }
        String form = statement instanceof Statement.For ? "for loop" : "while loop";
        String size = condition == null ? "turns of the loop" : sizeOf(condition);
        return new LoopHead(form, body.owner().place(oneLine(headerOf(statement))), size, Set.of(), exclusion, source);
    }

    private static String sizeOf(Expression condition) {
        if (condition instanceof Expression.Binary binary && Set.of("<", "<=", "!=").contains(binary.operator())) {
            return ExpressionText.of(binary.right());
        }
        return "turns of the loop";
    }

    Span headerOf(Statement statement) {
        if (statement instanceof Statement.For loop) {
            return loop.header();
        }
        Span whole = statement.span();
        if (statement instanceof Statement.While loop) {
            return whole.startLine() == loop.condition().span().endLine()
                    ? new Span(whole.startLine(), whole.startColumn(), whole.startLine(), loop.condition().span().endColumn() + 1)
                    : loop.condition().span();
        }
        return ((Statement.DoWhile) statement).condition().span();
    }

    static Span oneLine(Span span) {
        return span.startLine() == span.endLine() ? span
                : new Span(span.startLine(), span.startColumn(), span.startLine(), span.startColumn() + 3);
    }

    /** A step other than one goes from chunk to chunk; a constant bound is no number that grows. */
    private String countedExclusion(Statement.For loop, LinkedBody body) {
        for (Expression update : loop.update()) {
            if (update instanceof Expression.Assign step && Set.of("+=", "-=").contains(step.operator())
                    && !(step.value() instanceof Expression.Literal one && Long.valueOf(1).equals(one.value()))) {
                return CHUNKED;
            }
        }
        if (loop.condition() instanceof Expression.Binary bound && Set.of("<", "<=", ">", ">=", "!=").contains(bound.operator())
                && isNumber(bound.right(), body, 0) && startsAtConstant(loop, body)) {
            return CONSTANT;
        }
        boolean capped = loop.condition() instanceof Expression.Binary bound && Set.of("<", "<=").contains(bound.operator())
                && isCapped(bound.right(), body) && startsAtConstant(loop, body);
        return capped ? COUNTED : "";
    }

    /** {@code Math.min(MOST, ids.size())}. */
    private boolean isCapped(Expression bound, LinkedBody body) {
        if (bound instanceof Expression.Name name) {
            return body.variable(name).filter(each -> each.assigned().size() == 1)
                    .filter(each -> each.assigned().get(0) instanceof Expression.Call call && isCapped(call, body)).isPresent();
        }
        return bound instanceof Expression.Call call && call.name().equals("min") && call.arguments().size() == 2
                && body.target(call).filter(target -> target.owner().equals("java.lang.Math")).isPresent()
                && call.arguments().stream().anyMatch(each -> isFew(each, body, FEW_TURNS, 0));
    }

    /** The list, array or iterator at whose end a loop ends: {@code i < lines.size()}, {@code each.hasNext()}. */
    private static Optional<Expression> walkedThrough(Expression condition) {
        if (condition instanceof Expression.Binary bound && Set.of("<", "<=", "!=").contains(bound.operator())) {
            return bound.right() instanceof Expression.Select length && length.name().equals("length")
                    ? Optional.of(length.target()) : receiver(bound.right(), "size");
        }
        return receiver(condition, "hasNext");
    }

    private static Optional<Expression> receiver(Expression call, String method) {
        return call instanceof Expression.Call asked && asked.name().equals(method) && asked.arguments().isEmpty()
                ? Optional.ofNullable(asked.target()) : Optional.empty();
    }

    private String ofElements(Expression list, LinkedBody body) {
        String exclusion = exclusion(list, body);
        return exclusion.isEmpty() && isChunked(body.type(list)) ? CHUNKED : exclusion;
    }

    private boolean isChunked(JavaType list) {
        if (list instanceof JavaType.ArrayType array) {
            return library.isChunk(array.element()) || isKeys(array.element());
        }
        return list instanceof JavaType.ClassType named && named.arguments().size() == 1 && library.isContainer(list)
                && (library.isChunk(named.arguments().get(0)) || isKeys(named.arguments().get(0)));
    }

    private boolean startsAtConstant(Statement.For loop, LinkedBody body) {
        return loop.init().stream().allMatch(each -> !(each instanceof Statement.Local local)
                || local.initializer() == null || isNumber(local.initializer(), body, 0));
    }

    private boolean isNumber(Expression expression, LinkedBody body, int depth) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value() instanceof Number;
        }
        return depth < 4 && constantField(expression, body).map(value -> isNumber(value, body, depth + 1)).orElse(false);
    }

    private boolean isFew(Expression expression, LinkedBody body, int most, int depth) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value() instanceof Number number && number.longValue() <= most;
        }
        return depth < 4 && constantField(expression, body).map(value -> isFew(value, body, most, depth + 1)).orElse(false);
    }

    /** Why functions given to a call, as to a stage of a stream, run over nothing that matters; empty where they do. */
    String exclusionOfFunctions(Expression call, LinkedBody body) {
        boolean stage = call instanceof Expression.Call called && called.target() != null
                && library.isContainer(body.type(called.target()));
        return exclusion(stage ? ((Expression.Call) call).target() : call, body);
    }

    /** Why a loop over an expression does not count; empty where it does. */
    String exclusion(Expression iterable, LinkedBody body) {
        return exclusion(iterable, body, 0);
    }

    private String exclusion(Expression iterable, LinkedBody body, int depth) {
        if (depth > DEEPEST || iterable == null) {
            return "";
        }
        if (depth == 0 && holdsPartsOfProgram(body.type(iterable), body)) {
            return CONSTANT;
        }
        if (iterable instanceof Expression.NewArray array) {
            return array.elements() == null ? "" : CONSTANT;
        }
        if (iterable instanceof Expression.Call call) {
            return ofCall(call, body, depth);
        }
        if (iterable instanceof Expression.Name name && body.variable(name).isPresent()) {
            Variable variable = body.variable(name).get();
            return variable.assigned().size() == 1 && variable.kind() == Variable.Kind.LOCAL
                    ? exclusion(variable.assigned().get(0), body, depth + 1) : "";
        }
        if (iterable instanceof Expression.Cast cast) {
            return exclusion(cast.operand(), body, depth + 1);
        }
        return constantField(iterable, body).map(value -> exclusion(value, body, depth + 1)).orElse("");
    }

    private String ofCall(Expression.Call call, LinkedBody body, int depth) {
        Optional<CallTarget> target = body.target(call);
        if (target.isEmpty()) {
            return ofField(call, body, depth);
        }
        if (library.chunks(target.get())) {
            return CHUNKED;
        }
        if (library.givesComponents(target.get())) {
            return CONSTANT;
        }
        if (library.said(target.get()).filter(UserMethod::givesFew).isPresent()) {
            return BOUNDED;
        }
        if (call.name().equals("values") && call.arguments().isEmpty() && isEnum(target.get().owner(), body)
                || call.name().equals("getEnumConstants") || isOfEnum(target.get(), body)) {
            return CONSTANT;
        }
        if (SINGLETONS.contains(call.name()) && target.get().owner().equals("java.util.Collections")) {
            return SINGLE;
        }
        if (library.lists(target.get().owner(), target.get().name())) {
            return listed(call, body);
        }
        if (target.get().isStatic() && call.name().startsWith("range") && target.get().owner().startsWith("java.util.stream.")) {
            return call.arguments().stream().allMatch(each -> isNumber(each, body, 0)) ? CONSTANT : "";
        }
        if (call.name().equals("limit") && call.arguments().size() == 1 && isFew(call.arguments().get(0), body, FEW, 0)) {
            return CONSTANT;
        }
        boolean wraps = target.get().isStatic() && call.arguments().size() == 1 && library.isContainer(target.get().returns());
        if (wraps && program.declared(target.get().owner(), body.owner().module()).isEmpty()) {
            return exclusion(call.arguments().get(0), body, depth + 1);
        }
        boolean follows = !target.get().isStatic() && call.target() != null && library.isContainer(target.get().receiver())
                && !library.flattens(call.name());
        return follows ? exclusion(call.target(), body, depth + 1) : "";
    }

    /** What a value of an enumeration holds is written down with it. */
    boolean isOfEnum(CallTarget target, LinkedBody body) {
        return target.parameters().isEmpty() && library.isContainer(target.returns()) && isEnum(target.owner(), body);
    }

    /** A call in the initialiser of a field, which is linked elsewhere: {@code List.of(..)}, or one that wraps such a call. */
    private String ofField(Expression.Call call, LinkedBody body, int depth) {
        String owner = call.target() instanceof Expression.Name name ? body.owner().resolveClass(name.name()).orElse("") : "";
        if (library.lists(owner, call.name())) {
            return call.arguments().size() == 1 ? "" : CONSTANT;
        }
        boolean library = owner.startsWith("java.util.") || owner.startsWith("com.google.common.");
        boolean wraps = library && call.arguments().size() == 1;
        return wraps ? exclusion(call.arguments().get(0), body, depth + 1) : "";
    }

    /** {@code List.of(a, b)} is constant, {@code List.of(array)} is what the array is. */
    private String listed(Expression.Call call, LinkedBody body) {
        if (call.arguments().size() == 1) {
            JavaType only = body.type(call.arguments().get(0));
            if (only instanceof JavaType.ArrayType) {
                return exclusion(call.arguments().get(0), body, 1);
            }
            return library.isContainer(only) ? "" : SINGLE;
        }
        return CONSTANT;
    }

    /** There are no more values of an enumeration, classes and mappings than are written down. */
    private boolean holdsPartsOfProgram(JavaType type, LinkedBody body) {
        if (type instanceof JavaType.ArrayType array) {
            return library.isPartOfProgram(array.element().className()) || isEnum(array.element().className(), body);
        }
        if (!(type instanceof JavaType.ClassType named) || !library.isContainer(type)) {
            return false;
        }
        String element = named.arguments().isEmpty() ? "" : named.arguments().get(named.arguments().size() - 1).className();
        boolean key = !named.arguments().isEmpty() && library.isPartOfProgram(named.arguments().get(0).className());
        return key || !element.isEmpty() && (library.isPartOfProgram(element) || named.arguments().size() == 1 && isEnum(element, body));
    }

    boolean isEnum(String className, LinkedBody body) {
        return program.declared(className, body.owner().module())
                .map(each -> each.declaration().kind() == dev.seqscan.source.code.TypeDeclaration.Kind.ENUM)
                .orElseGet(() -> program.libraries().find(className)
                        .map(shape -> shape.kind() == dev.seqscan.program.ClassShape.Kind.ENUM).orElse(false));
    }

    /** The initialiser of a static final field that a name or {@code Type.NAME} means. */
    private Optional<Expression> constantField(Expression expression, LinkedBody body) {
        if (expression instanceof Expression.Name name && body.variable(name).isEmpty()) {
            for (DeclaredClass type = body.owner(); type != null; type = type.outer().orElse(null)) {
                Optional<Expression> found = constantOf(type, name.name(), DEEPEST_PARENT);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        if (expression instanceof Expression.Select select && select.target() instanceof Expression.Name owner) {
            return body.owner().resolveClass(owner.name()).flatMap(each -> program.declared(each, body.owner().module()))
                    .flatMap(type -> constantOf(type, select.name(), DEEPEST_PARENT));
        }
        return Optional.empty();
    }

    /** Of a class, or of what is above it; the fields of an interface are constants without being called so. */
    private Optional<Expression> constantOf(DeclaredClass type, String name, int levels) {
        Optional<FieldDeclaration> own = type.declaration().fields().stream()
                .filter(field -> field.name().equals(name) && field.role() == FieldDeclaration.Role.FIELD).findFirst();
        if (own.isPresent()) {
            return own.filter(field -> type.declaration().isInterface()
                    || field.modifiers().containsAll(List.of(Modifier.STATIC, Modifier.FINAL))).map(FieldDeclaration::initializer);
        }
        Stream<TypeName> above = Stream.concat(type.declaration().extended().stream(), type.declaration().implemented().stream());
        return levels == 0 ? Optional.empty() : above.map(type::resolve).map(JavaType::className)
                .flatMap(each -> program.declared(each, type.module()).stream())
                .flatMap(each -> constantOf(each, name, levels - 1).stream()).findFirst();
    }
}
