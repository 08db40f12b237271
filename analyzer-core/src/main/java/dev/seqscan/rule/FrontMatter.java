package dev.seqscan.rule;

import dev.seqscan.finding.Level;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lines between two lines of {@code ---} at the top of a rule's page: {@code key: value} each, and after
 * {@code options:} the options, indented, each with type, default and meaning:
 * {@code wide: number, 16, from how many columns on}. No more of YAML than that.
 */
final class FrontMatter {

    private static final String FENCE = "---";
    private static final Set<String> KEYS = Set.of("level", "since", "status", "tags", "after", "options");
    private static final List<String> STATUSES = List.of("preview", "stable");

    private final String page;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> lineOf = new LinkedHashMap<>();
    private final Map<String, RuleOption> options = new LinkedHashMap<>();
    private int end;

    private FrontMatter(String page) {
        this.page = page;
    }

    static FrontMatter read(String page, List<String> lines) {
        FrontMatter matter = new FrontMatter(page);
        if (lines.isEmpty() || !lines.get(0).stripTrailing().equals(FENCE)) {
            throw new RulePageException(page, 1, "the page must start with ---");
        }
        int line = 1;
        while (line < lines.size() && !lines.get(line).stripTrailing().equals(FENCE)) {
            line++;
            matter.readLine(lines.get(line - 1), line);
        }
        if (line == lines.size()) {
            throw new RulePageException(page, line, "the front matter does not end with ---");
        }
        matter.end = line + 1;
        return matter;
    }

    /** The number of the line that ends the front matter. */
    int end() {
        return end;
    }

    Level level() {
        String level = required("level");
        return Arrays.stream(Level.values()).filter(each -> each.id().equals(level)).findFirst().orElseThrow(() ->
                fault("level", "is one of " + Arrays.stream(Level.values()).map(Level::id).collect(Collectors.joining(", "))));
    }

    String since() {
        return required("since");
    }

    String status() {
        String status = required("status");
        if (!STATUSES.contains(status)) {
            throw fault("status", "is one of " + String.join(", ", STATUSES));
        }
        return status;
    }

    List<String> tags() {
        required("tags");
        return list("tags", "[fetching]");
    }

    /** The rules that speak first of a column; none where nothing is said. */
    List<String> after() {
        return values.containsKey("after") ? list("after", "[unindexed-filter]") : List.of();
    }

    private List<String> list(String key, String example) {
        String list = values.get(key);
        if (!list.startsWith("[") || !list.endsWith("]")) {
            throw fault(key, "is a list, as " + example);
        }
        return Arrays.stream(list.substring(1, list.length() - 1).split(",")).map(String::strip)
                .filter(tag -> !tag.isEmpty()).toList();
    }

    /** The options by name, in the order of the page. */
    Map<String, RuleOption> options() {
        return options;
    }

    private void readLine(String text, int line) {
        int colon = text.indexOf(':');
        if (text.isBlank()) {
            return;
        }
        if (colon < 0) {
            throw new RulePageException(page, line, "write key: value");
        }
        String key = text.substring(0, colon).strip();
        String value = text.substring(colon + 1).strip();
        boolean option = Character.isWhitespace(text.charAt(0)) && values.containsKey("options");
        if (!option && !KEYS.contains(key)) {
            throw new RulePageException(page, line, "unknown key " + key);
        }
        if ((option ? options.putIfAbsent(key, option(key, value, line)) : values.putIfAbsent(key, value)) != null) {
            throw new RulePageException(page, line, "a second " + key);
        }
        lineOf.put(key, line);
    }

    private RuleOption option(String name, String text, int line) {
        String[] parts = text.split("\\s*,\\s*", 3);
        List<RuleOption.Type> types = Arrays.stream(RuleOption.Type.values()).filter(each -> each.id().equals(parts[0])).toList();
        if (parts.length < 3 || types.isEmpty() || parts[2].isBlank()) {
            throw new RulePageException(page, line, "an option is written as name: number, 16, what it means; types are "
                    + Arrays.stream(RuleOption.Type.values()).map(RuleOption.Type::id).collect(Collectors.joining(", ")));
        }
        RuleOption option = new RuleOption(name, types.get(0), parts[1], parts[2]);
        option.fault(parts[1]).ifPresent(fault -> {
            throw new RulePageException(page, line, "the default of " + fault);
        });
        return option;
    }

    private String required(String key) {
        String value = values.getOrDefault(key, "");
        if (value.isEmpty()) {
            throw fault(key, "is missing");
        }
        return value;
    }

    private RulePageException fault(String key, String reason) {
        return new RulePageException(page, lineOf.getOrDefault(key, 1), key + " " + reason);
    }
}
