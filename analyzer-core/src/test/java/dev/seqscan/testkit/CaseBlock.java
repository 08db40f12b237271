package dev.seqscan.testkit;

import dev.seqscan.rule.Markdown;
import dev.seqscan.rule.RulePageException;
import dev.seqscan.source.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block as a file of a project. The marks of expectations are taken out of the text, so that they cannot sway
 * the analysis: in a Java text block or a properties file they would not even be comments.
 */
record CaseBlock(TextFile file, List<Expectation> expectations, int line) {

    private static final Pattern MARK = Pattern.compile("\\s*(?://|--|#|<!--)\\s*finding\\b(.*)");
    private static final Pattern EXPECTED = Pattern.compile("(?:\\s+x(\\d+))?(?::\\s*(.*?))?\\s*(?:-->)?\\s*");

    /** Reads a block whose path in the project is already known. */
    static CaseBlock read(String page, Markdown.Fence fence, String path) {
        List<Expectation> expectations = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int line = 0;
        for (String source : fence.text().lines().toList()) {
            line++;
            Matcher mark = MARK.matcher(source);
            boolean marked = mark.find();
            if (marked) {
                expectations.add(expectation(mark.group(1), path, line, page, fence.line() + line));
            }
            text.append(marked ? source.substring(0, mark.start()) : source).append('\n');
        }
        return new CaseBlock(new TextFile(path, text.toString()), expectations, fence.line());
    }

    private static Expectation expectation(String rest, String path, int line, String page, int pageLine) {
        Matcher expected = EXPECTED.matcher(rest);
        if (!expected.matches()) {
            throw new RulePageException(page, pageLine, "write 'finding', 'finding: part of message' or 'finding x2'");
        }
        int count = expected.group(1) == null ? 1 : Integer.parseInt(expected.group(1));
        String part = expected.group(2) == null ? "" : expected.group(2);
        return new Expectation(path, line, count, part, page + ":" + pageLine);
    }
}
