package dev.seqscan.schema;

import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
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
        this.product = product;
        this.placeholders = Map.copyOf(placeholders);
        this.notices = new ReplayNotices(notices);
        this.draft = new SchemaDraft(product);
        this.reader = new StatementReader(draft, this.notices);
    }

    /** Applies the statements of one more script. */
    public void replay(TextFile script) {
        notices.begin();
        SqlScript.split(script, product, placeholders, notices.all(), reader::read);
        notices.end(script.path());
    }

    /** The tables so far. */
    public Schema schema() {
        return draft.build();
    }
}
