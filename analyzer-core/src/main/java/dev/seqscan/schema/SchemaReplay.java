package dev.seqscan.schema;

import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.util.List;
import java.util.Map;

/**
 * Replays SQL scripts in the order in which they are given, and tells the tables as they stand after the last one.
 * A statement that is neither understood nor known to be of no effect becomes a notice; the next ones go on.
 * Not for use by several threads.
 */
public final class SchemaReplay {

    private final Product product;
    private final Map<String, String> placeholders;
    private final ReplayNotices notices;
    private final SchemaDraft draft;
    private final StatementReader reader;

    /**
     * Begins with no tables.
     *
     * @param placeholders values of {@code ${name}} in the scripts; an unknown one becomes {@code placeholder_name}
     */
    public SchemaReplay(Product product, Map<String, String> placeholders, Notices notices) {
        this(product, placeholders, Map.of(), notices);
    }

    /**
     * Begins with no tables.
     *
     * @param mapped tables, by normalised names, that stand there once a statement changes them that no statement made, as
     *        those that Hibernate makes before the migrations run
     */
    public SchemaReplay(Product product, Map<String, String> placeholders, Map<String, Table> mapped, Notices notices) {
        this.product = product;
        this.placeholders = Map.copyOf(placeholders);
        this.notices = new ReplayNotices(notices);
        this.draft = new SchemaDraft(product, mapped);
        this.reader = new StatementReader(draft, this.notices);
    }

    /** Applies the statements of one more script. */
    public void replay(TextFile script) {
        SqlScript.split(script, product, placeholders, notices.all(), reader::read);
        notices.end(script.path());
    }

    /**
     * Applies the statements of a text inside a file, as of a changelog.
     *
     * @param firstLine the line of the file on which the text begins
     * @param values values of {@code ${name}}
     * @param delimiter what ends a statement
     * @param conditional whether it stands under a condition, so that what exists already is no surprise
     */
    public void replay(String file, int firstLine, String text, Map<String, String> values, String delimiter,
            boolean conditional) {
        SqlScript.split(file, Placeholders.fill(text, values), firstLine, delimiter, product, notices.all(),
                statement -> reader.read(statement, conditional));
    }

    /** Applies a statement that a migration tool makes of what stands at a place; under a condition, as above. */
    public void apply(MadeStatement made, boolean conditional) {
        reader.read(made.statement(), conditional);
    }

    /** Drops all foreign keys of a table. */
    public void dropForeignKeys(String table) {
        draft.find(Names.normalise(table)).ifPresent(each ->
                List.copyOf(each.foreignKeys()).forEach(key -> draft.dropForeignKey(each, key)));
    }

    /** Tells what was held back of the notices of a file, once nothing of it follows. */
    public void end(String file) {
        notices.end(file);
    }

    /** The product for which this replays. */
    public Product product() {
        return product;
    }

    /** The tables so far. */
    public Schema schema() {
        return draft.build();
    }
}
