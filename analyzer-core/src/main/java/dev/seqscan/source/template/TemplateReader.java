package dev.seqscan.source.template;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.template.TemplateFile.Fragment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/**
 * Reads Thymeleaf templates. The text is read as Thymeleaf reads it, tag by tag: what HTML would move, as a
 * {@code th:block} within a table, stays where it is.
 */
public final class TemplateReader {

    private static final int MAX_CHARACTERS = 300_000;

    /** Whether a file lies where templates are looked for. */
    public static boolean reads(String path) {
        return TemplateFile.viewName(path).isPresent();
    }

    /** What a template reads; empty where it reads nothing, and with a notice where it is too large or too deep. */
    public Optional<TemplateFile> read(TextFile file, Notices notices) {
        String text = file.text();
        if (!text.contains("th:") && !text.contains("data-th-") && !text.contains("[[") && !text.contains("[(")) {
            return Optional.empty();
        }
        if (text.length() > MAX_CHARACTERS) {
            notices.add(Notice.Kind.NOT_READ, file.path(), 0, "larger than " + MAX_CHARACTERS + " characters");
            return Optional.empty();
        }
        try {
            return Optional.of(new TemplateFile(file.path(), fragments(parse(text))));
        } catch (ElementReader.TooDeep tooDeep) {
            notices.add(Notice.Kind.NOT_READ, file.path(), tooDeep.line(), tooDeep.getMessage());
            return Optional.empty();
        }
    }

    private static Document parse(String text) {
        return Parser.xmlParser().settings(ParseSettings.preserveCase).setTrackPosition(true).parseInput(text, "");
    }

    private static Map<String, Fragment> fragments(Document document) {
        ElementReader reader = new ElementReader();
        Map<String, Fragment> fragments = new LinkedHashMap<>();
        fragments.put("", new Fragment("", List.of(), reader.content(document, null, 0)));
        reader.fragments().forEach(each -> fragments.putIfAbsent(each.name(), each));
        return fragments;
    }
}
