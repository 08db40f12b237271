package dev.seqscan.schema;

import dev.seqscan.schema.SqlToken.Kind;
import dev.seqscan.source.Notices;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the statements inside of an anonymous block or a procedure that a migration calls. Its conditions are nearly
 * always "if it is not there yet", so each definition in it is taken as executed.
 */
final class BlockReader {

    private static final Set<String> STARTS = Set.of("CREATE", "ALTER", "DROP", "INSERT", "RENAME", "EXECUTE", "EXEC");
    private static final Set<String> BEFORE_START = Set.of("BEGIN", "THEN", "ELSE", "LOOP", "DO", "AS", "IS", "TRY");
    private static final Set<String> DEFINES = Set.of("CREATE", "ALTER", "DROP", "RENAME");
    private static final int DEEPEST = 3;

    private final Product product;
    private final ReplayNotices notices;
    private final Consumer<SqlStatement> target;
    private int depth;

    BlockReader(Product product, ReplayNotices notices, Consumer<SqlStatement> target) {
        this.product = product;
        this.notices = notices;
        this.target = target;
    }

    /** Whether a routine defines tables or indexes, so that a call of it matters. */
    static boolean defines(SqlStatement routine) {
        return routine.tokens().stream().skip(1).anyMatch(token -> DEFINES.contains(token.keyword()))
                || routine.tokens().stream().anyMatch(token -> token.is("EXECUTE") || token.is("PREPARE"));
    }

    /** Gives the statements of a block in order. */
    void read(SqlStatement block) {
        List<SqlToken> tokens = block.tokens();
        int i = 0;
        while (i < tokens.size()) {
            if (tokens.get(i).kind() == Kind.BODY) {
                text(block, tokens.get(i), tokens.get(i).text());
            } else if (isStart(tokens, i)) {
                int end = end(tokens, i);
                inner(new SqlStatement(block.file(), tokens.subList(i, end), true));
                i = end - 1;
            }
            i++;
        }
    }

    private static boolean isStart(List<SqlToken> tokens, int i) {
        if (!STARTS.contains(tokens.get(i).keyword())) {
            return false;
        }
        if (i == 0) {
            return true;
        }
        SqlToken before = tokens.get(i - 1);
        return before.isSymbol(';') || before.isSymbol(')') || BEFORE_START.contains(before.keyword())
                || tokens.get(i).firstOnLine() && !before.isSymbol(',');
    }

    private static int end(List<SqlToken> tokens, int start) {
        int open = 0;
        for (int i = start + 1; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            open += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            boolean another = token.firstOnLine() && STARTS.contains(token.keyword()) && !isDropOfAlter(tokens, start, i);
            if (token.isSymbol(';') || open == 0 && (token.is("END") || another)) {
                return i;
            }
        }
        return tokens.size();
    }

    /** {@code ALTER TABLE t} may be followed by actions on lines of their own. */
    private static boolean isDropOfAlter(List<SqlToken> tokens, int start, int at) {
        boolean action = tokens.get(at).is("DROP") || tokens.get(at).is("ALTER") || tokens.get(at).is("RENAME");
        boolean table = at + 1 < tokens.size() && tokens.get(at + 1).is("TABLE");
        return tokens.get(start).is("ALTER") && action && !table;
    }

    private void inner(SqlStatement statement) {
        SqlToken first = statement.tokens().get(0);
        if (first.is("EXECUTE") || first.is("EXEC")) {
            execute(statement);
        } else {
            target.accept(statement);
        }
    }

    /** A constant text is read; one that is put together at run time is told where it defines something. */
    private void execute(SqlStatement statement) {
        List<SqlToken> tokens = statement.tokens();
        int at = 1;
        while (at < tokens.size() && (tokens.get(at).is("IMMEDIATE") || tokens.get(at).isSymbol('('))) {
            at++;
        }
        boolean constant = at < tokens.size() && (tokens.get(at).kind() == Kind.STRING || tokens.get(at).kind() == Kind.BODY);
        Optional<String> joined = constant ? JoinedText.of(tokens.subList(at, tokens.size())) : Optional.empty();
        if (at < tokens.size() && tokens.get(at).is("SP_RENAME")) {
            target.accept(statement);
        } else if (joined.isPresent()) {
            text(statement, tokens.get(at), joined.get());
        } else if (tokens.stream().anyMatch(BlockReader::beginsDefinition)) {
            notices.notUnderstood(statement, "a statement put together at run time");
        }
    }

    private static boolean beginsDefinition(SqlToken token) {
        String text = token.text().stripLeading().toUpperCase(Locale.ROOT);
        return token.kind() == Kind.STRING && DEFINES.stream().anyMatch(word -> text.startsWith(word + " "));
    }

    private void text(SqlStatement outer, SqlToken token, String text) {
        if (depth >= DEEPEST) {
            notices.notUnderstood(outer, "blocks within blocks");
            return;
        }
        depth++;
        SqlScript.split(outer.file(), text, token.line(), product, new Notices(), this::read);
        depth--;
    }
}
