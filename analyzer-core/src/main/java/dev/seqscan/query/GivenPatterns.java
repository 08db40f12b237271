package dev.seqscan.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The patterns that a call gives to the LIKEs of a statement: where the text of a value begins or ends with a wildcard, the
 * statement is read as if that stood in it, {@code name like concat('%', :name)}.
 */
public final class GivenPatterns {

    private static final Pattern LIKE = Pattern.compile(
            "(?i)\\blike\\s+(:(?<name>\\w+)|\\?(?<number>\\d*)|#\\{\\s*(?<field>[\\w.]+)[^}]*\\})(?![\\w%.|{])");

    private final Function<String, Optional<Text>> values;
    private int seen;
    private boolean counts = true;

    private GivenPatterns(Function<String, Optional<Text>> values) {
        this.values = values;
    }

    /**
     * The text with what is known of its patterns.
     *
     * @param values what a parameter is given, by its name or by its number from 1 on
     */
    public static Text in(Text text, Function<String, Optional<Text>> values) {
        boolean has = text.parts().stream().anyMatch(each -> LIKE.matcher(each.text()).find());
        GivenPatterns patterns = new GivenPatterns(values);
        return !has ? text : new Text(text.parts().stream().map(patterns::part).toList());
    }

    private Text.Part part(Text.Part part) {
        StringBuilder changed = new StringBuilder();
        Matcher like = LIKE.matcher(part.text());
        int end = 0;
        while (like.find()) {
            count(part.text().substring(end, like.start()));
            changed.append(part.text(), end, like.start()).append(written(like));
            end = like.end();
        }
        count(part.text().substring(end));
        counts &= part.knowledge() != Text.Knowledge.HOLE && !part.optional();
        return new Text.Part(changed.append(part.text().substring(end)).toString(), part.optional(), part.knowledge());
    }

    private String written(Matcher like) {
        String parameter = like.group(1);
        String pattern = parameter(like).flatMap(values).map(LikeValue::sql).orElse("?");
        return !pattern.startsWith("concat(") ? like.group() : "like " + pattern.replace("?", parameter);
    }

    /** A question mark alone is known by its place, as long as all before it is known. */
    private Optional<String> parameter(Matcher like) {
        if (like.group("number") == null) {
            return Optional.of(like.group("name") == null ? like.group("field") : like.group("name"));
        }
        seen++;
        return !like.group("number").isEmpty() ? Optional.of(like.group("number"))
                : counts ? Optional.of(String.valueOf(seen)) : Optional.empty();
    }

    private void count(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '\'';
            seen += text.charAt(i) == '?' && !quoted ? 1 : 0;
        }
        counts &= !quoted;
    }

    /** How many question marks stand in a text outside of quotes. */
    static int places(Text text) {
        GivenPatterns patterns = new GivenPatterns(each -> Optional.empty());
        List<Text.Part> known = text.parts().stream().filter(each -> each.knowledge() != Text.Knowledge.HOLE).toList();
        known.forEach(each -> patterns.count(each.text()));
        return patterns.seen;
    }

    /** The values of a call's last arguments, as many as the text has question marks. */
    public static Text inOrder(Text text, CallSite call, QueryContext context) {
        int places = places(text);
        int first = call.arguments().size() - places;
        boolean listed = text.parts().stream().noneMatch(Text.Part::optional) && first > 0;
        return !listed ? text : in(text, number -> {
            int at = first + Integer.parseInt(number) - 1;
            return at >= call.arguments().size() ? Optional.empty()
                    : Optional.of(Texts.text(call.arguments().get(at), call.body(), context.program()));
        });
    }
}
