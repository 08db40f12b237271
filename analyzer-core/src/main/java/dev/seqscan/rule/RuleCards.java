package dev.seqscan.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Finds the page of a rule and names the rule. */
final class RuleCards {

    private RuleCards() {
    }

    static RuleCard of(Class<?> rule) {
        String page = rule.getSimpleName() + ".md";
        try (InputStream in = rule.getResourceAsStream(page)) {
            if (in == null) {
                throw new RulePageException(page, 1, "there is no such page beside " + rule.getName());
            }
            return RulePage.parse(id(rule.getSimpleName()), page, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(page, e);
        }
    }

    /** A class name in kebab case: {@code QueryInLoop} as {@code query-in-loop}, {@code JSONColumn} as {@code json-column}. */
    static String id(String className) {
        return className.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-").toLowerCase(Locale.ROOT);
    }
}
