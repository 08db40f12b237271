package dev.seqscan.query;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The patterns that a call gives to the LIKEs of a statement: where the text of a value begins or ends with a wildcard, the
 * statement is read as if that stood in it, {@code name like concat('%', :name)}.
 */
public final class GivenPatterns {

    private static final Pattern LIKE = Pattern.compile("(?i)\\blike\\s+" + Placeholders.PARAMETER);

    private GivenPatterns() {
    }

    /**
     * The text with what is known of its patterns.
     *
     * @param values what a parameter is given, by its name or by its number from 1 on
     */
    public static Text in(Text text, Function<String, Optional<Text>> values) {
        return Placeholders.written(text, LIKE, (parameter, place) -> values.apply(parameter).map(LikeValue::sql)
                .filter(pattern -> pattern.startsWith("concat(")).map(pattern -> "like " + pattern.replace("?", place.group(1))));
    }

    /** The values of a call's last arguments, as many as the text has question marks. */
    public static Text inOrder(Text text, CallSite call, QueryContext context) {
        int first = call.arguments().size() - Placeholders.places(text);
        boolean listed = text.parts().stream().noneMatch(Text.Part::optional) && first > 0;
        return !listed ? text : in(text, number -> {
            int at = first + Integer.parseInt(number) - 1;
            return at >= call.arguments().size() ? Optional.empty()
                    : Optional.of(Texts.text(call.arguments().get(at), call.body(), context.program()));
        });
    }
}
