package dev.seqscan.baseline;

import dev.seqscan.finding.Finding;
import dev.seqscan.source.Notice;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The findings that were there when a project began to use SeqScan. It is a text file for reviews: one line for the
 * findings of one rule about one subject in one method, ordered, without line numbers.
 *
 * <pre>
 * seqscan-baseline 1
 * lazy-load-in-loop | Order.customer | src/main/java/com/shop/OrderService.java | com.shop.OrderService#names(List) | 2
 * </pre>
 */
public final class Baseline {

    /** The name of the file where no other is chosen. */
    public static final String NAME = "seqscan-baseline.txt";

    static final String FORMAT = "seqscan-baseline 1";

    private static final String HEADER = """
            # Findings of SeqScan that are known and fail no build: rule | subject | file | method | how many, if several.
            # The goal "baseline" writes this file anew. Remove a line when its finding is mended.
            """ + FORMAT + "\n";

    /** Where an entry stands, and for how many findings. */
    record Line(int number, int count) {
    }

    /**
     * Findings told apart.
     *
     * @param left those that the baseline does not have, in the order in which they came
     * @param known those that it has
     * @param stale entries for which there is nothing any more
     */
    public record Compared(List<Finding> left, List<Finding> known, List<Notice> stale) {
    }

    private final Path file;
    private final Map<BaselineEntry, Line> entries;

    private Baseline(Path file, Map<BaselineEntry, Line> entries) {
        this.file = file;
        this.entries = entries;
    }

    /**
     * Reads the file.
     *
     * @throws WrongBaseline if it cannot be read, or a line of it is not understood
     */
    public static Baseline read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return new Baseline(file, BaselineReader.read(file, text.replace("\uFEFF", "").lines().toList()));
        } catch (CharacterCodingException broken) {
            throw new WrongBaseline(file.toString(), 0, "it is not text in UTF-8");
        } catch (IOException failure) {
            throw new WrongBaseline(file.toString(), 0, "it cannot be read: " + failure);
        }
    }

    /** The text of a file that has these findings: the same for the same findings, in whatever order they come. */
    public static String text(Collection<Finding> findings) {
        Map<BaselineEntry, Integer> counts = new HashMap<>();
        findings.forEach(each -> counts.merge(BaselineEntry.of(each), 1, Integer::sum));
        Set<String> lines = new TreeSet<>();
        counts.forEach((entry, count) -> lines.add(BaselineText.line(entry, count)));
        StringBuilder text = new StringBuilder(HEADER);
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** How many lines the text for these findings has below its header. */
    public static int lines(Collection<Finding> findings) {
        return (int) findings.stream().map(BaselineEntry::of).distinct().count();
    }

    /**
     * Tells findings apart. Where there are more of an entry than the file says, those further down in the file of code are
     * new.
     *
     * @param judging ids of the rules that judged; the entries of others are not stale
     * @param root of the findings' files; where the baseline lies below it, notices name its path from there
     */
    public Compared compare(List<Finding> findings, Set<String> judging, Path root) {
        Map<BaselineEntry, Integer> seen = new HashMap<>();
        Set<Finding> known = new HashSet<>();
        for (Finding finding : findings.stream().sorted(Comparator.comparing(Finding::place)).toList()) {
            BaselineEntry entry = BaselineEntry.of(finding);
            if (entries.containsKey(entry) && seen.merge(entry, 1, Integer::sum) <= entries.get(entry).count()) {
                known.add(finding);
            }
        }
        return new Compared(findings.stream().filter(each -> !known.contains(each)).toList(),
                findings.stream().filter(known::contains).toList(), stale(seen, judging, root));
    }

    private List<Notice> stale(Map<BaselineEntry, Integer> seen, Set<String> judging, Path root) {
        List<Notice> stale = new ArrayList<>();
        entries.forEach((entry, line) -> {
            int left = seen.getOrDefault(entry, 0);
            if (left < line.count() && judging.contains(entry.rule())) {
                stale.add(stale(entry, line, left, root));
            }
        });
        return stale.stream().sorted().toList();
    }

    private Notice stale(BaselineEntry entry, Line line, int left, Path root) {
        String reason = left == 0 ? "nothing matches this entry any more, remove it: "
                : "of " + line.count() + " findings of this entry " + left + (left == 1 ? " is" : " are")
                + " left, set the number: ";
        String text = reason + BaselineText.line(entry, line.count());
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = root.toAbsolutePath().normalize();
        return absolute.startsWith(folder)
                ? new Notice(Notice.Kind.NO_EFFECT, folder.relativize(absolute).toString().replace('\\', '/'), line.number(),
                        text)
                : new Notice(Notice.Kind.NO_EFFECT, "", 0, name() + ", line " + line.number() + ": " + text);
    }

    /** The name of the file without its folder. */
    public String name() {
        return file.getFileName().toString();
    }
}
