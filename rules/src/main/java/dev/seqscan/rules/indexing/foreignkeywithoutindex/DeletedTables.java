package dev.seqscan.rules.indexing.foreignkeywithoutindex;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Tenancy;
import dev.seqscan.schema.ForeignKey;
import dev.seqscan.schema.ForeignKey.OnDelete;
import dev.seqscan.schema.Names;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tables of which the program deletes rows, with a call that does so; a request that reaches it is told first. That a whole
 * tenant goes is too rare to count. Where it
 * is not seen at all how rows get into a table, nor that they leave it, a foreign key with a rule for deletes tells it.
 */
final class DeletedTables {

    private final Model model;
    private final Map<String, QueryUse> byTable = new TreeMap<>();
    private final Set<String> inserted = new HashSet<>();
    private final Map<String, Set<String>> cascades = new TreeMap<>();

    DeletedTables(Model model) {
        this.model = model;
        Tenancy tenancy = model.tenancy();
        model.flow().insertions().forEach(each -> each.query().shape().roots().stream().limit(1)
                .forEach(root -> inserted.add(tableOf(root))));
        model.schemas().forEach(schema -> schema.tables().forEach(table -> table.foreignKeys().stream()
                .filter(key -> key.onDelete() == OnDelete.CASCADE).forEach(key -> cascades
                        .computeIfAbsent(Names.normalise(key.referencedTable()), none -> new TreeSet<>()).add(table.name()))));
        for (QueryUse use : model.flow().queryUses()) {
            if (use.query().shape().command() == Command.DELETE && !tenancy.isOfTenant(use.query().shape())
                    && !model.flow().unusedMethods().contains(use.site().enclosing())) {
                use.query().shape().roots().stream().limit(1).forEach(root -> note(root, use));
            }
        }
    }

    /** The call by which rows of a table are deleted. */
    Optional<QueryUse> of(String table) {
        return Optional.ofNullable(byTable.get(table));
    }

    /**
     * Whether the schema alone tells that rows are deleted of what a foreign key refers to: somebody wrote a rule for it, and
     * the program's own way to write that table was not read, so that its deletes are not seen either.
     */
    boolean areForeseen(ForeignKey key) {
        String parent = Names.normalise(key.referencedTable());
        return key.onDelete() != OnDelete.REFUSE && !inserted.contains(parent) && !byTable.containsKey(parent);
    }

    private String tableOf(Root root) {
        return model.entities().ofClass(root.entity()).map(Entity::table).orElseGet(() -> Names.normalise(root.table()));
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
            cascades.getOrDefault(table, Set.of()).forEach(part -> note(part, use));
        }
        return better;
    }
}
