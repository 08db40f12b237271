package dev.seqscan.query.springdata;

import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.program.Constants;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Program;
import dev.seqscan.program.Variable;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.ColumnPath;
import dev.seqscan.query.EntityColumns;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The order that an argument asks for, as far as the code beside the call tells: {@code Sort.by("name")}, a page with such a
 * sort, or a page without one (Spring Data's reference, "Paging and Sorting").
 */
final class SortArgument {

    private static final int DEEPEST = 8;
    private static final Set<String> SORTED = Set.of("Pageable", "PageRequest", "Sort");

    /** A property by which rows are sorted. */
    private record Property(String name, boolean descending) {
    }

    private final LinkedBody body;
    private final Constants constants;

    private SortArgument(LinkedBody body, Program program) {
        this.body = body;
        this.constants = new Constants(program);
    }

    /** The sort keys that the arguments of a call add to those of its query; empty where they are not all known. */
    static Optional<List<SortKey>> of(CallSite call, Entity entity, EntityModel entities, Program program) {
        List<JavaType> parameters = call.target().parameters();
        List<SortKey> keys = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (SORTED.contains(ResultType.simpleName(parameters.get(i)))) {
                Optional<List<Property>> asked = i >= call.arguments().size() ? Optional.empty()
                        : new SortArgument(call.body(), program).read(call.arguments().get(i), 0);
                Optional<List<SortKey>> found = asked.flatMap(each -> keys(each, entity, entities));
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                keys.addAll(found.get());
            }
        }
        return Optional.of(List.copyOf(keys));
    }

    private static Optional<List<SortKey>> keys(List<Property> properties, Entity entity, EntityModel entities) {
        List<SortKey> keys = new ArrayList<>();
        for (Property each : properties) {
            Optional<ColumnPath> path = new EntityColumns(entities).resolve(entity, List.of(each.name().split("\\.")));
            if (path.isEmpty() || path.get().columns().isEmpty() || !path.get().joins().isEmpty()) {
                return Optional.empty();
            }
            path.get().columns().forEach(column ->
                    keys.add(new SortKey(path.get().table(), column, path.get().path(), each.descending())));
        }
        return Optional.of(keys);
    }

    private Optional<List<Property>> read(Expression argument, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (argument instanceof Expression.Name name) {
            return body.variable(name).filter(each -> each.kind() == Variable.Kind.LOCAL && each.assigned().size() == 1)
                    .flatMap(each -> read(each.assigned().get(0), depth + 1));
        }
        return argument instanceof Expression.Call call ? ofCall(call, depth) : Optional.empty();
    }

    private Optional<List<Property>> ofCall(Expression.Call call, int depth) {
        String owner = body.target(call).map(target -> target.owner()).orElse("");
        if (!owner.startsWith("org.springframework.data.domain.")) {
            return Optional.empty();
        }
        boolean made = body.target(call).filter(target -> target.isStatic()).isPresent();
        List<Expression> arguments = call.arguments();
        return switch (call.name()) {
            case "of" -> ofPage(arguments, depth);
            case "ofSize", "unsorted", "unpaged" -> arguments.size() > 1 ? Optional.empty() : Optional.of(List.of());
            case "by" -> made ? sort(arguments) : Optional.empty();
            case "withSort" -> arguments.size() == 1 ? read(arguments.get(0), depth + 1) : sort(arguments);
            case "and" -> both(read(call.target(), depth + 1), read(arguments.get(0), depth + 1));
            case "ascending", "descending" -> read(call.target(), depth + 1).map(each -> each.stream()
                    .map(one -> new Property(one.name(), call.name().equals("descending"))).toList());
            case "withPage", "first", "next", "previousOrFirst", "getSort", "getSortOr" -> read(call.target(), depth + 1);
            default -> Optional.empty();
        };
    }

    private Optional<List<Property>> ofPage(List<Expression> arguments, int depth) {
        return switch (arguments.size()) {
            case 2 -> Optional.of(List.of());
            case 3 -> read(arguments.get(2), depth + 1);
            default -> arguments.size() < 2 ? Optional.empty() : sort(arguments.subList(2, arguments.size()));
        };
    }

    /** A direction with properties, properties, or single orders. */
    private Optional<List<Property>> sort(List<Expression> arguments) {
        Optional<Boolean> direction = arguments.isEmpty() ? Optional.empty() : descending(arguments.get(0));
        List<Property> keys = new ArrayList<>();
        for (Expression each : arguments.subList(direction.isPresent() ? 1 : 0, arguments.size())) {
            Optional<Property> key = order(each).or(() -> text(each).map(name -> new Property(name, direction.orElse(false))));
            if (key.isEmpty()) {
                return Optional.empty();
            }
            keys.add(key.get());
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys);
    }

    /** {@code Sort.Order.desc("name")} or {@code new Sort.Order(Direction.DESC, "name")}. */
    private Optional<Property> order(Expression expression) {
        if (expression instanceof Expression.New made && made.arguments().size() == 2) {
            return descending(made.arguments().get(0)).flatMap(each -> text(made.arguments().get(1)).map(name -> new Property(name, each)));
        }
        boolean one = expression instanceof Expression.Call call && call.arguments().size() == 1
                && Set.of("asc", "desc", "by").contains(call.name());
        return !one ? Optional.empty() : text(((Expression.Call) expression).arguments().get(0))
                .map(name -> new Property(name, ((Expression.Call) expression).name().equals("desc")));
    }

    private Optional<Boolean> descending(Expression expression) {
        String name = expression instanceof Expression.Select select ? select.name()
                : expression instanceof Expression.Name simple && body.variable(simple).isEmpty() ? simple.name() : "";
        return name.equals("ASC") || name.equals("DESC") ? Optional.of(name.equals("DESC")) : Optional.empty();
    }

    private Optional<String> text(Expression expression) {
        boolean variable = expression instanceof Expression.Name name && body.variable(name).isPresent();
        return variable ? Optional.empty() : constants.value(expression, body.owner()).filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private static Optional<List<Property>> both(Optional<List<Property>> one, Optional<List<Property>> other) {
        return one.flatMap(first -> other.map(second -> {
            List<Property> all = new ArrayList<>(first);
            all.addAll(second);
            return all;
        }));
    }
}
