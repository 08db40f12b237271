package dev.seqscan.query;

import dev.seqscan.config.Settings;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a statement that stands in a file of settings: {@code @Value("${sql.find}") String sql},
 * {@code env.getProperty("sql.find")}, {@code bundle.getString("sql.find")} (Spring Framework reference, "Using @Value").
 *
 * @param place where the key stands
 */
public record SettingText(Text text, Place place) {

    private static final int LONGEST_WAY = 8;
    private static final Set<String> ASK = Set.of("getProperty", "getRequiredProperty", "getString", "resolvePlaceholders",
            "resolveRequiredPlaceholders");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^${}:]+)(?::([^{}]*))?}");

    /** The text that an expression of a method gets from the settings; empty where it comes from elsewhere. */
    public static Optional<SettingText> of(Expression expression, DeclaredClass owner, MethodDeclaration method, QueryContext context) {
        return new Search(context).of(expression, owner, method, 0);
    }

    /** A text whose placeholders are replaced by settings, if it has any and all are set. */
    public static Optional<SettingText> filled(String text, Place place, QueryContext context) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        Place where = place;
        boolean any = false;
        while (placeholder.find()) {
            Optional<Settings.Value> value = context.settings().relaxedValue(placeholder.group(1));
            if (value.isEmpty() && placeholder.group(2) == null) {
                return Optional.empty();
            }
            where = value.isPresent() && !any ? value.get().place() : where;
            any = true;
            placeholder.appendReplacement(filled, Matcher.quoteReplacement(value.map(Settings.Value::text).orElse(placeholder.group(2))));
        }
        return any ? Optional.of(new SettingText(Text.of(placeholder.appendTail(filled).toString()), where)) : Optional.empty();
    }

    private record Search(QueryContext context) {

        Optional<SettingText> of(Expression expression, DeclaredClass owner, MethodDeclaration method, int steps) {
            if (steps > LONGEST_WAY) {
                return Optional.empty();
            }
            if (expression instanceof Expression.Call call) {
                return asked(call, owner, method);
            }
            if (expression instanceof Expression.Select select && select.target() instanceof Expression.This) {
                return field(select.name(), owner, steps);
            }
            if (!(expression instanceof Expression.Name name)) {
                return Optional.empty();
            }
            Optional<VariableHistory> variable = VariableHistory.of(method, name.name(), name.span());
            if (variable.isEmpty()) {
                return field(name.name(), owner, steps);
            }
            List<Expression> values = variable.get().values();
            return variable.get().parameter() && values.isEmpty() ? parameter(name.name(), owner, method)
                    : values.size() == 1 ? of(values.get(0), owner, method, steps + 1) : Optional.empty();
        }

        private Optional<SettingText> asked(Expression.Call call, DeclaredClass owner, MethodDeclaration method) {
            Optional<String> key = !ASK.contains(call.name()) || call.target() == null || call.arguments().isEmpty() ? Optional.empty()
                    : Texts.text(call.arguments().get(0), owner, method, context.program()).constant();
            String form = call.name().startsWith("resolve") ? "%s" : "${%s}";
            return key.flatMap(each -> filled(form.formatted(each), owner.place(call.span()), context));
        }

        private Optional<SettingText> field(String name, DeclaredClass owner, int steps) {
            Optional<FieldDeclaration> field = owner.declaration().fields().stream().filter(each -> each.name().equals(name)).findFirst();
            Optional<SettingText> injected = field.flatMap(each -> injected(each.annotations(), owner));
            if (injected.isPresent() || field.isEmpty()) {
                return injected;
            }
            FieldValues values = FieldValues.of(name, owner);
            return values.all().size() == 1 ? of(values.all().get(0), owner, values.method(), steps + 1) : Optional.empty();
        }

        private Optional<SettingText> parameter(String name, DeclaredClass owner, MethodDeclaration method) {
            return method.parameters().stream().filter(each -> each.name().equals(name)).findFirst()
                    .flatMap(each -> injected(each.annotations(), owner));
        }

        private Optional<SettingText> injected(List<AnnotationUse> uses, DeclaredClass owner) {
            return uses.stream().filter(each -> Set.of("Value", "ConfigProperty", "Property").contains(each.simpleName())).findFirst()
                    .flatMap(use -> use.attribute("value").map(each -> "%s").or(() -> use.attribute("name").map(each -> "${%s}"))
                            .flatMap(form -> use.attribute("value").or(() -> use.attribute("name"))
                                    .flatMap(each -> Texts.text(each, owner, context.program()).constant())
                                    .flatMap(text -> filled(form.formatted(text), owner.place(use.span()), context))));
        }
    }
}
