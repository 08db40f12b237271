package dev.seqscan.query;

import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shapes of texts that are put together at run time. */
public final class TextShapes {

    private static final String NOTHING_KNOWN = "the text is put together at run time";
    private static final Pattern DANGLING =
            Pattern.compile("(?:\\b(?:where|and|or|having|set|order\\s+by|group\\s+by|on)|,)\\s*$", Pattern.CASE_INSENSITIVE);

    /** Longer than two words with some blanks between. */
    private static final int LONGEST_END = 60;

    private static final Pattern COMMA =
            Pattern.compile("(?:,|\\b(?:and|or)\\b)\\s*(\\)|\\bfrom\\b|\\bwhere\\b|\\border\\s+by\\b)", Pattern.CASE_INSENSITIVE);

    /** Also behind comments, and behind common table expressions. */
    private static final Pattern CHANGE = Pattern.compile("^(?:\\s|--[^\\n]*+\\n|/\\*(?:[^*]|\\*(?!/))*+\\*/)*+"
            + "(?:with\\b(?:(?!\\bselect\\b).)*?)?\\b(insert|update|delete|merge|replace|upsert)\\s",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private TextShapes() {
    }

    /** The shape of a JPQL or HQL text. */
    public static QueryShape jpql(Text text, QueryContext context) {
        return shape(text, ":" + HoleFiller.NAME, context::jpql);
    }

    /** The shape of an SQL text. */
    public static QueryShape sql(Text text, QueryContext context) {
        return shape(text, "?", context::sql);
    }

    /** The shape of as much of an SQL text as makes a statement, where optional parts of it are in each other's way. */
    public static QueryShape fittingSql(Text text, QueryContext context) {
        Text longest = new FittingParts(text, each -> !isNotParsed(parsed(
                withoutEnd(HoleFiller.fill(each, "?").text()), context::sql))).longest();
        QueryShape shape = sql(longest, context);
        return holes(longest) < holes(text) ? shape.withUnknown(QueryShape.UNREAD_CONDITIONS) : shape;
    }

    /** A hole in a part that is left out may have held conditions. */
    private static long holes(Text text) {
        return text.parts().stream().filter(each -> each.knowledge() == Text.Knowledge.HOLE).count();
    }

    /**
     * The whole text gives the shape; a predicate or sort key that is missing when the optional parts are left out is
     * optional. What a hole in the structure hides is said in {@code unknown}.
     */
    private static QueryShape shape(Text text, String parameter, Function<String, QueryShape> parser) {
        boolean startsOpen = text.parts().isEmpty() || text.parts().get(0).knowledge() == Text.Knowledge.HOLE;
        if (startsOpen) {
            return QueryShape.unknown(NOTHING_KNOWN);
        }
        HoleFiller.Filled filled = HoleFiller.fill(text, parameter);
        QueryShape shape = changing(withoutMadeUpNames(parsed(filled.text(), parser), filled.unknown()), text);
        if (!text.hasOptionalParts() || shape.predicates().isEmpty()) {
            return shape;
        }
        return shape.withPredicates(optional(shape.predicates(), mandatory(text, parameter, parser)));
    }

    private static boolean isNotParsed(QueryShape shape) {
        return shape.roots().isEmpty() && !shape.unknown().isEmpty();
    }

    /** What is not understood as a whole still says with its first word that it changes rows. */
    private static QueryShape changing(QueryShape shape, Text text) {
        Matcher change = CHANGE.matcher(text.full());
        if (shape.command() != QueryShape.Command.OTHER || !change.find()) {
            return shape;
        }
        return shape.withCommand(switch (change.group(1).toLowerCase(Locale.ROOT)) {
            case "insert", "replace", "upsert" -> QueryShape.Command.INSERT;
            case "delete" -> QueryShape.Command.DELETE;
            default -> QueryShape.Command.UPDATE;
        });
    }

    /** Code that builds lists often leaves a comma or a word too much, which it takes away again by other means. */
    private static QueryShape parsed(String text, Function<String, QueryShape> parser) {
        QueryShape shape = parser.apply(text);
        if (shape.command() != QueryShape.Command.OTHER || shape.unknown().isEmpty()) {
            return shape;
        }
        String tidy = withoutEnd(COMMA.matcher(text).replaceAll("$1"));
        QueryShape second = tidy.equals(text.strip()) ? shape : parser.apply(tidy);
        return second.command() == QueryShape.Command.OTHER ? shape : second;
    }

    private static String withoutEnd(String text) {
        String shorter = text.strip();
        for (var end = dangling(shorter); end.find(); end = dangling(shorter)) {
            shorter = shorter.substring(0, end.start()).strip();
        }
        return shorter;
    }

    /** Looks at the last words only. */
    private static Matcher dangling(String text) {
        return DANGLING.matcher(text).region(Math.max(0, text.length() - LONGEST_END), text.length())
                .useTransparentBounds(true);
    }

    /** The predicates that always hold; empty where the text without its optional parts is no statement. */
    private static Optional<List<Predicate>> mandatory(Text text, String parameter, Function<String, QueryShape> parser) {
        String shorter = withoutEnd(HoleFiller.fill(text.mandatory(), parameter).text());
        QueryShape shape = shorter.isEmpty() ? QueryShape.unknown(NOTHING_KNOWN) : parsed(shorter, parser);
        return shape.command() == QueryShape.Command.OTHER ? Optional.empty()
                : Optional.of(withoutMadeUpNames(shape, List.of()).predicates());
    }

    private static List<Predicate> optional(List<Predicate> all, Optional<List<Predicate>> mandatory) {
        List<Predicate> left = new ArrayList<>(mandatory.orElse(List.of()));
        List<Predicate> marked = new ArrayList<>(all.size());
        for (Predicate each : all) {
            Optional<Predicate> same = left.stream().filter(other -> isSame(each, other)).findFirst();
            same.ifPresent(left::remove);
            marked.add(same.isPresent() ? each : each.optionally());
        }
        return List.copyOf(marked);
    }

    private static boolean isSame(Predicate one, Predicate other) {
        return one.table().equals(other.table()) && one.column().equals(other.column())
                && one.path().equals(other.path()) && one.operator() == other.operator() && one.clause() == other.clause();
    }

    private static QueryShape withoutMadeUpNames(QueryShape shape, List<String> unknown) {
        List<QueryShape.Root> roots = shape.roots().stream().map(each -> new QueryShape.Root(known(each.entity()),
                known(each.table()), each.alias(), known(each.path()), each.subquery())).toList();
        List<Predicate> predicates = shape.predicates().stream().map(each -> each.named(known(each.table()),
                known(each.column()), known(each.path()))).toList();
        List<SortKey> order = shape.order().stream().map(each -> new SortKey(known(each.table()), known(each.column()),
                known(each.path()), each.descending())).toList();
        List<String> reasons = new ArrayList<>();
        shape.unknown().forEach(reason -> reasons.add(reason.replace(HoleFiller.NAME, Text.HOLE)));
        unknown.stream().filter(reason -> !reasons.contains(reason)).forEach(reasons::add);
        return new QueryShape(shape.command(), roots, predicates, order, shape.limit(), shape.projection(),
                shape.distinct(), shape.grouped(), shape.fetches(), List.copyOf(reasons), known(shape.yields()),
                shape.traits());
    }

    private static String known(String name) {
        return name.contains(HoleFiller.NAME) ? "" : name;
    }
}
