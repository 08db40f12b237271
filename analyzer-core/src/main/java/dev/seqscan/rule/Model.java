package dev.seqscan.rule;

import dev.seqscan.config.Settings;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.finding.Trail;
import dev.seqscan.finding.Weight;
import dev.seqscan.flow.Flow;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.DeclaredStatement;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.List;

/** What a rule sees of an application. */
public interface Model {

    /** What repeats, and which calls send statements. */
    Flow flow();

    /** The mapped entities. */
    EntityModel entities();

    /** The settings of the module that a call stands in. */
    Settings settings(QueryUse use);

    /** The schemas on which a statement runs: one per database product; empty where none is known. */
    List<Schema> schemas(QueryUse use);

    /** All schemas, whether or not a statement is known that runs on them. */
    List<Schema> schemas();

    /** The statements that files declare, among them those that no call is known to send. */
    default List<DeclaredStatement> declaredStatements() {
        return List.of();
    }

    /** Whether migrations that are not read may give the tables of these schemas further indexes, or other tables. */
    boolean hasUnreadMigrations(QueryUse use);

    /** Whether the program writes a table, so that it grows. */
    boolean isWritten(String table);

    /** Whether a table has few rows: the user says so, or only the migrations fill it. */
    default boolean isSmall(Table table) {
        return table.seeded() && !isWritten(table.name());
    }

    /** What is known of how many rows a table has. */
    default Weight.Table size(Table table) {
        return isSmall(table) ? Weight.Table.SMALL : isWritten(table.name()) ? Weight.Table.GROWING : Weight.Table.UNKNOWN;
    }

    /** The same in words, as the end of a sentence: {@code about 2,000,000 rows (the settings)}. */
    default String sizeWords(Table table) {
        return isWritten(table.name()) ? table.name() + " is written by the program"
                : "the size of " + table.name() + " is not known";
    }

    /** What the user sets of the options that the page of a rule declares, with their defaults. */
    default RuleOptions options(RuleCard card) {
        return RuleChoices.NONE.options(card);
    }

    /** Where a rule notes why it leaves a place out. */
    default Trail trail() {
        return Trail.NONE;
    }

    /** The columns that keep the rows of tenants apart, as the mapping and the schemas tell. */
    default Tenants tenants() {
        return new Tenants(entities(), schemas());
    }

    /** How statements and schemas look to one tenant. */
    default Tenancy tenancy() {
        return new Tenancy(this);
    }

    /** Whether a script or the mapping makes a table of that name. */
    boolean hasTable(String table);

    /** Whether a table gets many rows, and what tells so. */
    Growth growth(String table);

    /** How many rows the statement of a call finds, as far as its conditions tell. */
    RowEstimate rows(QueryUse use);
}
