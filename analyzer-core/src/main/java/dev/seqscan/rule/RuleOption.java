package dev.seqscan.rule;

import java.util.Locale;
import java.util.Optional;

/**
 * What a user may set of a rule, as its page declares it.
 *
 * @param byDefault the value where nothing is set
 * @param meaning in a clause, for the user
 */
public record RuleOption(String name, Type type, String byDefault, String meaning) {

    /** What values an option takes. */
    public enum Type {
        NUMBER("a whole number from 0 to 999999999", "[0-9]{1,9}"), FLAG("true or false", "true|false");

        private final String words;
        private final String form;

        Type(String words, String form) {
            this.words = words;
            this.form = form;
        }

        /** The name on a page. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a value cannot be one of this option; empty if it can. */
    public Optional<String> fault(String value) {
        return value.matches(type.form) ? Optional.empty() : Optional.of(name + " is " + type.words + ", not \"" + value + "\"");
    }
}
