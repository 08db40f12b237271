package dev.seqscan.config;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a parameter says of rules: {@code offset-pagination=off}, {@code select-star.wide=20}. */
public final class RuleArguments {

    private static final Pattern ARGUMENT = Pattern.compile("([a-z][a-z0-9-]*)(?:\\.([a-z][a-z0-9-]*))?\\s*=\\s*(\\S.*)");

    private RuleArguments() {
    }

    /**
     * The settings by the ids of rules.
     *
     * @param place what names the parameter, for messages
     * @throws WrongSettings if an argument is not of that form, or says of a rule what cannot be said
     */
    public static SortedMap<String, RuleSetting> parse(List<String> arguments, String place) {
        SortedMap<String, RuleSetting> rules = new TreeMap<>();
        for (String argument : arguments) {
            Matcher matcher = ARGUMENT.matcher(argument.strip());
            if (!matcher.matches()) {
                throw new WrongSettings("allowed are a rule and a level, or an option and its value, separated by commas, as "
                        + "offset-pagination=off,query-in-loop=error,select-star.wide=20");
            }
            rules.merge(matcher.group(1), setting(matcher, place), (first, later) -> later.over(first));
        }
        return rules;
    }

    private static RuleSetting setting(Matcher argument, String place) {
        String value = argument.group(3);
        SortedMap<String, String> options = new TreeMap<>();
        if (argument.group(2) != null) {
            options.put(argument.group(2), value);
            return new RuleSetting("", options, place);
        }
        if (!RuleSetting.LEVELS.contains(value)) {
            throw new WrongSettings(NearestWord.unknown(value, RuleSetting.LEVELS));
        }
        return new RuleSetting(value, options, place);
    }
}
