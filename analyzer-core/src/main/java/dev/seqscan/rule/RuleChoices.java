package dev.seqscan.rule;

import dev.seqscan.config.NearestWord;
import dev.seqscan.config.RuleSetting;
import dev.seqscan.config.WrongSettings;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the user's settings make of the rules: which are off, their levels and their options. */
public final class RuleChoices {

    /** All rules as their pages have them. */
    public static final RuleChoices NONE = new RuleChoices(Map.of());

    private final Map<String, RuleSetting> settings;

    private RuleChoices(Map<String, RuleSetting> settings) {
        this.settings = Map.copyOf(settings);
    }

    /**
     * Takes settings by ids of rules.
     *
     * @throws WrongSettings if there is no such rule, or the rule has no such option or value; it names the place and the nearest
     *         name
     */
    public static RuleChoices of(Map<String, RuleSetting> settings, RuleCatalog rules) {
        settings.forEach((id, setting) -> check(id, setting, rules));
        return new RuleChoices(settings);
    }

    private static void check(String id, RuleSetting setting, RuleCatalog rules) {
        RuleCard card = rules.find(id).map(RuleCatalog.Entry::card)
                .orElseThrow(() -> new WrongSettings(setting.place() + ": " + rules.unknown(id)));
        setting.options().forEach((name, value) -> {
            RuleOption option = card.options().get(name);
            if (option == null) {
                throw new WrongSettings(setting.place() + ": " + id + ": " + (card.options().isEmpty() ? "the rule has no options"
                        : NearestWord.unknown(name, List.copyOf(card.options().keySet()))));
            }
            option.fault(value).ifPresent(fault -> {
                throw new WrongSettings(setting.place() + ": " + id + ": " + fault);
            });
        });
    }

    /** Whether a rule is switched off. */
    public boolean isOff(String id) {
        return settings.containsKey(id) && settings.get(id).level().equals(RuleSetting.OFF);
    }

    /** The card of a rule with the level that the user chose. */
    public RuleCard chosen(RuleCard card) {
        return level(card.id()).map(card::at).orElse(card);
    }

    /** A finding with the level that the user chose for its rule, which its precision caps as it caps every level. */
    public Finding chosen(Finding finding) {
        return level(finding.ruleId()).map(finding::at).orElse(finding);
    }

    private Optional<Level> level(String id) {
        return Optional.ofNullable(settings.get(id))
                .flatMap(said -> Arrays.stream(Level.values()).filter(each -> each.id().equals(said.level())).findFirst());
    }

    /** The options of a rule. */
    public RuleOptions options(RuleCard card) {
        RuleSetting setting = settings.get(card.id());
        return new RuleOptions(card.options(), setting == null ? Map.of() : setting.options());
    }
}
