package dev.seqscan.query.sql;

import dev.seqscan.query.QueryShape;
import dev.seqscan.schema.Product;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
 * Parses on the caller's thread what is within {@link StatementBounds}. A watch asks the parser to stop after a second of
 * processor time, which it does where it would next look ahead; other programs on the machine do not count. JSqlParser's own
 * time limit would start a thread for each statement, and leave it running where the parser is slow to notice. What a time
 * limit cuts off hangs on the machine, so the bounds come first.
 */
final class LimitedParser {

    private static final long LIMIT_MILLIS = 1000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int DEEPEST_FOR_COMPLEX = 20;
    private static final String GAP = "\n\n\n";
    private static final int MOST_QUOTED = 7;
    private static final String TOO_SLOW = QueryShape.OUT_OF_BOUNDS + "parsing took more than a second";
    /** {@link StatementBounds} leave room for it on the smallest usual stack. */
    private static final String TOO_DEEP = QueryShape.OUT_OF_BOUNDS + "it is nested too deep";
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

    /**
     * The statement of a plain SQL text; first without nested conditions as values, which is fast, then with them. All
     * attempts together may take a second.
     */
    static Statement parse(String sql, Product product) throws Failure {
        String text = LongLists.cut(withoutGaps(sql), isMySql(product));
        StatementBounds.Result bounds = StatementBounds.of(text, isMySql(product));
        if (bounds.broken().isPresent()) {
            throw new Failure(QueryShape.OUT_OF_BOUNDS + bounds.broken().get());
        }
        Attempts attempts = new Attempts();
        ScheduledFuture<?> limit = WATCH.scheduleWithFixedDelay(attempts::endInTime, LIMIT_MILLIS, LIMIT_MILLIS / 4,
                TimeUnit.MILLISECONDS);
        try {
            return parse(text, product, bounds.depth() <= DEEPEST_FOR_COMPLEX, attempts);
        } finally {
            limit.cancel(false);
        }
    }

    /** To the parser two empty lines end a statement; they are left where parts of a text are left out. */
    private static String withoutGaps(String sql) {
        return sql.contains(GAP) ? sql.replaceAll("\n{3,}", "\n") : sql;
    }

    private static Statement parse(String sql, Product product, boolean mayBeComplex, Attempts attempts) throws Failure {
        try {
            return parseQuoting(sql, product, false, attempts);
        } catch (Failure simple) {
            if (!mayBeComplex || attempts.over) {
                throw simple;
            }
            return parseQuoting(sql, product, true, attempts);
        }
    }

    /** The parsers that try one statement one after the other; all of them end together. */
    private static final class Attempts {
        private final long thread = Thread.currentThread().getId();
        private final long begun = THREADS.getThreadCpuTime(thread);
        private volatile CCJSqlParser parser;
        private volatile boolean over;

        private void begin(CCJSqlParser next) {
            parser = next;
            next.interrupted = over;
        }

        /** A machine that does not tell processor times gives -1 for them; there the time on the clock counts. */
        private void endInTime() {
            long used = THREADS.getThreadCpuTime(thread) - begun;
            if (begun >= 0 && TimeUnit.NANOSECONDS.toMillis(used) < LIMIT_MILLIS) {
                return;
            }
            over = true;
            CCJSqlParser last = parser;
            if (last != null) {
                last.interrupted = true;
            }
        }
    }

    /**
     * Where the parser stumbles over a name that is a keyword only to itself, tries again with that name quoted; over a
     * part that is filled in at run time, without it.
     */
    private static Statement parseQuoting(String sql, Product product, boolean complex, Attempts attempts) throws Failure {
        String text = sql;
        Failure first = null;
        for (int i = 0; i < MOST_QUOTED; i++) {
            try {
                return attempt(text, product, complex, attempts);
            } catch (Failure failure) {
                first = first == null || attempts.over ? failure : first;
                if (attempts.over || !failure.mayBeMended(text)) {
                    break;
                }
                text = failure.mended(text, isMySql(product) ? '`' : '"');
            }
        }
        return parseNames(text, product, complex, attempts, first);
    }

    /** The last attempt, for names that stand too often, or that the parser does not stumble over itself. */
    private static Statement parseNames(String text, Product product, boolean complex, Attempts attempts, Failure first)
            throws Failure {
        String quoted = NameQuotes.in(text, FORM, isMySql(product));
        if (attempts.over || quoted.equals(text)) {
            throw first;
        }
        try {
            return attempt(quoted, product, complex, attempts);
        } catch (Failure failure) {
            throw attempts.over ? failure : first;
        }
    }

    private static boolean isMySql(Product product) {
        return product == Product.MYSQL || product == Product.MARIADB;
    }

    private static Statement attempt(String sql, Product product, boolean complex, Attempts attempts) throws Failure {
        CCJSqlParser parser = CCJSqlParserUtil.newParser(sql);
        features(product, sql).accept(parser);
        parser.withAllowComplexParsing(complex);
        attempts.begin(parser);
        try {
            return parser.Statement();
        } catch (ParseException failure) {
            throw new Failure(attempts.over ? TOO_SLOW : firstLine(failure), attempts.over ? null : name(failure));
        } catch (TokenMgrException failure) {
            throw new Failure(attempts.over ? TOO_SLOW : firstLine(failure));
        } catch (StackOverflowError tooDeep) {
            throw new Failure(TOO_DEEP);
        } catch (RuntimeException fault) {
            throw new Failure("the parser failed: " + fault.getClass().getSimpleName());
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
}
