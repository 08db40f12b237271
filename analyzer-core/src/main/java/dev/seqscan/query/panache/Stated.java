package dev.seqscan.query.panache;

import dev.seqscan.entity.Entity;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.Text;
import dev.seqscan.query.TextShapes;
import dev.seqscan.query.Texts;
import dev.seqscan.query.jpa.NamedQueries;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A statement with the arguments of the call that states it, {@code find("status", Sort.by("name"), status)}.
 *
 * @param place where the text stands
 */
record Stated(String text, QueryShape shape, Place place) {

    private static final int DEEPEST = 20;

    /** Reads the arguments of a call; the method's name says what it means. */
    static Stated of(Expression.Call call, CodePlace place, Optional<Entity> entity, QueryContext context) {
        List<Expression> arguments = new ArrayList<>(call.arguments());
        Text order = Text.EMPTY;
        for (Expression each : List.copyOf(arguments)) {
            Optional<Text> sorted = sort(each, place, context, 0);
            if (sorted.isPresent()) {
                order = sorted.get();
                arguments.remove(each);
            }
        }
        boolean whole = arguments.isEmpty() || call.name().endsWith("All");
        Text given = whole ? Text.EMPTY : Texts.text(arguments.get(0), place, context.program());
        Place where = place.owner().place(whole ? call.nameSpan() : arguments.get(0).span());
        Optional<NamedQueries.NamedQuery> named = given.constant().map(String::strip).filter(each -> each.startsWith("#"))
                .flatMap(each -> named(each.substring(1), entity, context));
        if (named.isPresent()) {
            given = named.get().text();
            where = named.get().place();
        }
        Text text = written(call.name(), new SimplifiedQuery(name(entity), values(arguments)), given);
        QueryShape shape = entity.isPresent() ? TextShapes.jpql(text.plus(order), context)
                : QueryShape.unknown("the entity is not known");
        return new Stated(text.plus(order).full(), shape, where);
    }

    /** A query is named alone or with the name of its entity in front (Quarkus guide, "Named queries"). */
    private static Optional<NamedQueries.NamedQuery> named(String name, Optional<Entity> entity, QueryContext context) {
        return entity.flatMap(each -> NamedQueries.find(each.name() + "." + name, context))
                .or(() -> NamedQueries.find(name, context));
    }

    private static String name(Optional<Entity> entity) {
        return entity.map(Entity::className).orElse(Text.HOLE);
    }

    private static Text written(String method, SimplifiedQuery simplified, Text given) {
        return switch (method) {
            case "count" -> simplified.count(given);
            case "delete", "deleteAll" -> simplified.delete(given);
            case "update" -> simplified.update(given);
            default -> simplified.find(given);
        };
    }

    /** How many values stand behind the text; parameters in a map or the like are as many as there are names. */
    private static int values(List<Expression> arguments) {
        return arguments.size() - 1;
    }

    /** {@code Sort.by("status").and("name", Direction.Descending)} as HQL; empty for all else. */
    private static Optional<Text> sort(Expression expression, CodePlace place, QueryContext context, int depth) {
        if (expression instanceof Expression.Name name && depth < DEEPEST) {
            return place.variable(name).filter(each -> each.values().size() == 1 || each.type().simpleName().equals("Sort"))
                    .map(each -> each.values().size() != 1 ? Text.of(" order by ").plus(Text.hole())
                            : sort(each.values().get(0), place, context, depth + 1).orElse(null));
        }
        List<Expression.Call> chain = new ArrayList<>();
        Expression current = expression;
        while (current instanceof Expression.Call call) {
            chain.add(0, call);
            current = call.target();
        }
        String root = current instanceof Expression.Select qualified ? qualified.name()
                : current instanceof Expression.Name name ? name.name() : "";
        boolean isSort = root.equals("Sort") && !chain.isEmpty();
        return isSort ? Optional.of(keys(chain, place, context)) : Optional.empty();
    }

    private static Text keys(List<Expression.Call> chain, CodePlace place, QueryContext context) {
        List<String> keys = new ArrayList<>();
        boolean descending = false;
        for (Expression.Call call : chain) {
            boolean all = call.arguments().isEmpty();
            descending |= all && call.name().equals("descending");
            boolean each = call.name().equals("descending") || call.arguments().size() > 1
                    && isDescending(call.arguments().get(1));
            call.arguments().stream().map(argument -> Texts.text(argument, place, context.program()).constant())
                    .filter(key -> key.filter(name -> name.matches("[\\w.]+")).isPresent())
                    .forEach(key -> keys.add(key.get() + (each && !all ? " desc" : "")));
        }
        String direction = descending ? " desc" : "";
        Text unknown = Text.of(" order by ").plus(Text.hole());
        return chain.get(0).name().equals("empty") ? Text.EMPTY : keys.isEmpty() ? unknown
                : Text.of(" order by " + keys.stream().map(key -> key + direction).collect(Collectors.joining(", ")));
    }

    private static boolean isDescending(Expression expression) {
        return expression instanceof Expression.Select select && select.name().equals("Descending")
                || expression instanceof Expression.Name name && name.name().equals("Descending");
    }
}
