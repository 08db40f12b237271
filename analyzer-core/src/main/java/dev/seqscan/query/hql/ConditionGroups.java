package dev.seqscan.query.hql;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.ParseTree;
import org.hibernate.grammars.hql.HqlLexer;
import org.hibernate.grammars.hql.HqlParser;

/**
 * Parses a statement whose conditions in parentheses are parsed by themselves and put in their places afterwards. The grammar
 * tells such a condition from an expression, a tuple and a subquery only by looking through all of it, at each level again,
 * and learns each new form of it at a cost that is many times that of parsing it.
 */
final class ConditionGroups {

    /** What a condition follows. */
    private static final Set<Integer> BEFORE = Set.of(HqlLexer.WHERE, HqlLexer.AND, HqlLexer.OR, HqlLexer.NOT, HqlLexer.ON,
            HqlLexer.HAVING, HqlLexer.LEFT_PAREN);
    /** What stands behind a condition; behind an expression stands an operator. */
    private static final Set<Integer> BEHIND = Set.of(Token.EOF, HqlLexer.AND, HqlLexer.OR, HqlLexer.RIGHT_PAREN, HqlLexer.GROUP,
            HqlLexer.ORDER, HqlLexer.HAVING, HqlLexer.WHERE, HqlLexer.JOIN, HqlLexer.LEFT, HqlLexer.INNER, HqlLexer.CROSS);
    /** What makes a condition of what stands in parentheses. */
    private static final Set<Integer> OPERATORS = Set.of(HqlLexer.AND, HqlLexer.OR, HqlLexer.NOT, HqlLexer.EQUAL,
            HqlLexer.NOT_EQUAL, HqlLexer.GREATER, HqlLexer.GREATER_EQUAL, HqlLexer.LESS, HqlLexer.LESS_EQUAL, HqlLexer.IS,
            HqlLexer.IN, HqlLexer.LIKE, HqlLexer.ILIKE, HqlLexer.BETWEEN, HqlLexer.MEMBER, HqlLexer.EXISTS);
    /** What has conditions of its own, without being one, or is none. */
    private static final Set<Integer> OTHERS = Set.of(HqlLexer.SELECT, HqlLexer.FROM, HqlLexer.CASE, HqlLexer.COMMA);

    private final Function<List<Token>, HqlParser> parsers;
    /** What was parsed by itself, by the first token of what stands in its place. */
    private final Map<Token, HqlParser.PredicateContext> parsed = new IdentityHashMap<>();

    /** Takes what makes a parser of tokens that ends with an exception where they break the grammar. */
    ConditionGroups(Function<List<Token>, HqlParser> parsers) {
        this.parsers = parsers;
    }

    /**
     * The tree of a statement, as if it had been parsed as a whole.
     *
     * @throws ParseCancellationException if it breaks the grammar, or cannot be parsed so
     */
    HqlParser.StatementContext statement(List<Token> tokens) {
        List<Token> visible = tokens.stream().filter(each -> each.getChannel() == Token.DEFAULT_CHANNEL).toList();
        HqlParser.StatementContext statement = parsers.apply(withoutGroups(visible, false)).statement();
        fill(statement);
        if (!parsed.isEmpty()) {
            throw new ParseCancellationException("a condition has no place");
        }
        return statement;
    }

    /** Short conditions in the place of those in parentheses, which are parsed. */
    private List<Token> withoutGroups(List<Token> tokens, boolean inCondition) {
        List<Token> left = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            left.add(token);
            boolean may = token.getType() == HqlLexer.LEFT_PAREN
                    && (i == 0 ? inCondition : BEFORE.contains(tokens.get(i - 1).getType()));
            int end = may ? end(tokens, i) : -1;
            if (end > 0 && BEHIND.contains(type(tokens, end + 1)) && isCondition(tokens.subList(i + 1, end))) {
                left.addAll(standIn(condition(tokens.subList(i + 1, end)), token));
                i = end - 1;
            }
        }
        return left;
    }

    private static int type(List<Token> tokens, int index) {
        return index < tokens.size() ? tokens.get(index).getType() : Token.EOF;
    }

    /** The index of the parenthesis that closes another one; -1 where none does. */
    private static int end(List<Token> tokens, int start) {
        int open = 0;
        for (int i = start; i < tokens.size(); i++) {
            int type = tokens.get(i).getType();
            open += type == HqlLexer.LEFT_PAREN ? 1 : type == HqlLexer.RIGHT_PAREN ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isCondition(List<Token> tokens) {
        int open = 0;
        boolean operator = false;
        for (Token token : tokens) {
            int type = token.getType();
            open += type == HqlLexer.LEFT_PAREN ? 1 : type == HqlLexer.RIGHT_PAREN ? -1 : 0;
            if (open == 0 && OTHERS.contains(type)) {
                return false;
            }
            operator |= open == 0 && OPERATORS.contains(type);
        }
        boolean within = !tokens.isEmpty() && type(tokens, 0) == HqlLexer.LEFT_PAREN && end(tokens, 0) == tokens.size() - 1;
        return operator || within && isCondition(tokens.subList(1, tokens.size() - 1));
    }

    private HqlParser.PredicateContext condition(List<Token> tokens) {
        HqlParser parser = parsers.apply(withoutGroups(tokens, true));
        HqlParser.PredicateContext condition = parser.predicate();
        if (parser.getInputStream().LA(1) != Token.EOF) {
            throw new ParseCancellationException("more than a condition");
        }
        return condition;
    }

    private List<Token> standIn(HqlParser.PredicateContext condition, Token at) {
        List<Token> tokens = List.of(token(HqlLexer.INTEGER_LITERAL, "1", at), token(HqlLexer.EQUAL, "=", at),
                token(HqlLexer.INTEGER_LITERAL, "1", at));
        parsed.put(tokens.get(0), condition);
        return tokens;
    }

    private static Token token(int type, String text, Token at) {
        CommonToken token = new CommonToken(type, text);
        token.setLine(at.getLine());
        token.setCharPositionInLine(at.getCharPositionInLine());
        return token;
    }

    private void fill(ParseTree tree) {
        if (tree instanceof HqlParser.GroupedPredicateContext group && parsed.containsKey(group.predicate().getStart())) {
            HqlParser.PredicateContext condition = parsed.remove(group.predicate().getStart());
            group.children.set(group.children.indexOf(group.predicate()), condition);
            condition.setParent(group);
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            fill(tree.getChild(i));
        }
    }
}
