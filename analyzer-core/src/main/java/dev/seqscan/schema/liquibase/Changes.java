package dev.seqscan.schema.liquibase;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Knows what each change does (Liquibase documentation, "Change Types"). */
final class Changes {

    /** What leaves tables and indexes as they are, and what stands in a change set without being a change. */
    private static final Set<String> NO_EFFECT = Set.of("update", "delete", "createSequence", "dropSequence", "alterSequence",
            "renameSequence", "tagDatabase", "customChange", "executeCommand", "output", "empty", "stop", "createProcedure",
            "dropProcedure", "createFunction", "dropFunction", "createTrigger", "dropTrigger", "renameTrigger", "enableTrigger",
            "disableTrigger", "createPackage", "createPackageBody", "dropPackage", "dropPackageBody", "createSynonym",
            "dropSynonym", "addDefaultValue", "dropDefaultValue", "addAutoIncrement", "setTableRemarks", "setColumnRemarks",
            "addCheckConstraint", "dropCheckConstraint", "enableCheckConstraint", "disableCheckConstraint", "markUnused", "alterRoutine", "grant",
            "comment", "comments", "rollback", "preConditions", "validCheckSum", "modifySql", "property");

    private static final Map<String, BiConsumer<Node, ChangeTarget>> KNOWN = new TreeMap<>();

    static {
        KNOWN.put("createTable", TableChanges::createTable);
        KNOWN.put("dropTable", TableChanges::dropTable);
        KNOWN.put("renameTable", TableChanges::renameTable);
        KNOWN.put("createView", TableChanges::createView);
        KNOWN.put("dropView", TableChanges::dropView);
        KNOWN.put("renameView", TableChanges::renameView);
        KNOWN.put("addLookupTable", TableChanges::addLookupTable);
        KNOWN.put("addColumn", ColumnChanges::addColumn);
        KNOWN.put("dropColumn", ColumnChanges::dropColumn);
        KNOWN.put("renameColumn", ColumnChanges::renameColumn);
        KNOWN.put("modifyDataType", ColumnChanges::modifyDataType);
        KNOWN.put("modifyColumn", ColumnChanges::modifyColumn);
        KNOWN.put("addNotNullConstraint", ColumnChanges::addNotNull);
        KNOWN.put("dropNotNullConstraint", ColumnChanges::dropNotNull);
        KNOWN.put("mergeColumns", ColumnChanges::mergeColumns);
        KNOWN.put("addPrimaryKey", KeyChanges::addPrimaryKey);
        KNOWN.put("dropPrimaryKey", KeyChanges::dropPrimaryKey);
        KNOWN.put("addUniqueConstraint", KeyChanges::addUniqueConstraint);
        KNOWN.put("dropUniqueConstraint", KeyChanges::dropConstraint);
        KNOWN.put("addForeignKeyConstraint", KeyChanges::addForeignKey);
        KNOWN.put("dropForeignKeyConstraint", KeyChanges::dropConstraint);
        KNOWN.put("dropAllForeignKeyConstraints", KeyChanges::dropAllForeignKeys);
        KNOWN.put("createIndex", KeyChanges::createIndex);
        KNOWN.put("dropIndex", KeyChanges::dropIndex);
        KNOWN.put("sql", SqlChanges::sql);
        KNOWN.put("sqlFile", SqlChanges::sqlFile);
        KNOWN.put("insert", SqlChanges::insert);
        KNOWN.put("loadData", SqlChanges::loadData);
        KNOWN.put("loadUpdateData", SqlChanges::loadData);
    }

    private Changes() {
    }

    /**
     * Applies a change.
     *
     * @throws Node.Incomplete where it is not understood
     */
    static void apply(Node change, ChangeTarget target) {
        BiConsumer<Node, ChangeTarget> known = KNOWN.get(change.name());
        if (known != null) {
            known.accept(change, target);
        } else if (!NO_EFFECT.contains(change.name())) {
            throw new Node.Incomplete("unknown change " + change.name());
        }
    }
}
