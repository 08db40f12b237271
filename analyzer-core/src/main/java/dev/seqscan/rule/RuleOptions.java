package dev.seqscan.rule;

import java.util.Map;

/**
 * The values of the options of a rule.
 *
 * @param declared by the page of the rule
 * @param set by the user; each is declared and has a value that its type allows
 */
public record RuleOptions(Map<String, RuleOption> declared, Map<String, String> set) {

    /**
     * The value of a number.
     *
     * @throws IllegalArgumentException if the page declares no such option: a fault of the rule
     */
    public int number(String name) {
        return Integer.parseInt(value(name, RuleOption.Type.NUMBER));
    }

    /**
     * The value of a flag.
     *
     * @throws IllegalArgumentException if the page declares no such option: a fault of the rule
     */
    public boolean flag(String name) {
        return value(name, RuleOption.Type.FLAG).equals("true");
    }

    private String value(String name, RuleOption.Type type) {
        RuleOption option = declared.get(name);
        if (option == null || option.type() != type) {
            throw new IllegalArgumentException("the page of the rule declares no " + type.id() + " " + name);
        }
        return set.getOrDefault(name, option.byDefault());
    }
}
