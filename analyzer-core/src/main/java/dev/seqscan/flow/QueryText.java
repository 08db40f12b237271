package dev.seqscan.flow;

import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in words what is known of a statement, a fact a line. */
final class QueryText {

    private QueryText() {
    }

    static List<String> of(Query query) {
        QueryShape shape = query.shape();
        List<String> lines = new ArrayList<>();
        lines.add("sends " + query.label() + ", a " + word(query.kind()) + " statement: " + word(shape.command()) + " of "
                + rows(query) + (query.entity().isEmpty() ? "" : " of " + query.entity()));
        add(lines, "text: ", query.text().replaceAll("\\s+", " ").strip());
        add(lines, "tables: ", shape.roots().stream().map(QueryShape.Root::table).filter(each -> !each.isEmpty()).distinct()
                .collect(Collectors.joining(", ")));
        shape.predicates().forEach(each -> lines.add("filter: " + predicate(each)));
        add(lines, "loads with it: ", String.join(", ", shape.fetches()));
        if (query.paging().form() != Query.Paging.Form.NONE) {
            lines.add("asks for a page by " + word(query.paging().form()) + (query.paging().counts() ? ", and counts all rows" : ""));
        }
        if (query.cached()) {
            lines.add("asks the query cache first");
        }
        if (query.acceptsMany()) {
            lines.add("serves a whole list of arguments");
        }
        shape.unknown().forEach(each -> lines.add("not understood: " + each));
        return lines;
    }

    private static String rows(Query query) {
        return switch (query.rows()) {
            case ONE -> "one row";
            case MANY -> "any number of rows";
            case NONE -> "rows that are not given back";
        };
    }

    private static String predicate(QueryShape.Predicate each) {
        String column = each.column().isEmpty() ? "a column that is not known (" + each.path() + ")" : each.table() + "." + each.column();
        return (each.function().isEmpty() ? column : each.function() + "(" + column + ")") + " " + word(each.operator()) + " "
                + word(each.value()) + (each.optional() ? ", may be switched off" : "")
                + (each.disjunction() == 0 ? "" : ", in OR group " + each.disjunction());
    }

    private static void add(List<String> lines, String label, String text) {
        if (!text.isEmpty()) {
            lines.add(label + text);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
