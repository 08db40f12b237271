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
    private static final int MOST_QUOTED = 8;
    private static final String TOO_SLOW = "parsing took more than a second";
    /** Names that databases accept and JSqlParser 5.4 does not. */
    private static final Set<String> NAMES = Set.of("number", "settings", "statement", "force", "prior", "window", "use",
            "current");
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

    /** Where the parser stumbles over a name that is a keyword only to itself, tries again with that name quoted. */
    private static Statement parseQuoting(String sql, Product product, boolean complex) throws Failure {
        String text = sql;
        char quote = isMySql(product) ? '`' : '"';
        for (int i = 0; i < MOST_QUOTED; i++) {
            try {
                return parse(text, product, complex);
            } catch (Failure failure) {
                int end = failure.nameAt + failure.nameLength;
                if (failure.nameAt < 0 || end > text.length()) {
                    throw failure;
                }
                text = text.substring(0, failure.nameAt) + quote + text.substring(failure.nameAt, end) + quote
                        + text.substring(end);
            }
        }
        return parse(text, product, complex);
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
        if (NAMES.contains(last.image.toLowerCase(Locale.ROOT))) {
            return last;
        }
        return last.next != null && NAMES.contains(last.next.image.toLowerCase(Locale.ROOT)) ? last.next : null;
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
