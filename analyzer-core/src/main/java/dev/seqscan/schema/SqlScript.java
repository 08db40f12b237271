package dev.seqscan.schema;

import dev.seqscan.schema.SqlToken.Kind;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Splits a SQL script into statements in one walk over its text. Of a statement that inserts data only the beginning
 * is kept, so a script of any size needs little memory beyond its text.
 */
final class SqlScript {

    private static final Set<String> DATA = Set.of("INSERT", "REPLACE", "UPSERT", "MERGE", "UPDATE", "VALUES");
    /** In these a line may start with the words of another statement. */
    private static final Set<String> HOLDS_OTHERS = Set.of("CREATE", "ALTER", "GRANT", "REVOKE", "DENY", "WITH", "BEGIN",
            "DECLARE", "IF", "DO", "WHILE", "EXPLAIN");
    private static final Set<String> PLAIN_OBJECTS = Set.of("TABLE", "INDEX", "SCHEMA");
    private static final Set<String> LINE_COMMANDS = Set.of("PROMPT", "SPOOL", "REM", "REMARK", "WHENEVER", "EXIT",
            "QUIT", "CONNECT", "CONN", "CLEAR", "COLUMN", "ACCEPT", "PAUSE");
    private static final String[] SETTINGS_OF_SQLPLUS = {"DEFINE", "SERVEROUTPUT", "ECHO", "FEEDBACK", "VERIFY", "SCAN",
        "SQLBLANKLINES", "TERMOUT", "HEADING", "LINESIZE", "PAGESIZE", "ESCAPE", "TRIMSPOOL", "TIMING", "LONG"};
    private static final int DATA_CHARACTERS = 200;
    private static final int MOST_TOKENS = 100_000;
    private static final int LONGEST_TEXT = 200_000;

    private final String file;
    private final SqlLexer lexer;
    private final Consumer<SqlStatement> target;
    private List<SqlToken> tokens = new ArrayList<>();
    private RoutineBlock block = new RoutineBlock();
    private boolean whole = true;
    private int statementStart;
    private int parentheses;

    private SqlScript(String file, SqlLexer lexer, Consumer<SqlStatement> target) {
        this.file = file;
        this.lexer = lexer;
        this.target = target;
    }

    /** Gives each statement of a script in order; placeholders are filled in before. */
    static void split(TextFile script, Product product, Map<String, String> placeholders, Notices notices,
            Consumer<SqlStatement> target) {
        String text = Placeholders.fill(script.text(), placeholders);
        new SqlScript(script.path(), new SqlLexer(text, product, 1), target).split(notices);
    }

    /** Gives each statement of a text inside a script, as the body of a block, whose first line has that number. */
    static void split(String file, String text, int firstLine, Product product, Notices notices,
            Consumer<SqlStatement> target) {
        split(file, text, firstLine, ";", product, notices, target);
    }

    /** The same with another delimiter of statements. */
    static void split(String file, String text, int firstLine, String delimiter, Product product, Notices notices,
            Consumer<SqlStatement> target) {
        SqlLexer lexer = new SqlLexer(text, product, firstLine);
        lexer.changeDelimiter(delimiter);
        new SqlScript(file, lexer, target).split(notices);
    }

    private void split(Notices notices) {
        while (lexer.next()) {
            if (tokens.isEmpty() && lexer.firstOnLine() && isClientCommand()) {
                continue;
            }
            if (lexer.kind() == Kind.BATCH_END || lexer.kind() == Kind.DELIMITER && !isInside()) {
                end();
            } else {
                if (startsAnother()) {
                    end();
                }
                keep();
            }
        }
        if (isInside() && !tokens.isEmpty()) {
            notices.add(Notice.Kind.NOT_UNDERSTOOD, file, tokens.get(0).line(),
                    "a block is not closed; the rest of the script was taken as part of it");
        }
        end();
    }

    private boolean isInside() {
        return !lexer.isDelimiterChanged() && block.isOpen();
    }

    /** Commands of mysql, SQL*Plus and psql, which end with their line. */
    private boolean isClientCommand() {
        if (lexer.is("DELIMITER")) {
            lexer.changeDelimiter();
            return true;
        }
        boolean command = lexer.symbol() == '\\' || lexer.symbol() == '!';
        if (lexer.kind() == Kind.WORD) {
            SqlToken word = lexer.token(DATA_CHARACTERS);
            command = LINE_COMMANDS.contains(word.keyword()) || word.text().startsWith("@")
                    || word.is("SET") && lexer.isFollowedBy(SETTINGS_OF_SQLPLUS);
        }
        if (command) {
            lexer.skipLine();
        }
        return command;
    }

    /** SQL Server needs no delimiter between statements; a line that starts with one of these starts a statement. */
    private boolean startsAnother() {
        if (tokens.isEmpty() || parentheses > 0 || !lexer.firstOnLine() || lexer.kind() != Kind.WORD || isInside()) {
            return false;
        }
        boolean plain = block.object().isEmpty() ? !HOLDS_OTHERS.contains(block.first())
                : PLAIN_OBJECTS.contains(block.object());
        return plain && (lexer.is("CREATE") && lexer.isFollowedBy("TABLE", "INDEX", "UNIQUE", "CLUSTERED", "NONCLUSTERED")
                || lexer.is("ALTER") && lexer.isFollowedBy("TABLE")
                || lexer.is("DROP") && lexer.isFollowedBy("TABLE")
                || lexer.is("INSERT") && lexer.isFollowedBy("INTO"));
    }

    private void keep() {
        if (tokens.isEmpty()) {
            statementStart = lexer.start();
        }
        count(lexer.symbol());
        boolean data = DATA.contains(block.first()) && lexer.start() - statementStart > DATA_CHARACTERS;
        if (data || tokens.size() >= MOST_TOKENS) {
            whole = false;
            return;
        }
        SqlToken token = lexer.token(DATA.contains(block.first()) ? DATA_CHARACTERS : LONGEST_TEXT);
        tokens.add(token);
        block.accept(token);
    }

    private void count(char symbol) {
        if (symbol == '(') {
            parentheses++;
        } else if (symbol == ')' && parentheses > 0) {
            parentheses--;
        }
    }

    private void end() {
        if (!tokens.isEmpty()) {
            boolean copy = tokens.get(0).is("COPY") && tokens.stream().anyMatch(token -> token.is("STDIN"));
            target.accept(new SqlStatement(file, List.copyOf(tokens), whole));
            if (copy) {
                lexer.skipCopyData();
            }
        }
        tokens = new ArrayList<>();
        block = new RoutineBlock();
        whole = true;
        parentheses = 0;
    }
}
