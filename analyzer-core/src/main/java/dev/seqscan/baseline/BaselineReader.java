package dev.seqscan.baseline;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the text of a baseline. Lines may stand in any order, and blank ones and those that begin with # say nothing. */
final class BaselineReader {

    private static final Pattern RULE = Pattern.compile("[\\w-]+");
    private static final Pattern CONFLICT = Pattern.compile("(?:<{7}|={7}|>{7}|\\|{7})(?: .*)?");
    private static final int MOST_DIGITS = 6;

    private final String name;
    private final Map<BaselineEntry, Baseline.Line> entries = new HashMap<>();
    private boolean begun;

    private BaselineReader(String name) {
        this.name = name;
    }

    static Map<BaselineEntry, Baseline.Line> read(Path file, List<String> lines) {
        BaselineReader reader = new BaselineReader(file.toString());
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                reader.line(number, line);
            }
        }
        if (!reader.begun) {
            throw new WrongBaseline(reader.name, 0, "it does not begin with \"" + Baseline.FORMAT
                    + "\"; the goal \"baseline\" writes such a file");
        }
        return Map.copyOf(reader.entries);
    }

    private void line(int number, String line) {
        if (CONFLICT.matcher(line).matches()) {
            throw new WrongBaseline(name, number, "a conflict of a merge is not resolved; keep the lines of both sides");
        }
        if (!begun) {
            version(number, line);
            begun = true;
        } else if (!line.equals(Baseline.FORMAT)) {
            entry(number, BaselineText.fields(line));
        }
    }

    private void version(int number, String line) {
        if (!line.equals(Baseline.FORMAT)) {
            throw new WrongBaseline(name, number, "before all entries stands \"" + Baseline.FORMAT + "\", but here stands \""
                    + line + "\"; another version of SeqScan may have written it, then write it anew with the goal \"baseline\"");
        }
    }

    /** A merge that keeps the lines of both sides may leave one entry twice, with different numbers: the larger one counts. */
    private void entry(int number, List<String> fields) {
        if (fields.size() < 4 || fields.size() > 5 || !RULE.matcher(fields.get(0)).matches() || fields.get(2).isEmpty()) {
            throw new WrongBaseline(name, number, "a finding is written as rule | subject | file | method, followed by"
                    + " | and their number where there are several");
        }
        BaselineEntry entry = new BaselineEntry(fields.get(0), fields.get(1), fields.get(2), fields.get(3));
        int count = fields.size() == 5 ? count(number, fields.get(4)) : 1;
        entries.merge(entry, new Baseline.Line(number, count), (one, other) -> one.count() >= other.count() ? one : other);
    }

    private int count(int number, String text) {
        if (!text.matches("[1-9][0-9]{0," + (MOST_DIGITS - 1) + "}")) {
            throw new WrongBaseline(name, number, "the number of findings is \"" + text + "\"; allowed is 1 to 999999");
        }
        return Integer.parseInt(text);
    }
}
