package dev.seqscan.query;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The texts that calls return: methods of strings and builders, and short methods of the program. */
final class TextCalls {

    private static final Set<String> SAME = Set.of("toString", "trim", "strip", "stripIndent", "stripLeading",
            "stripTrailing", "intern", "stripMargin", "translateEscapes");
    private static final Set<String> BUILDERS = Set.of("StringBuilder", "StringBuffer", "String");
    private static final int MAX_CALLS = 3;

    private final TextReader reader;
    private final MadeObjects objects;

    TextCalls(TextReader reader) {
        this.reader = reader;
        this.objects = new MadeObjects(reader.program());
    }

    Text read(Expression expression, TextReader.Scope scope) {
        if (expression instanceof Expression.New creation) {
            return creation(creation, scope);
        }
        Expression.Call call = (Expression.Call) expression;
        if (call.target() instanceof Expression.Name name && ofType(name.name(), call)) {
            return ofType(name.name(), call, scope);
        }
        Optional<DeclaredClass> owner = ownerOf(call, scope);
        return owner.isPresent() ? ownMethod(call, owner.get(), false, scope) : ofString(call, scope);
    }

    private Text creation(Expression.New creation, TextReader.Scope scope) {
        if (!BUILDERS.contains(creation.type().simpleName()) || creation.arguments().size() > 1) {
            return Text.hole();
        }
        boolean isCapacity = creation.arguments().stream().anyMatch(TextCalls::isNumber);
        return creation.arguments().isEmpty() || isCapacity ? Text.EMPTY
                : reader.read(creation.arguments().get(0), scope);
    }

    private static boolean isNumber(Expression argument) {
        return argument instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.INT
                || argument instanceof Expression.Binary binary && !binary.operator().equals("+");
    }

    private static boolean ofType(String type, Expression.Call call) {
        return switch (type) {
            case "String" -> Set.of("format", "join", "valueOf", "copyValueOf").contains(call.name());
            case "Objects" -> Set.of("requireNonNull", "toString").contains(call.name());
            case "Integer", "Long" -> Set.of("toString", "valueOf").contains(call.name());
            default -> false;
        };
    }

    private Text ofType(String type, Expression.Call call, TextReader.Scope scope) {
        if (call.arguments().isEmpty()) {
            return Text.hole();
        }
        if (!type.equals("String") || call.name().equals("valueOf") || call.name().equals("copyValueOf")) {
            return reader.read(call.arguments().get(0), scope);
        }
        return call.name().equals("join") ? join(call, scope) : format(call, scope);
    }

    private Text format(Expression.Call call, TextReader.Scope scope) {
        List<Text> texts = all(call.arguments(), scope);
        boolean withLocale = call.arguments().size() > 1 && texts.get(0).constant().isEmpty()
                && texts.get(1).constant().isPresent();
        int format = withLocale ? 1 : 0;
        return FormatText.format(texts.get(format), texts.subList(format + 1, texts.size()));
    }

    private Text join(Expression.Call call, TextReader.Scope scope) {
        Text separator = reader.read(call.arguments().get(0), scope);
        List<Expression> elements = elements(call.arguments().subList(1, call.arguments().size()));
        Text joined = Text.EMPTY;
        for (int i = 0; i < elements.size(); i++) {
            joined = i == 0 ? joined : joined.plus(separator);
            joined = joined.plus(reader.read(elements.get(i), scope));
        }
        return joined;
    }

    /** {@code List.of("a", "b")} and its like instead of single elements. */
    private static List<Expression> elements(List<Expression> arguments) {
        if (arguments.size() == 1 && arguments.get(0) instanceof Expression.Call call
                && call.target() instanceof Expression.Name type
                && Set.of("List.of", "Arrays.asList", "Set.of").contains(type.name() + "." + call.name())) {
            return call.arguments();
        }
        return arguments.size() == 1 && arguments.get(0) instanceof Expression.NewArray array
                && array.elements() != null ? array.elements() : arguments;
    }

    private Text ofString(Expression.Call call, TextReader.Scope scope) {
        if (SAME.contains(call.name()) && call.arguments().isEmpty()) {
            Text text = reader.read(call.target(), scope);
            boolean blankMatters = call.name().startsWith("strip") || call.name().equals("trim");
            return blankMatters ? text.constant().map(all -> Text.of(all.strip())).orElse(text) : text;
        }
        return switch (call.name()) {
            case "formatted" -> FormatText.format(reader.read(call.target(), scope), all(call.arguments(), scope));
            case "append", "concat", "insert", "replace", "setLength", "deleteCharAt", "delete" ->
                step(reader.read(call.target(), scope), call, scope, UnaryOperator.identity());
            default -> objects.classOf(call.target(), scope.owner(), scope.method())
                    .map(made -> ownMethod(call, made, true, scope)).orElse(Text.hole());
        };
    }

