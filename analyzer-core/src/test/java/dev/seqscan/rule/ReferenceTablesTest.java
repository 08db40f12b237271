package dev.seqscan.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.schema.ForeignKey;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceTablesTest {

    private static final Place HERE = new Place("schema.sql", Span.ofLine(1));

    private final ReferenceTables references = new ReferenceTables(List.of());

    @Test
    void aTableThatMigrationsFillWithSeveralRowsLooksAsIfItHeldAFewKinds() {
        assertThat(references.holds(table(30))).isTrue();
        assertThat(references.holds(table(1))).isFalse();
    }

    @Test
    void hundredsOfRowsAreNoFewKinds() {
        assertThat(references.holds(table(400))).isFalse();
    }

    @Test
    void aTableThatDependsOnAnotherGrowsWithIt() {
        ForeignKey key = new ForeignKey("", List.of("shop_id"), "shops", List.of(), HERE);
        assertThat(references.holds(new Table("kinds", Table.Kind.TABLE, List.of(), List.of(), List.of(key), 30,
                Table.Source.MIGRATION, HERE))).isFalse();
    }

    private static Table table(int seeded) {
        return new Table("kinds", Table.Kind.TABLE, List.of(), List.of(), List.of(), seeded, Table.Source.MIGRATION, HERE);
    }
}
