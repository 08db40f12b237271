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

    private final StringBuilder script = new StringBuilder();

    /** A name leads indexes too, but none without the tenant; a number of its own kind leads some. */
    @Test
    void a_column_that_stands_nowhere_without_the_tenant_is_none() {
        for (String table : List.of("a", "b", "c", "d")) {
            table(table, "name varchar(9)", "tenant int");
            index(table, "tenant, id");
            index(table, "name, tenant");
        }
        assertThat(carried()).containsExactly("tenant");
    }

    @Test
    void a_column_that_most_indexes_do_without_is_none() {
        for (String table : List.of("a", "b", "c", "d")) {
            table(table, "name varchar(9)", "made timestamp", "kind int");
            index(table, "name, kind");
            index(table, "kind, made");
        }
        assertThat(carried()).doesNotContain("name");
    }

    @Test
    void a_column_that_a_third_of_the_indexes_do_without_counts() {
        for (String table : List.of("a", "b", "c", "d")) {
            table(table, "tenant int", "account int", "kind int");
            index(table, "tenant, account");
        }
        index("a", "kind, id");
        index("b", "kind, id");
        assertThat(carried()).containsExactly("tenant");
    }

    /** Its table was made by a script that is not here, say. */
    @Test
    void an_index_may_hold_a_column_that_no_table_was_seen_to_have() {
        for (String table : List.of("a", "b", "c", "d")) {
            table(table, "tenant int");
            index(table, "tenant, gone");
        }
        assertThat(carried()).containsExactly("tenant");
    }

    @Test
    void a_column_that_is_a_key_by_itself_is_none() {
        for (String table : List.of("a", "b", "c", "d")) {
            table(table, "code int unique", "kind int");
            index(table, "code, kind");
        }
        assertThat(carried()).isEmpty();
    }

    /** Of two columns that look like tenants a table has one, and it must be the same in each run. */
    @Test
    void the_column_that_leads_the_indexes_of_most_tables_comes_first() {
        for (String table : List.of("a", "b", "c", "d")) {
            table(table, "area int", "tenant int");
            index(table, "tenant, id");
            index(table, "tenant, area");
            index(table, "tenant, id, area");
        }
        for (String table : List.of("a", "b", "c")) {
            index(table, "area, tenant, id");
            index(table, "area, id");
        }
        assertThat(carried()).containsExactly("tenant", "area");
    }

    private void table(String name, String... columns) {
        script.append("create table ").append(name).append(" (id int, ").append(String.join(", ", columns)).append(");\n");
    }

    private void index(String table, String columns) {
        script.append("create index by_").append(columns.replace(", ", "_")).append('_').append(table).append(" on ")
                .append(table).append(" (").append(columns).append(");\n");
    }

    private List<String> carried() {
        return new Tenants(new EntityModel(Map.of()), List.of(schema(script.toString()))).carried();
    }

    private static Schema schema(String script) {
        SchemaReplay replay = new SchemaReplay(Product.POSTGRESQL, Map.of(), new Notices());
        replay.replay(new TextFile("V1.sql", script));
        return replay.schema();
    }
}