    /** What a chain of calls on a builder makes of its text; {@code presence} marks what may be missing or different. */
    Text change(Text start, Expression.Call chain, TextReader.Scope scope, UnaryOperator<Text> presence) {
        List<Expression.Call> calls = new ArrayList<>();
        Expression current = chain;
        while (current instanceof Expression.Call call) {
            calls.add(0, call);
            current = call.target();
        }
        Text text = start;
        for (Expression.Call call : calls) {
            text = step(text, call, scope, presence);
        }
        return text;
    }

    private Text step(Text text, Expression.Call call, TextReader.Scope scope, UnaryOperator<Text> presence) {
        List<Expression> arguments = call.arguments();
        return switch (call.name()) {
            case "append", "concat" -> arguments.size() == 1
                    ? text.plus(presence.apply(reader.read(arguments.get(0), scope)))
                    : text.plus(presence.apply(Text.hole()));
            case "insert" -> arguments.size() == 2 && reader.read(arguments.get(0), scope).full().equals("0")
                    ? presence.apply(reader.read(arguments.get(1), scope)).plus(text) : Text.hole();
            case "replace" -> arguments.size() == 2 ? replace(text, all(arguments, scope)) : Text.hole();
            case "setLength" -> reader.read(arguments.get(0), scope).full().equals("0") ? Text.EMPTY : text;
            case "reverse", "setCharAt", "appendCodePoint" -> Text.hole();
            default -> text;
        };
    }

    private static Text replace(Text text, List<Text> arguments) {
        Optional<String> search = arguments.get(0).constant().filter(each -> !each.isEmpty());
        if (search.isEmpty()) {
            return Text.hole();
        }
        Text replaced = Text.EMPTY;
        for (Text.Part part : text.parts()) {
            String[] pieces = part.knowledge() == Text.Knowledge.HOLE ? new String[] {part.text()}
                    : part.text().split(java.util.regex.Pattern.quote(search.get()), -1);
            for (int i = 0; i < pieces.length; i++) {
                Text piece = pieces[i].isEmpty() ? Text.EMPTY
                        : new Text(List.of(new Text.Part(pieces[i], part.optional(), part.knowledge())));
                replaced = i == 0 ? replaced : replaced.plus(part.optional() ? arguments.get(1).optionally() : arguments.get(1));
                replaced = replaced.plus(piece);
            }
        }
        return replaced;
    }

    private List<Text> all(List<Expression> arguments, TextReader.Scope scope) {
        return arguments.stream().map(each -> reader.read(each, scope)).toList();
    }

    /** The class of the program on which a call is made by its name, or the own one. */
    private Optional<DeclaredClass> ownerOf(Expression.Call call, TextReader.Scope scope) {
        if (call.target() == null || call.target() instanceof Expression.This) {
            return Optional.of(scope.owner());
        }
        return qualifiedName(call.target()).flatMap(scope.owner()::resolveClass)
                .flatMap(type -> reader.program().declared(type, scope.owner().module()));
    }

    private static Optional<String> qualifiedName(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return Optional.of(name.name());
        }
        return expression instanceof Expression.Select select
                ? qualifiedName(select.target()).map(head -> head + "." + select.name()) : Optional.empty();
    }

    /**
     * A method that returns in one place only; one that can be overridden may return another text.
     *
     * @param exact whether the object is of just that class
     */
    private Text ownMethod(Expression.Call call, DeclaredClass owner, boolean exact, TextReader.Scope scope) {
        List<MethodDeclaration> candidates = owner.declaration().methods().stream()
                .filter(each -> each.name().equals(call.name()) && each.body() != null
                        && each.parameters().size() == call.arguments().size()).toList();
        if (candidates.size() != 1 || scope.depth() >= MAX_CALLS) {
            return Text.hole();
        }
        MethodDeclaration method = candidates.get(0);
        Map<String, Text> arguments = new HashMap<>();
        for (int i = 0; i < method.parameters().size(); i++) {
            arguments.put(method.parameters().get(i).name(), reader.read(call.arguments().get(i), scope));
        }
        List<Expression> values = Returns.of(method);
        if (values.size() != 1) {
            return Text.hole();
        }
        Text text = reader.read(values.get(0), new TextReader.Scope(owner, method, arguments, scope.depth() + 1));
        return exact || isFixed(method, owner) ? text : text.asVariant();
    }

    private static boolean isFixed(MethodDeclaration method, DeclaredClass owner) {
        return method.modifiers().contains(Modifier.PRIVATE) || method.modifiers().contains(Modifier.STATIC)
                || method.modifiers().contains(Modifier.FINAL)
                || owner.declaration().modifiers().contains(Modifier.FINAL);
    }
}
