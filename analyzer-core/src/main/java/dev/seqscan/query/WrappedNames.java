package dev.seqscan.query;

import dev.seqscan.query.Text.Knowledge;
import dev.seqscan.query.Text.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names with a hole directly before and behind them, as {@code ?!o.flags?!#{mask}?!}: a function that is spelled differently
 * by each database has been put around them.
 */
final class WrappedNames {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.]*");
    private static final Pattern PARAMETER = Pattern.compile("#\\{[^}]*\\}|\\?|:\\w+");

    private WrappedNames() {
    }

    /** The parts with a call of an unknown function in place of each such row. */
    static List<Part> asCalls(List<Part> parts) {
        List<Part> calls = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (isHole(parts, i) && isHole(parts, i + 2) && matches(parts, i + 1, NAME)) {
                boolean two = matches(parts, i + 3, PARAMETER) && isHole(parts, i + 4);
                String arguments = parts.get(i + 1).text() + (two ? ", " + parts.get(i + 3).text() : "");
                calls.add(new Part(HoleFiller.NAME + "(" + arguments + ")", parts.get(i).optional(), Knowledge.KNOWN));
                i += two ? 4 : 2;
            } else {
                calls.add(parts.get(i));
            }
        }
        return calls;
    }

    private static boolean isHole(List<Part> parts, int at) {
        return at < parts.size() && parts.get(at).knowledge() == Knowledge.HOLE;
    }

    private static boolean matches(List<Part> parts, int at, Pattern pattern) {
        return at < parts.size() && parts.get(at).knowledge() == Knowledge.KNOWN
                && pattern.matcher(parts.get(at).text()).matches();
    }
}
