package dev.seqscan.run;

import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.rule.RulePageException;
import java.util.ServiceConfigurationError;

/** The rules of SeqScan with those that users add. */
public final class InstalledRules {

    private InstalledRules() {
    }

    /**
     * The rules that a class loader sees.
     *
     * @throws TaskFailed if one of them cannot be used: its page is wrong, another has its id, or it was compiled against
     *         another version
     */
    public static RuleCatalog of(ClassLoader loader) throws TaskFailed {
        try {
            return RuleCatalog.load(loader);
        } catch (RulePageException | ServiceConfigurationError | LinkageError unusable) {
            throw new TaskFailed("the rules cannot be used: " + unusable.getMessage());
        }
    }
}
