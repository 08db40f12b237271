package dev.seqscan.schema.liquibase;

import dev.seqscan.schema.MadeStatement;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.SchemaReplay;
import java.util.Map;

/**
 * Where the changes of one change set go.
 *
 * @param file the changelog
 * @param values of properties that stand before the change set
 * @param conditional whether preconditions that are not known decide about it
 */
record ChangeTarget(String file, SchemaReplay replay, ChangelogFiles files, Map<String, String> values, boolean conditional) {

    /** Begins a statement made of a node. */
    MadeStatement make(Node node) {
        return new MadeStatement(file, node.span(), product(), values);
    }

    /** Applies a statement. */
    void apply(MadeStatement made) {
        replay.apply(made, conditional);
    }

    /** Applies statements written in SQL. */
    void sql(String ofFile, int firstLine, String text, String delimiter) {
        replay.replay(ofFile, firstLine, text, values, delimiter, conditional);
    }

    /** A name with the values of properties filled in. */
    String filled(String name) {
        return Properties.filled(name, values);
    }

    Product product() {
        return replay.product();
    }
}
