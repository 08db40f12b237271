package dev.seqscan.filter;

import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The lines of a file and where comments lie in them, found in one walk, since each line may hold a wish. */
final class CommentLines {

    private static final Pattern BLANK_OR_COMMENT = Pattern.compile("\\s*(?:$|//|/\\*|\\*|--|#|<!--).*");

    private record Marks(String begin, String end) {
    }

    /** Comments of several lines in files where no line of them needs a mark of its own, by the end of their names. */
    private static final Map<String, Marks> BLOCK_COMMENTS =
            Map.of("xml", new Marks("<!--", "-->"), "sql", new Marks("/*", "*/"));

    private final List<String> lines;
    private final Marks marks;
    /** Whether a comment is open where a line begins. */
    private final boolean[] open;
    /** The next line, or the same one, that ends a comment; one after the last where none does. */
    private final int[] ends;
    /** The next line, or the same one, with code; the last one where none has. */
    private final int[] code;

    CommentLines(TextFile file) {
        this.lines = List.of(file.text().split("\\R", -1));
        this.marks = BLOCK_COMMENTS.get(file.path().substring(file.path().lastIndexOf('.') + 1));
        this.open = new boolean[lines.size()];
        this.ends = new int[lines.size() + 1];
        this.code = new int[lines.size() + 1];
        ends[lines.size()] = lines.size();
        code[lines.size()] = lines.size();
        for (int i = 0; marks != null && i < lines.size() - 1; i++) {
            open[i + 1] = isOpenAfter(i, lines.get(i));
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i);
            ends[i] = marks != null && line.contains(marks.end()) ? i : ends[i + 1];
            boolean passed = i < lines.size() - 1 && BLANK_OR_COMMENT.matcher(line).matches();
            code[i] = passed ? code[i + 1] : i;
        }
    }

    private boolean isOpenAfter(int line, String text) {
        int begin = text.lastIndexOf(marks.begin());
        int end = text.lastIndexOf(marks.end());
        return begin < 0 && end < 0 ? open[line] : begin > end;
    }

    /** The line on which a comment of several lines ends that the wish stands in; otherwise that of the wish. */
    int lastOfComment(Span wish) {
        int line = wish.startLine() - 1;
        String left = lines.get(line).substring(0, wish.startColumn() - 1);
        boolean within = marks != null && !left.strip().startsWith("--") && isOpenAfter(line, left);
        return within && ends[line] < lines.size() ? ends[line] + 1 : wish.endLine();
    }

    /** The next line after one that holds code. */
    int nextCode(int line) {
        return line >= lines.size() ? line + 1 : code[line] + 1;
    }
}
