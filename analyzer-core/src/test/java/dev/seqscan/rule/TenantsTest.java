package dev.seqscan.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.entity.EntityModel;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.SchemaReplay;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenantsTest {

    /** Of two columns that look like tenants a table has one, and it must be the same in each run. */
    @Test
    void the_column_that_leads_the_indexes_of_most_tables_comes_first() {
        StringBuilder script = new StringBuilder();
        for (String table : List.of("a", "b", "c", "d")) {
            script.append("create table ").append(table).append(" (id int, name varchar(9), area int, tenant int);\n");
            script.append("create index by_tenant_").append(table).append(" on ").append(table).append(" (tenant, id);\n");
        }
        for (String table : List.of("a", "b", "c")) {
            for (String column : List.of("name", "area")) {
                script.append("create index by_").append(column).append('_').append(table).append(" on ").append(table)
                        .append(" (").append(column).append(", tenant);\n");
            }
        }
        assertThat(new Tenants(new EntityModel(Map.of()), List.of(schema(script.toString()))).carried())
                .containsExactly("tenant", "area", "name");
    }

    private static Schema schema(String script) {
        SchemaReplay replay = new SchemaReplay(Product.POSTGRESQL, Map.of(), new Notices());
        replay.replay(new TextFile("V1.sql", script));
        return replay.schema();
    }
}
