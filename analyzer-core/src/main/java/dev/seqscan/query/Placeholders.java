package dev.seqscan.query;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through the parameters of a text, by their names or by their numbers, and writes some of them in another way. */
final class Placeholders {

    /** One parameter, in the first group of a pattern that begins with it. */
    static final String PARAMETER =
            "(:(?<name>\\w+)|\\?(?<number>\\d*)|#\\{\\s*(?<field>[\\w.]+)[^}]*\\})(?![\\w%.|{])";

    private final Pattern wanted;
    private final BiFunction<String, Matcher, Optional<String>> written;
    private int seen;
    private boolean counts = true;

    private Placeholders(Pattern wanted, BiFunction<String, Matcher, Optional<String>> written) {
        this.wanted = wanted;
        this.written = written;
    }

    /**
     * The text with what is known.
     *
     * @param wanted a pattern that ends with {@link #PARAMETER}
     * @param written what is written in the place of such a part for a parameter; empty where it stays
     */
    static Text written(Text text, Pattern wanted, BiFunction<String, Matcher, Optional<String>> written) {
        boolean has = text.parts().stream().anyMatch(each -> wanted.matcher(each.text()).find());
        Placeholders places = new Placeholders(wanted, written);
        return !has ? text : new Text(text.parts().stream().map(places::part).toList());
    }

    private Text.Part part(Text.Part part) {
        StringBuilder changed = new StringBuilder();
        Matcher found = wanted.matcher(part.text());
        int end = 0;
        while (found.find()) {
            count(part.text().substring(end, found.start()));
            changed.append(part.text(), end, found.start())
                    .append(parameter(found).flatMap(each -> written.apply(each, found)).orElse(found.group()));
            end = found.end();
        }
        count(part.text().substring(end));
        counts &= part.knowledge() != Text.Knowledge.HOLE && !part.optional();
        return new Text.Part(changed.append(part.text().substring(end)).toString(), part.optional(), part.knowledge());
    }

    /** A question mark alone is known by its place, as long as all before it is known. */
    private Optional<String> parameter(Matcher found) {
        if (found.group("number") == null) {
            return Optional.of(found.group("name") == null ? found.group("field") : found.group("name"));
        }
        seen++;
        return !found.group("number").isEmpty() ? Optional.of(found.group("number"))
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
        Placeholders places = new Placeholders(Pattern.compile(PARAMETER), (parameter, place) -> Optional.empty());
        List<Text.Part> known = text.parts().stream().filter(each -> each.knowledge() != Text.Knowledge.HOLE).toList();
        known.forEach(each -> places.count(each.text()));
        return places.seen;
    }
}
