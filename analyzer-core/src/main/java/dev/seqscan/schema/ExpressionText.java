package dev.seqscan.schema;

import dev.seqscan.schema.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The text of an expression in one spelling: lower case, no casts, no needless blanks and parentheses. */
final class ExpressionText {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d_@#$'].*|.*[\\p{L}\\d_@#$']", Pattern.DOTALL);

    private ExpressionText() {
    }

    static String of(List<SqlToken> tokens) {
        List<String> parts = withoutLoneParentheses(parts(tokens));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            boolean betweenWords = i > 0 && isWord(parts.get(i - 1)) && isWord(parts.get(i));
            text.append(betweenWords ? " " : "").append(parts.get(i));
        }
        return text.toString();
    }

    private static boolean isWord(String part) {
        return WORD.matcher(part).matches();
    }

    private static List<String> parts(List<SqlToken> tokens) {
        List<String> parts = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            SqlToken token = tokens.get(i++);
            if (token.text().equals("::") && token.kind() == Kind.SYMBOL) {
                i = afterType(tokens, i);
            } else {
                parts.add(part(token));
            }
        }
        return parts;
    }

    private static String part(SqlToken token) {
        return switch (token.kind()) {
            case QUOTED -> Names.normalise(token.text());
            case STRING, BODY -> "'" + token.text() + "'";
            default -> token.text().toLowerCase(Locale.ROOT);
        };
    }

    private static int afterType(List<SqlToken> tokens, int from) {
        int i = from;
        while (i < tokens.size() && (tokens.get(i).isName() || tokens.get(i).isSymbol('.')) && !isOperator(tokens.get(i))) {
            i++;
        }
        if (i < tokens.size() && tokens.get(i).isSymbol('(')) {
            while (i < tokens.size() && !tokens.get(i).isSymbol(')')) {
                i++;
            }
            i++;
        }
        while (i < tokens.size() && (tokens.get(i).isSymbol('[') || tokens.get(i).isSymbol(']'))) {
            i++;
        }
        return i;
    }

    private static boolean isOperator(SqlToken token) {
        return switch (token.keyword()) {
            case "AND", "OR", "IS", "IN", "LIKE", "NOT", "BETWEEN", "COLLATE", "ASC", "DESC", "NULLS" -> true;
            default -> false;
        };
    }

    /** {@code lower((email))} is {@code lower(email)}, and {@code (email)} is {@code email}. */
    private static List<String> withoutLoneParentheses(List<String> parts) {
        List<String> result = new ArrayList<>();
        for (String part : parts) {
            result.add(part);
            int size = result.size();
            boolean lone = size >= 3 && part.equals(")") && isWord(result.get(size - 2)) && result.get(size - 3).equals("(");
            boolean call = size >= 4 && isWord(result.get(size - 4));
            if (lone && !call) {
                result.remove(size - 1);
                result.remove(size - 3);
            }
        }
        return result;
    }
}
