package dev.seqscan.source.template;

import dev.seqscan.source.code.Expression;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which fragment is included: {@code ~{orders/row :: row}} (Using Thymeleaf 3.1, section 8.1).
 *
 * @param template the name of its template; empty for the one that includes it
 * @param fragment empty for the whole template
 */
public record FragmentName(String template, String fragment) {

    private static final Pattern FORM = Pattern.compile("([\\w/.-]*)(?:\\s*::\\s*([\\w-]+))?");
    private static final String MARK = "~{";

    /** Reads what stands between the braces, without arguments; empty where it is computed or selects by other means. */
    static Optional<FragmentName> of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches() || text.isBlank()) {
            return Optional.empty();
        }
        String template = matcher.group(1).equals("this") ? "" : matcher.group(1).replaceAll("^/", "");
        return Optional.of(new FragmentName(template, matcher.group(2) == null ? "" : matcher.group(2)));
    }

    /** The name of the call that stands for including it. */
    String callName() {
        return MARK + template + " :: " + fragment + "}";
    }

    /** The fragment that a call of a template stands for; empty for other calls. */
    public static Optional<FragmentName> of(Expression.Call call) {
        if (call.target() != null || !call.name().startsWith(MARK)) {
            return Optional.empty();
        }
        int parts = call.name().indexOf(" :: ");
        return Optional.of(new FragmentName(call.name().substring(MARK.length(), parts),
                call.name().substring(parts + 4, call.name().length() - 1)));
    }
}
