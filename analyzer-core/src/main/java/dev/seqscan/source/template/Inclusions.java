package dev.seqscan.source.template;

import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.template.TemplateFile.Fragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which fragments are declared and included, and what they are given (Using Thymeleaf 3.1, section 8). */
final class Inclusions {

    private static final Pattern NAMED = Pattern.compile("(\\w+)\\s*=(?!=)\\s*");

    private Inclusions() {
    }

    /**
     * The call that stands for including a fragment. Arguments by name are assignments. Nothing where the fragment is
     * computed or chosen by its element.
     */
    static Optional<Expression> of(Located value, Expression object) {
        Located inner = withoutBraces(value);
        int parts = inner.text().indexOf("::");
        int open = inner.text().indexOf('(', Math.max(0, parts));
        Optional<FragmentName> name = FragmentName.of(open < 0 ? inner.text() : inner.text().substring(0, open));
        List<Expression> given = new ArrayList<>();
        if (open >= 0) {
            Brackets.split(inner.text(), open + 1, Brackets.close(inner.text(), open))
                    .forEach(each -> given.add(argument(inner.part(each[0], each[1]), object)));
        }
        return name.map(each -> new Expression.Call(null, each.callName(), List.of(), List.copyOf(given), inner.span(), inner.span()));
    }

    private static Located withoutBraces(Located value) {
        int open = value.text().indexOf("~{");
        boolean whole = open >= 0 && value.text().substring(0, open).isBlank();
        return whole ? value.part(open + 2, Brackets.close(value.text(), open + 1)) : value;
    }

    private static Expression argument(Located given, Expression object) {
        Matcher named = NAMED.matcher(given.text());
        if (!named.lookingAt()) {
            return TemplateExpressions.of(given, object);
        }
        Expression name = new Expression.Name(named.group(1), given.part(0, named.end(1)).span());
        Expression value = TemplateExpressions.of(given.part(named.end(), given.text().length()), object);
        return new Expression.Assign("=", name, value, given.span());
    }

    /** The fragment that an element declares, as {@code row(order)}. */
    static Optional<Fragment> declared(Located value, List<Statement> statements) {
        String text = value.text();
        int open = text.indexOf('(');
        String name = (open < 0 ? text : text.substring(0, open)).strip();
        List<String> parameters = open < 0 ? List.of()
                : Brackets.split(text, open + 1, Brackets.close(text, open)).stream().map(each -> text.substring(each[0], each[1])).toList();
        return name.isEmpty() ? Optional.empty() : Optional.of(new Fragment(name, parameters, List.copyOf(statements)));
    }
}
