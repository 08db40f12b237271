package dev.seqscan.rules.indexing.foreignkeywithoutindex;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.rule.Model;
import dev.seqscan.schema.Names;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tables of which the program deletes rows, with a call that does so; a request that reaches it is told first. */
final class DeletedTables {

    private final Model model;
    private final Map<String, QueryUse> byTable = new TreeMap<>();

    DeletedTables(Model model) {
        this.model = model;
        for (QueryUse use : model.flow().queryUses()) {
            if (use.query().shape().command() == Command.DELETE
                    && !model.flow().unusedMethods().contains(use.site().enclosing())) {
                use.query().shape().roots().stream().limit(1).forEach(root -> note(root, use));
            }
        }
    }

    /** The call by which rows of a table are deleted. */
    Optional<QueryUse> of(String table) {
        return Optional.ofNullable(byTable.get(table));
    }

    private void note(Root root, QueryUse use) {
        model.entities().ofClass(root.entity()).ifPresentOrElse(entity -> noteParts(entity, use),
                () -> note(Names.normalise(root.table()), use));
    }

    /** What a removal cascades to is deleted with it. */
    private void noteParts(Entity entity, QueryUse use) {
        if (note(entity.table(), use)) {
            for (Attribute attribute : entity.attributes()) {
                if (attribute instanceof Association association && association.cascadesRemove()) {
                    model.entities().ofClass(association.target()).ifPresent(part -> noteParts(part, use));
                }
            }
        }
    }

    private boolean note(String table, QueryUse use) {
        QueryUse known = byTable.get(table);
        boolean better = known == null || known.site().entryPoint().isEmpty() && !use.site().entryPoint().isEmpty();
        if (better && !table.isEmpty()) {
            byTable.put(table, use);
        }
        return better;
    }
}
