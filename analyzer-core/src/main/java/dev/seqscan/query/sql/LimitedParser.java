package dev.seqscan.query.sql;

import dev.seqscan.schema.Product;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statement;

/**
 * Parses on the caller's thread; a watch asks the parser to stop after a second. JSqlParser's own time limit would
 * start a thread for each statement.
 */
final class LimitedParser {

    private static final long MILLISECONDS = 1000;
    private static final int DEEPEST_PARENTHESES = 200;
    private static final int DEEPEST_FOR_COMPLEX = 20;
    private static final int MOST_QUOTED = 6;
    private static final String TOO_SLOW = "parsing took more than a second";
    /** Words that are part of the form of a statement, so that quoting them cannot help. */
    private static final Set<String> FORM = Set.of("select", "from", "where", "and", "or", "not", "on", "join", "by", "in",
            "exists", "values", "set", "group", "order", "having", "as", "union", "all", "insert", "into", "update",
            "delete", "with", "between", "like", "is", "null", "case", "when", "then", "else", "end", "limit", "inner",
            "left", "right", "full", "outer", "cross", "natural", "using", "distinct");
    private static final ScheduledThreadPoolExecutor WATCH = watch();

    private LimitedParser() {
    }

    /** A text that is not parsed, and why. */
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;
        private final int nameAt;
        private final int nameLength;

        Failure(String reason) {
            this(reason, null);
        }

        private Failure(String reason, Token name) {
            super(reason, null, false, false);
            this.nameAt = name == null ? -1 : name.absoluteBegin - 1;
            this.nameLength = name == null ? 0 : name.image.length();
        }

        private boolean mayBeMended(String sql) {
            return nameAt >= 0 && nameAt + nameLength <= sql.length();
        }

        private String mended(String sql, char quote) {
            String name = sql.substring(nameAt, nameAt + nameLength);
            String instead = name.startsWith(ParameterText.FILLED_IN) ? " " : quote + name + quote;
            return sql.substring(0, nameAt) + instead + sql.substring(nameAt + nameLength);
        }
    }

    private static ScheduledThreadPoolExecutor watch() {
        ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "seqscan-sql-time-limit");
            thread.setDaemon(true);
            return thread;
        });
        watch.setKeepAliveTime(5, TimeUnit.SECONDS);
        watch.allowCoreThreadTimeOut(true);
        watch.setRemoveOnCancelPolicy(true);
        return watch;
    }

    /** The statement of a plain SQL text; first without nested conditions as values, which is fast, then with them. */
    static Statement parse(String sql, Product product) throws Failure {
        int depth = depth(sql);
        if (depth > DEEPEST_PARENTHESES) {
            throw new Failure("parentheses are nested " + depth + " deep");
        }
        try {
            return parseQuoting(sql, product, false);
        } catch (Failure simple) {
            if (depth > DEEPEST_FOR_COMPLEX) {
                throw simple;
            }
            return parseQuoting(sql, product, true);
        }
    }

    /**
     * Where the parser stumbles over a name that is a keyword only to itself, tries again with that name quoted; over a
     * part that is filled in at run time, without it.
     */
    private static Statement parseQuoting(String sql, Product product, boolean complex) throws Failure {
        String text = sql;
        Failure first = null;
        for (int i = 0; i <= MOST_QUOTED; i++) {
            try {
                return parse(text, product, complex);
            } catch (Failure failure) {
                first = first == null ? failure : first;
                if (!failure.mayBeMended(text)) {
                    throw first;
                }
                text = failure.mended(text, isMySql(product) ? '`' : '"');
            }
        }
        throw first;
    }

    private static boolean isMySql(Product product) {
        return product == Product.MYSQL || product == Product.MARIADB;
    }

    private static Statement parse(String sql, Product product, boolean complex) throws Failure {
        CCJSqlParser parser = CCJSqlParserUtil.newParser(sql);
        features(product, sql).accept(parser);
        parser.withAllowComplexParsing(complex);
        ScheduledFuture<?> limit = WATCH.schedule(() -> {
            parser.interrupted = true;
        }, MILLISECONDS, TimeUnit.MILLISECONDS);
        try {
            return parser.Statement();
        } catch (ParseException failure) {
            throw new Failure(parser.interrupted ? TOO_SLOW : firstLine(failure), parser.interrupted ? null : name(failure));
        } catch (TokenMgrException failure) {
            throw new Failure(parser.interrupted ? TOO_SLOW : firstLine(failure));
        } catch (StackOverflowError tooDeep) {
            throw new Failure("the statement is nested too deep");
        } catch (RuntimeException fault) {
            throw new Failure("the parser failed: " + fault.getClass().getSimpleName());
        } finally {
            limit.cancel(false);
        }
    }

    private static Consumer<CCJSqlParser> features(Product product, String sql) {
        boolean mySql = isMySql(product);
        boolean brackets = product == Product.SQLSERVER || product == Product.UNKNOWN && sql.contains("[");
        return parser -> {
            parser.withSquareBracketQuotation(brackets);
            parser.withBackslashEscapeCharacter(mySql);
            parser.withDoubleQuotedStrings(mySql);
        };
    }

    private static Token name(ParseException failure) {
        Token last = failure.currentToken;
        if (last == null) {
            return null;
        }
        boolean qualified = last.next != null && ".".equals(last.next.image);
        if (qualified) {
            return last.next.next;
        }
        if (isName(last)) {
            return last;
        }
        return last.next != null && isName(last.next) ? last.next : null;
    }

    private static boolean isName(Token token) {
        return token.image != null && !token.image.isEmpty()
                && token.image.chars().allMatch(Character::isJavaIdentifierPart)
                && Character.isJavaIdentifierStart(token.image.charAt(0))
                && !FORM.contains(token.image.toLowerCase(Locale.ROOT));
    }

    private static String firstLine(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).strip();
        String line = message.lines().findFirst().orElse("").strip();
        return "not parsed: " + (line.length() > 150 ? line.substring(0, 150) + ".." : line);
    }

    private static int depth(String sql) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
