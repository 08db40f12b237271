package dev.seqscan.overview;

import dev.seqscan.rule.Model;
import java.util.Collection;
import java.util.TreeSet;

/** Puts together what the models of several groups of applications tell; what two of them tell counts once. */
public final class OverviewBuilder {

    private final EntityFacts entities = new EntityFacts();
    private final TableFacts tables = new TableFacts();

    /** Takes what one model tells, and keeps nothing of the model. */
    public void add(Model model) {
        entities.add(model);
        tables.add(model);
    }

    /**
     * The overview of all that was added.
     *
     * @param modules the directories of the modules
     */
    public Overview build(Collection<String> modules) {
        return new Overview(new TreeSet<>(modules).stream().toList(), entities.all(), tables.all());
    }
}
