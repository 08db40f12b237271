package dev.seqscan.testkit;

import dev.seqscan.rule.Markdown;
import dev.seqscan.rule.RulePageException;
import dev.seqscan.source.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the cases of a page. Headings are their names; the fenced blocks of {@code java}, {@code sql}, {@code yaml},
 * {@code properties}, {@code xml} and {@code html} under one heading form one small project. After the language may stand
 * a file name or path. A block with the word {@code shared} after the language, or under the heading "Domain", belongs to
 * every case of the page; a file of the same path in a case replaces it there.
 *
 * <p>A line that ends with {@code // finding}, {@code // finding: part of message} or {@code // finding x2} must be
 * reported; {@code --}, {@code #} and {@code <!-- -->} do as well.
 */
public final class MarkdownCases {

    private static final String SHARED_HEADING = "Domain";

    private final String page;
    private final List<Markdown.Heading> headings = new ArrayList<>();
    private final List<CaseBlock> shared = new ArrayList<>();
    private final Map<String, List<CaseBlock>> blocks = new LinkedHashMap<>();
    private final Map<String, Integer> headingLines = new LinkedHashMap<>();

    private MarkdownCases(String page) {
        this.page = page;
    }

    /** The cases of {@code X.md} and {@code X.cases.md} beside class {@code X}; the second page may be missing. */
    public static List<Case> of(Class<?> rule) {
        List<Case> cases = new ArrayList<>();
        for (String page : List.of(rule.getSimpleName() + ".md", rule.getSimpleName() + ".cases.md")) {
            try (InputStream in = rule.getResourceAsStream(page)) {
                if (in != null) {
                    cases.addAll(parse(page, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(page, e);
            }
        }
        return cases;
    }

    /**
     * The cases of a page in the order of its text.
     *
     * @param page its name, for origins and error messages
     * @throws RulePageException if a block is no file, two files of a case have one path, or two cases one name
     */
    public static List<Case> parse(String page, String text) {
        MarkdownCases cases = new MarkdownCases(page);
        List<Markdown.Part> parts = Markdown.parts(page, text);
        // Shared blocks first, wherever they stand, so that unnamed migrations of a case are numbered after them.
        cases.read(parts, true);
        cases.read(parts, false);
        return cases.blocks.entrySet().stream().map(entry -> cases.toCase(entry.getKey(), entry.getValue())).toList();
    }

    private void read(List<Markdown.Part> parts, boolean sharedOnes) {
        headings.clear();
        for (Markdown.Part part : parts) {
            if (part instanceof Markdown.Heading heading) {
                headings.removeIf(above -> above.level() >= heading.level());
                headings.add(heading);
            } else if (part instanceof Markdown.Fence fence && BlockPath.isFile(fence) && isShared(fence) == sharedOnes) {
                add(fence, sharedOnes);
            }
        }
    }

    private boolean isShared(Markdown.Fence fence) {
        return BlockPath.isShared(fence)
                || headings.stream().anyMatch(heading -> heading.title().equalsIgnoreCase(SHARED_HEADING));
    }

    private void add(Markdown.Fence fence, boolean sharedOne) {
        List<CaseBlock> siblings = sharedOne ? shared : blocks.computeIfAbsent(claimedName(fence), name -> new ArrayList<>());
        String path = BlockPath.of(page, fence, taken -> has(siblings, taken) || has(shared, taken));
        if (has(siblings, path)) {
            throw new RulePageException(page, fence.line(), "a second file " + path + " in one case");
        }
        siblings.add(CaseBlock.read(page, fence, path));
    }

    private String claimedName(Markdown.Fence fence) {
        List<String> titles = headings.stream().filter(heading -> heading.level() > 1).map(Markdown.Heading::title).toList();
        String name = !titles.isEmpty() ? String.join(" > ", titles) : headings.isEmpty() ? page : headings.get(0).title();
        int line = headings.isEmpty() ? 0 : headings.get(headings.size() - 1).line();
        if (headingLines.computeIfAbsent(name, first -> line) != line) {
            throw new RulePageException(page, fence.line(), "a second case named " + name);
        }
        return name;
    }

    private static boolean has(List<CaseBlock> blocks, String path) {
        return blocks.stream().anyMatch(block -> block.file().path().equals(path));
    }

    private Case toCase(String name, List<CaseBlock> own) {
        Map<String, CaseBlock> byPath = new TreeMap<>();
        shared.forEach(block -> byPath.put(block.file().path(), block));
        own.forEach(block -> byPath.put(block.file().path(), block));
        List<TextFile> files = byPath.values().stream().map(CaseBlock::file).toList();
        List<Expectation> expectations = byPath.values().stream().flatMap(block -> block.expectations().stream())
                .sorted(Comparator.comparing(Expectation::file).thenComparingInt(Expectation::line)).toList();
        return new Case(name, page + ":" + own.get(0).line(), files, new LinkedHashSet<>(expectations));
    }
}
