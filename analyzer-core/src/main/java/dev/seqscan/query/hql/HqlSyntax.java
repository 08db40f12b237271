package dev.seqscan.query.hql;

import dev.seqscan.query.QueryShape;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.hibernate.grammars.hql.HqlLexer;
import org.hibernate.grammars.hql.HqlParser;

/**
 * The parse tree of a statement, or why there is none.
 *
 * <p>The quick SLL prediction is tried first, on conditions in parentheses apart; only a text that it rejects is parsed with
 * full LL prediction. Length and nesting are bounded, since the grammar then has to look through all that stands in parentheses.
 *
 * @param statement empty where the text breaks the grammar or a bound
 * @param error the reason with line and column, or empty
 */
record HqlSyntax(Optional<HqlParser.StatementContext> statement, String error) {

    private static final int LONGEST_TEXT = 64 * 1024;
    /**
     * Of what is parsed at once: the first statement that is nested so deep takes one to two seconds of a processor; the
     * grammar's automaton then knows the way.
     */
    private static final int DEEPEST_NESTING = 10;
    /** Of conditions in parentheses, which are parsed by themselves at no such cost, but by recursion. */
    private static final int DEEPEST_CONDITIONS = 100;
    private static final int MOST_PREFIXES = 2;
    private static final int MOST_NAMES = 100;
    private static final int LONGEST_SHOWN = 40;
    /** Far above what the bounds leave to be done, since what a time limit cuts off hangs on the machine. */
    private static final long MOST_NANOS = 10_000_000_000L;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static HqlSyntax parse(String text) {
        if (text.length() > LONGEST_TEXT) {
            return failed(QueryShape.OUT_OF_BOUNDS + "it is longer than " + LONGEST_TEXT + " characters");
        }
        try {
            long end = THREADS.getCurrentThreadCpuTime() + MOST_NANOS;
            CommonTokenStream tokens = new LimitedTokens(lexer(text), end);
            tokens.fill();
            Nesting.check(tokens.getTokens(), DEEPEST_CONDITIONS);
            return parse(text, tokens.getTokens(), end);
        } catch (Rejected e) {
            return failed(e.getMessage());
        }
    }

    private static HqlSyntax parse(String text, List<Token> tokens, long end) {
        try {
            return new HqlSyntax(Optional.of(new ConditionGroups(each -> quickParser(each, end)).statement(tokens)), "");
        } catch (ParseCancellationException e) {
            Nesting.check(tokens, DEEPEST_NESTING);
            return parseFully(new LimitedTokens(lexer(text), end));
        }
    }

    private static HqlParser quickParser(List<Token> tokens, long end) {
        Nesting.check(tokens, DEEPEST_NESTING);
        HqlParser parser = new HqlParser(new LimitedTokens(new ListTokenSource(tokens), end));
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new BailErrorStrategy());
        return parser;
    }

    private static HqlSyntax parseFully(CommonTokenStream tokens) {
        HqlParser parser = new HqlParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new FirstError());
        parser.getInterpreter().setPredictionMode(PredictionMode.LL);
        parser.setErrorHandler(new DefaultErrorStrategy());
        return new HqlSyntax(Optional.of(parser.statement()), "");
    }

    private static HqlLexer lexer(String text) {
        HqlLexer lexer = new HqlLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        lexer.addErrorListener(new FirstError());
        return lexer;
    }

    private static HqlSyntax failed(String reason) {
        return new HqlSyntax(Optional.empty(), reason);
    }

    /** Ends the parse; holds the reason. */
    private static final class Rejected extends RuntimeException {
        Rejected(String reason) {
            super(reason, null, false, false);
        }
    }

    /** Ends a parse that takes too much of the processor; other programs on the machine do not count. */
    private static final class LimitedTokens extends CommonTokenStream {

        private static final int STEPS_BETWEEN = 64;

        private final long end;
        private int steps;

        LimitedTokens(TokenSource source, long end) {
            super(source);
            this.end = end;
        }

        @Override
        public int LA(int ahead) {
            if (++steps % STEPS_BETWEEN == 0 && THREADS.getCurrentThreadCpuTime() > end) {
                throw new Rejected(QueryShape.OUT_OF_BOUNDS + "parsing took more than " + MOST_NANOS / 1_000_000_000
                        + " seconds");
            }
            return super.LA(ahead);
        }
    }

    private static final class FirstError extends BaseErrorListener {
        @Override
        public void syntaxError(Recognizer<?, ?> recognizer, Object symbol, int line, int column, String message,
                RecognitionException cause) {
            String at = symbol instanceof Token token ? at(token) : "";
            throw new Rejected("syntax error in line " + line + ", column " + (column + 1) + at);
        }

        private static String at(Token token) {
            if (token.getType() == Token.EOF) {
                return " at the end";
            }
            String text = token.getText();
            return " at '" + (text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "..") + "'";
        }
    }

    /** Stops where looking ahead would take seconds, or exhaust the stack. */
    private static final class Nesting {
        private final int deepest;
        private int open;
        private int prefixes;
        private int names;
        private int last;

        private Nesting(int deepest) {
            this.deepest = deepest;
        }

        static void check(List<Token> tokens, int deepest) {
            tokens.forEach(new Nesting(deepest)::add);
        }

        private void add(Token token) {
            boolean goesOn = token.getType() == HqlLexer.DOT || last == HqlLexer.DOT;
            names = goesOn ? names + 1 : 0;
            last = token.getType();
            switch (token.getType()) {
                case HqlLexer.LEFT_PAREN, HqlLexer.LEFT_BRACKET, HqlLexer.CASE -> open++;
                case HqlLexer.RIGHT_PAREN, HqlLexer.RIGHT_BRACKET, HqlLexer.END -> open--;
                default -> { }
            }
            boolean prefix = token.getType() == HqlLexer.NOT || token.getType() == HqlLexer.MINUS
                    || token.getType() == HqlLexer.PLUS;
            prefixes = prefix ? prefixes + 1 : 0;
            if (open > deepest || prefixes > MOST_PREFIXES || names > 2 * MOST_NAMES) {
                throw new Rejected(QueryShape.OUT_OF_BOUNDS + "it is nested too deeply in line " + token.getLine() + ", column "
                        + (token.getCharPositionInLine() + 1));
            }
        }
    }
}
