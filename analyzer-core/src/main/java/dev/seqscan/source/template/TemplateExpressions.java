package dev.seqscan.source.template;

import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds <code>${..}</code> and <code>*{..}</code> in the values of attributes and in texts, wherever they stand: in links,
 * messages and literals as well (Using Thymeleaf 3.1, section 4).
 */
final class TemplateExpressions {

    private TemplateExpressions() {
    }

    /** All that an attribute's value reads; {@code object} is what {@code th:object} has chosen, or null. */
    static List<Expression> reads(Located value, Expression object) {
        List<Expression> reads = new ArrayList<>();
        String text = value.text();
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            char kind = open == 0 ? ' ' : text.charAt(open - 1);
            if (kind == '$' || kind == '*') {
                int close = Brackets.close(text, open);
                reads.addAll(PropertyPaths.reads(value.part(open + 1, close), kind == '*' ? object : null));
                open = close - 1;
            }
        }
        return reads;
    }

    /** The property path that a value is; all that it reads where it is more. */
    static Expression of(Located value, Expression object) {
        String text = value.text().stripTrailing();
        int start = text.length() - text.stripLeading().length();
        boolean chosen = text.startsWith("*{", start);
        boolean whole = (chosen || text.startsWith("${", start)) && Brackets.close(text, start + 1) == text.length() - 1;
        return whole ? PropertyPaths.of(value.part(start + 2, text.length() - 1), chosen ? object : null)
                : new Expression.Opaque(reads(value, object), value.span());
    }

    /** What the texts within an element read: <code>[[${..}]]</code> and <code>[(${..})]</code>. */
    static List<Expression> inlined(Located text, Expression object) {
        List<Expression> reads = new ArrayList<>();
        String all = text.text();
        for (int open = all.indexOf('['); open >= 0; open = all.indexOf('[', open + 1)) {
            boolean inlined = all.startsWith("[[", open) || all.startsWith("[(", open);
            int close = inlined ? all.indexOf(all.charAt(open + 1) == '[' ? "]]" : ")]", open) : -1;
            if (close > open + 2) {
                reads.addAll(reads(text.part(open + 2, close), object));
                open = close;
            }
        }
        return reads;
    }
}
