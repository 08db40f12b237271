package dev.seqscan.testkit;

import dev.seqscan.rule.Markdown;
import dev.seqscan.rule.RulePageException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says where in a project a fenced block belongs, from its opening line and, for Java, from its text. */
final class BlockPath {

    /** The word after the language that adds a block to every case of its page. */
    private static final String SHARED = "shared";

    private static final String JAVA = "src/main/java/";
    private static final String RESOURCES = "src/main/resources/";
    private static final String MIGRATIONS = RESOURCES + "db/migration/";
    private static final Set<String> LANGUAGES = Set.of("java", "sql", "yaml", "yml", "properties", "xml", "html");
    private static final Pattern MIGRATION = Pattern.compile("(?:[VU]\\d[^/]*|R)__[^/]*\\.sql");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)\\s*;");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:@[\\w.]+(?:\\([^)\\n]*\\))?\\s+)*"
            + "((?:(?:public|abstract|final|sealed|non-sealed|strictfp)\\s+)*)(?:class|interface|enum|record|@interface)\\s+(\\w+)");

    private final String page;
    private final Markdown.Fence fence;
    private final String language;
    private final List<String> words;

    private BlockPath(String page, Markdown.Fence fence) {
        this.page = page;
        this.fence = fence;
        List<String> info = Arrays.asList(fence.info().split("\\s+"));
        this.language = info.get(0).toLowerCase(Locale.ROOT);
        this.words = info.subList(1, info.size());
    }

    /** Whether the block is a file of a project, not a picture of a terminal or the like. */
    static boolean isFile(Markdown.Fence fence) {
        return LANGUAGES.contains(new BlockPath("", fence).language);
    }

    static boolean isShared(Markdown.Fence fence) {
        return new BlockPath("", fence).words.contains(SHARED);
    }

    /** The path in the project; the predicate tells which paths the project already has. */
    static String of(String page, Markdown.Fence fence, Predicate<String> taken) {
        BlockPath block = new BlockPath(page, fence);
        return block.name().map(block::completed).orElseGet(() -> block.madeUp(taken));
    }

    private Optional<String> name() {
        List<String> names = words.stream().filter(word -> !word.equals(SHARED)).toList();
        if (names.size() > 1) {
            throw fault("one file name after the language, not " + names);
        }
        return names.stream().findFirst();
    }

    private String completed(String name) {
        if (name.contains("/") || name.equals("pom.xml")) {
            return name;
        }
        return switch (language) {
            case "java" -> packageFolder() + name;
            case "sql" -> (MIGRATION.matcher(name).matches() ? MIGRATIONS : RESOURCES) + name;
            case "html" -> RESOURCES + "templates/" + name;
            default -> RESOURCES + name;
        };
    }

    private String madeUp(Predicate<String> taken) {
        return switch (language) {
            case "java" -> packageFolder() + typeName() + ".java";
            case "sql" -> nextMigration(taken);
            case "yaml", "yml" -> RESOURCES + "application.yml";
            case "properties" -> RESOURCES + "application.properties";
            default -> throw fault("a block of " + language + " needs a file name");
        };
    }

    private static String nextMigration(Predicate<String> taken) {
        int version = 1;
        while (taken.test(MIGRATIONS + "V" + version + "__case.sql")) {
            version++;
        }
        return MIGRATIONS + "V" + version + "__case.sql";
    }

    private String packageFolder() {
        Matcher declaration = PACKAGE.matcher(fence.text());
        return declaration.find() ? JAVA + declaration.group(1).replace('.', '/') + "/" : JAVA;
    }

    private String typeName() {
        String first = "";
        Matcher type = TYPE.matcher(fence.text());
        while (type.find()) {
            if (type.group(1).contains("public")) {
                return type.group(2);
            }
            first = first.isEmpty() ? type.group(2) : first;
        }
        if (first.isEmpty()) {
            throw fault("a Java block without a type needs a file name");
        }
        return first;
    }

    private RulePageException fault(String reason) {
        return new RulePageException(page, fence.line(), reason);
    }
}
