package dev.seqscan.config;

import dev.seqscan.config.UserMethod.Loop;
import dev.seqscan.config.UserMethod.Rows;
import dev.seqscan.config.UserMethod.Sends;
import dev.seqscan.source.config.ConfigFile.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads two sections of {@code seqscan.yml}: below {@code methods} a pattern as {@code com.shop.Dao#load(*)} with what it does,
 * below {@code tables} a name with its size.
 */
final class UserModelReader {

    static final List<String> SECTIONS = List.of("methods", "tables");
    static final List<String> OF_METHODS = List.of("sends", "rows", "cached", "bounded", "batch", "loop");
    static final List<String> OF_TABLES = List.of("rows", "small");
    private static final Pattern METHOD =
            Pattern.compile("([\\w$]+(?:\\.[\\w$]+)*)#([\\w$]+\\*?|\\*|<init>)(?:\\(([^()]*)\\))?");

    /** What stands below one pattern or table. */
    private record Said(Entry first, Map<String, Entry> words) {
    }

    /** The model that entries say, all of which begin with one of the sections. */
    UserModel read(List<Entry> entries) {
        Map<String, Said> methods = new LinkedHashMap<>();
        Map<String, Said> tables = new LinkedHashMap<>();
        entries.forEach(entry -> add(entry, methods, tables));
        List<UserMethod> all = new ArrayList<>();
        methods.forEach((pattern, said) -> all.add(method(pattern, said)));
        Map<String, UserTable> sizes = new LinkedHashMap<>();
        tables.forEach((name, said) -> sizes.put(plain(name), table(said)));
        return new UserModel(all, sizes);
    }

    /** Keys come flat: {@code methods.com.shop.Dao#load(*).sends}. */
    private static void add(Entry entry, Map<String, Said> methods, Map<String, Said> tables) {
        int dot = entry.key().indexOf('.');
        String section = dot < 0 ? entry.key() : entry.key().substring(0, dot);
        int last = entry.key().lastIndexOf('.');
        if (dot < 0 || last == dot || section.contains("[")) {
            throw Allowed.wrong(entry, section.replaceAll("\\[.*", "") + " holds names, and below each what is said of it, as "
                    + (section.startsWith("methods") ? "com.shop.Dao#load: {sends: read}" : "orders: {rows: 5000000}"));
        }
        String word = entry.key().substring(last + 1);
        Allowed.check(word, section.equals("methods") ? OF_METHODS : OF_TABLES, entry);
        Said said = (section.equals("methods") ? methods : tables)
                .computeIfAbsent(entry.key().substring(dot + 1, last), key -> new Said(entry, new LinkedHashMap<>()));
        if (said.words().putIfAbsent(word, entry) != null) {
            throw Allowed.wrong(entry, "a second " + word);
        }
    }

    private static UserMethod method(String pattern, Said said) {
        Matcher matcher = METHOD.matcher(pattern);
        if (!matcher.matches()) {
            throw Allowed.wrong(said.first(), "\"" + pattern + "\" is no method: write class#method, as com.shop.Dao#load, "
                    + "com.shop.Dao#load(*) or com.shop.Dao#load(Long)");
        }
        return new UserMethod(matcher.group(1), matcher.group(2), parameters(matcher.group(3)),
                word(said, "sends", Sends.READ, Sends.WRITE).orElse(Sends.NOTHING_SAID), word(said, "rows", Rows.values()),
                flag(said, "cached"), number(said, "bounded").map(each -> OptionalInt.of((int) Math.min(each, Integer.MAX_VALUE)))
                        .orElse(OptionalInt.empty()),
                flag(said, "batch"), word(said, "loop", Loop.values()), said.first().place());
    }

    private static Optional<List<String>> parameters(String text) {
        if (text == null || text.strip().equals("*")) {
            return Optional.empty();
        }
        return Optional.of(text.isBlank() ? List.of() : Arrays.stream(text.split(",")).map(String::strip).toList());
    }

    /** Without the schema, and as names of tables are compared. */
    private static String plain(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replaceAll("[\"`\\[\\]]", "").toLowerCase(Locale.ROOT);
    }

    private static UserTable table(Said said) {
        return new UserTable(number(said, "rows").map(OptionalLong::of).orElse(OptionalLong.empty()), flag(said, "small"));
    }

    @SafeVarargs
    private static <E extends Enum<E>> Optional<E> word(Said said, String key, E... values) {
        Entry entry = said.words().get(key);
        if (entry == null) {
            return Optional.empty();
        }
        List<String> names = Arrays.stream(values).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
        Allowed.check(entry.value(), names, entry);
        return Optional.of(values[names.indexOf(entry.value())]);
    }

    private static boolean flag(Said said, String key) {
        Entry entry = said.words().get(key);
        if (entry != null) {
            Allowed.check(entry.value(), List.of("true", "false"), entry);
        }
        return entry != null && entry.value().equals("true");
    }

    private static Optional<Long> number(Said said, String key) {
        Entry entry = said.words().get(key);
        if (entry == null) {
            return Optional.empty();
        }
        String digits = entry.value().replace("_", "");
        if (!digits.matches("[0-9]{1,15}")) {
            throw Allowed.wrong(entry, key + " is a whole number, not \"" + entry.value() + "\"");
        }
        return Optional.of(Long.parseLong(digits));
    }
}
