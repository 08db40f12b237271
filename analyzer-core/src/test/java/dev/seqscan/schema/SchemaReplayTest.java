package dev.seqscan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.schema.ForeignKey.OnDelete;
import dev.seqscan.schema.Index.Origin;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaReplayTest {

    private final Notices notices = new Notices();

    private Schema replay(Product product, String... scripts) {
        SchemaReplay replay = new SchemaReplay(product, Map.of(), notices);
        for (int i = 0; i < scripts.length; i++) {
            replay.replay(new TextFile("V" + (i + 1) + "__shop.sql", scripts[i]));
        }
        return replay.schema();
    }

    private Table table(Product product, String name, String... scripts) {
        return replay(product, scripts).table(name).orElseThrow();
    }

    private static List<List<String>> indexed(Table table, Origin origin) {
        return table.indexes().stream().filter(index -> index.origin() == origin).map(Index::leadingColumns).toList();
    }

    private static Index only(Table table) {
        assertThat(table.indexes()).hasSize(1);
        return table.indexes().get(0);
    }

    @Test
    void a_table_has_its_columns_keys_and_places() {
        Table orders = table(Product.POSTGRESQL, "orders", """
                -- orders of the shop
                CREATE TABLE IF NOT EXISTS shop.orders (
                    id bigserial PRIMARY KEY,
                    "Number" varchar(20) NOT NULL UNIQUE,
                    customer_id bigint NOT NULL REFERENCES customer (id) ON DELETE SET DEFAULT,
                    total numeric(10, 2) DEFAULT 0 CHECK (total >= 0),
                    placed_at timestamp(6) with time zone DEFAULT now(),
                    tags text[],
                    note character varying(200) COLLATE "C",
                    CONSTRAINT orders_day UNIQUE (placed_at, customer_id)
                );
                """);

        assertThat(orders.columns()).extracting(Column::name)
                .containsExactly("id", "number", "customer_id", "total", "placed_at", "tags", "note");
        assertThat(orders.columns()).extracting(Column::type).containsExactly("bigserial", "varchar", "bigint", "numeric",
                "timestamp with time zone", "text[]", "character varying");
        assertThat(orders.columns()).extracting(Column::nullable)
                .containsExactly(false, false, false, true, true, true, true);
        assertThat(orders.column("total").orElseThrow().place().line()).isEqualTo(6);
        assertThat(indexed(orders, Origin.PRIMARY_KEY)).containsExactly(List.of("id"));
        assertThat(indexed(orders, Origin.UNIQUE_CONSTRAINT))
                .containsExactly(List.of("number"), List.of("placed_at", "customer_id"));
        assertThat(orders.foreignKeys()).singleElement().satisfies(key -> {
            assertThat(key.referencedTable()).isEqualTo("customer");
            assertThat(key.referencedColumns()).containsExactly("id");
        });
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void a_foreign_key_makes_an_index_where_the_product_does_so() {
        String script = "CREATE TABLE orders (id INT PRIMARY KEY, customer_id INT, "
                + "CONSTRAINT fk_customer FOREIGN KEY (customer_id) REFERENCES customer (id));";

        assertThat(indexed(table(Product.MYSQL, "orders", script), Origin.FOREIGN_KEY)).containsExactly(List.of("customer_id"));
        assertThat(indexed(table(Product.H2, "orders", script), Origin.FOREIGN_KEY)).containsExactly(List.of("customer_id"));
        assertThat(indexed(table(Product.POSTGRESQL, "orders", script), Origin.FOREIGN_KEY)).isEmpty();
    }

    @Test
    void a_foreign_key_uses_an_index_that_is_there() {
        Table orders = table(Product.MYSQL, "orders", """
                CREATE TABLE orders (id INT PRIMARY KEY, customer_id INT, status INT, KEY k (customer_id, status),
                  FOREIGN KEY (customer_id) REFERENCES customer (id));
                """);

        assertThat(indexed(orders, Origin.FOREIGN_KEY)).isEmpty();
    }

    @Test
    void mysql_has_keys_of_all_sorts_inside_a_table() {
        Table product = table(Product.MYSQL, "product", """
                CREATE TABLE `product` (
                  `id` bigint unsigned NOT NULL AUTO_INCREMENT COMMENT 'the primary key, unique',
                  `key` varchar(100) CHARACTER SET utf8mb4 NOT NULL,
                  `kind` enum('book','toy') DEFAULT 'book',
                  `name` varchar(255) DEFAULT NULL,
                  `changed` timestamp NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
                  PRIMARY KEY (`id`) USING BTREE,
                  UNIQUE KEY `uk_key` (`key`),
                  KEY `by_name` (`name`(20) DESC, `kind`) USING BTREE,
                  INDEX ((lower(`name`))),
                  FULLTEXT KEY `words` (`name`)
                ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='a; b';
                """);

        assertThat(product.columns()).extracting(Column::type)
                .containsExactly("bigint unsigned", "varchar", "enum", "varchar", "timestamp");
        assertThat(product.indexes()).extracting(Index::name).containsExactly("", "uk_key", "by_name", "", "words");
        assertThat(product.indexes().get(2).parts()).containsExactly(new Index.Part("name", "", true, "20"), Index.Part.of("kind"));
        assertThat(product.indexes().get(3).parts()).containsExactly(new Index.Part("", "lower(name)", false));
        assertThat(product.indexes().get(4).method()).isEqualTo("fulltext");
        assertThat(notices.all()).isEmpty();
    }

    /** PostgreSQL refuses a second one: "multiple primary keys for table are not allowed". */
    @Test
    void another_primary_key_takes_the_place_of_one_that_something_unread_has_dropped() {
        Table orders = table(Product.POSTGRESQL, "orders", """
                CREATE TABLE orders (id INT PRIMARY KEY);
                ALTER TABLE orders ADD COLUMN uuid UUID;
                ALTER TABLE orders ADD PRIMARY KEY (uuid);
                """);

        assertThat(indexed(orders, Origin.PRIMARY_KEY)).containsExactly(List.of("uuid"));
    }

    @Test
    void a_column_may_be_called_key_or_index() {
        Table setting = table(Product.POSTGRESQL, "setting", "CREATE TABLE setting (key varchar(100), index int, value text);");

        assertThat(setting.columns()).extracting(Column::name).containsExactly("key", "index", "value");
        assertThat(setting.indexes()).isEmpty();
    }

    @Test
    void sql_server_names_are_in_brackets() {
        Table orders = table(Product.SQLSERVER, "orders", """
                CREATE TABLE [dbo].[Orders] (
                  [Id] BIGINT IDENTITY(1,1) NOT NULL,
                  [Status] NVARCHAR(20) NULL CONSTRAINT [DF_Status] DEFAULT ('new'),
                  [Total] AS ([Price] * 2) PERSISTED,
                  CONSTRAINT [PK_Orders] PRIMARY KEY CLUSTERED ([Id] ASC) WITH (PAD_INDEX = OFF) ON [PRIMARY],
                  INDEX [IX_Status] NONCLUSTERED ([Status]) WHERE [Status] IS NOT NULL
                ) ON [PRIMARY]
                GO
                CREATE UNIQUE NONCLUSTERED INDEX [UX] ON [dbo].[Orders] ([Status] DESC) INCLUDE ([Total]) WITH (ONLINE = ON)
                GO
                ALTER TABLE [dbo].[Orders] ADD [Note] NVARCHAR(MAX) NULL, [CustomerId] BIGINT NOT NULL,
                  CONSTRAINT [FK_C] FOREIGN KEY ([CustomerId]) REFERENCES [dbo].[Customer] ([Id])
                ALTER TABLE [dbo].[Orders] WITH CHECK ADD CONSTRAINT [UQ_Note] UNIQUE ([Note])
                GO
                EXEC sp_rename 'dbo.Orders.Note', 'Remark', 'COLUMN';
                """);

        assertThat(orders.columns()).extracting(Column::name)
                .containsExactly("id", "status", "total", "remark", "customerid");
        assertThat(orders.indexes()).extracting(Index::name).containsExactly("pk_orders", "ix_status", "ux", "uq_note");
        assertThat(orders.indexes().get(1).condition()).isEqualTo("status is not null");
        assertThat(orders.indexes().get(2).unique()).isTrue();
        assertThat(indexed(orders, Origin.UNIQUE_CONSTRAINT)).containsExactly(List.of("remark"));
        assertThat(orders.foreignKeys()).hasSize(1);
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void oracle_changes_columns_in_parentheses() {
        Table orders = table(Product.ORACLE, "orders", """
                CREATE TABLE orders (id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY, status VARCHAR2(20 CHAR) NOT NULL,
                  CONSTRAINT pk_orders PRIMARY KEY (id) USING INDEX TABLESPACE shop_index ENABLE) TABLESPACE shop
                /
                ALTER TABLE orders ADD (note VARCHAR2(10), total NUMBER(10,2) DEFAULT 0 NOT NULL);
                ALTER TABLE orders MODIFY (note CLOB, status NULL);
                ALTER TABLE orders MODIFY total NUMBER(12,2);
                ALTER TABLE orders DROP (note);
                ALTER TABLE orders RENAME COLUMN total TO amount;
                """);

        assertThat(orders.columns()).extracting(Column::name).containsExactly("id", "status", "amount");
        assertThat(orders.columns()).extracting(Column::nullable).containsExactly(false, true, false);
        assertThat(orders.column("status").orElseThrow().type()).isEqualTo("varchar2");
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void indexes_are_read_in_the_forms_of_postgresql() {
        Table orders = table(Product.POSTGRESQL, "orders", """
                CREATE TABLE orders (id int, status text, email text, data jsonb, placed_at timestamp);
                CREATE INDEX CONCURRENTLY IF NOT EXISTS by_status ON ONLY public.orders USING btree
                  (status text_pattern_ops, placed_at DESC NULLS LAST) INCLUDE (id) WHERE status <> 'done';
                CREATE UNIQUE INDEX by_email ON orders (lower((email)::text));
                CREATE INDEX ON orders USING gin (data jsonb_path_ops);
                CREATE INDEX by_day ON orders ((placed_at::date), coalesce(status, 'none'));
                """);

        Index byStatus = orders.indexes().get(0);
        assertThat(byStatus.leadingColumns()).containsExactly("status", "placed_at");
        assertThat(byStatus.parts().get(1).descending()).isTrue();
        assertThat(byStatus.condition()).isEqualTo("status<>'done'");
        assertThat(byStatus.method()).isEmpty();
        assertThat(orders.indexes().get(1).parts()).containsExactly(new Index.Part("", "lower(email)", false));
        assertThat(orders.indexes().get(2).method()).isEqualTo("gin");
        assertThat(orders.indexes().get(2).leadingColumns()).containsExactly("data");
        assertThat(orders.indexes().get(3).parts()).extracting(Index.Part::expression)
                .containsExactly("placed_at", "coalesce(status,'none')");
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void several_actions_change_a_table_in_one_statement() {
        Table orders = table(Product.POSTGRESQL, "orders", "CREATE TABLE orders (id int, a int, b int, c int);", """
                ALTER TABLE IF EXISTS ONLY orders
                  ADD COLUMN IF NOT EXISTS status varchar(10) DEFAULT 'new' NOT NULL,
                  ADD CONSTRAINT pk PRIMARY KEY (id),
                  DROP COLUMN IF EXISTS a CASCADE,
                  ALTER COLUMN b TYPE bigint USING b::bigint,
                  ALTER c SET NOT NULL,
                  OWNER TO shop;
                ALTER TABLE orders RENAME c TO d;
                """);

        assertThat(orders.columns()).extracting(Column::name).containsExactly("id", "b", "d", "status");
        assertThat(orders.column("b").orElseThrow().type()).isEqualTo("bigint");
        assertThat(orders.column("d").orElseThrow().nullable()).isFalse();
        assertThat(indexed(orders, Origin.PRIMARY_KEY)).containsExactly(List.of("id"));
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void mysql_changes_columns_and_keys() {
        Table orders = table(Product.MYSQL, "orders", "CREATE TABLE orders (id INT, a INT, b INT, KEY ab (a, b), UNIQUE KEY ub (b));", """
                ALTER TABLE orders
                  CHANGE COLUMN a status VARCHAR(20) NOT NULL AFTER id,
                  MODIFY b BIGINT NULL COMMENT 'changed',
                  ADD note TEXT FIRST,
                  ADD UNIQUE INDEX un (status, b),
                  DROP INDEX ub,
                  ADD PRIMARY KEY (id), ENGINE=InnoDB, ALGORITHM=INPLACE;
                """);

        assertThat(orders.columns()).extracting(Column::name).containsExactly("id", "status", "b", "note");
        assertThat(orders.column("b").orElseThrow().type()).isEqualTo("bigint");
        assertThat(orders.indexes()).extracting(Index::leadingColumns)
                .containsExactly(List.of("status", "b"), List.of("status", "b"), List.of("id"));
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void db2_writes_actions_without_commas() {
        Table orders = table(Product.DB2, "orders", "CREATE TABLE orders (id INT NOT NULL, code VARCHAR(10) FOR BIT DATA);",
                "ALTER TABLE orders ADD COLUMN a INT ADD COLUMN b INT NOT NULL DEFAULT 0 ALTER COLUMN id SET DATA TYPE BIGINT;");

        assertThat(orders.columns()).extracting(Column::name).containsExactly("id", "code", "a", "b");
        assertThat(orders.column("id").orElseThrow().type()).isEqualTo("bigint");
    }

    @Test
    void a_dropped_column_takes_its_indexes_along_except_in_mysql() {
        String create = "CREATE TABLE orders (id INT, a INT, b INT);";
        String index = "CREATE INDEX ab ON orders (a, b);";
        String drop = "ALTER TABLE orders DROP COLUMN a;";

        assertThat(table(Product.POSTGRESQL, "orders", create, index, drop).indexes()).isEmpty();
        assertThat(only(table(Product.MYSQL, "orders", create, index, drop)).leadingColumns()).containsExactly("b");
    }

    @Test
    void a_foreign_key_keeps_its_rule_for_deletes_also_under_other_names() {
        Schema schema = replay(Product.POSTGRESQL, """
                CREATE TABLE customer (id int PRIMARY KEY);
                CREATE TABLE orders (a int REFERENCES customer ON UPDATE CASCADE ON DELETE SET NULL,
                  b int REFERENCES customer (id) ON DELETE CASCADE, c int REFERENCES customer, d int,
                  CONSTRAINT fk FOREIGN KEY (d) REFERENCES customer (id) ON DELETE CASCADE ON UPDATE NO ACTION);
                ALTER TABLE orders ADD CONSTRAINT fk2 FOREIGN KEY (c) REFERENCES customer (id) MATCH FULL ON DELETE NO ACTION;
                ALTER TABLE orders RENAME COLUMN d TO e;
                ALTER TABLE customer RENAME TO client;
                """);

        assertThat(schema.table("orders").orElseThrow().foreignKeys()).extracting(ForeignKey::onDelete).containsExactly(
                OnDelete.SET, OnDelete.CASCADE, OnDelete.REFUSE, OnDelete.CASCADE, OnDelete.REFUSE);
    }

    @Test
    void constraints_are_dropped_by_the_name_the_database_gave_them() {
        Schema schema = replay(Product.POSTGRESQL, """
                CREATE TABLE customer (id int PRIMARY KEY, email text UNIQUE, age int CHECK (age > 0));
                CREATE TABLE orders (id int, customer_id int REFERENCES customer);
                ALTER TABLE customer DROP CONSTRAINT customer_email_key, DROP CONSTRAINT customer_age_check;
                ALTER TABLE orders DROP CONSTRAINT orders_customer_id_fkey;
                """);

        assertThat(only(schema.table("customer").orElseThrow()).origin()).isEqualTo(Origin.PRIMARY_KEY);
        assertThat(schema.table("orders").orElseThrow().foreignKeys()).isEmpty();
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void innodb_keeps_the_index_of_a_dropped_foreign_key() {
        Table orders = table(Product.MYSQL, "orders",
                "CREATE TABLE orders (id INT, customer_id INT, CONSTRAINT fk FOREIGN KEY (customer_id) REFERENCES customer (id));",
                "ALTER TABLE orders DROP FOREIGN KEY fk;");

        assertThat(orders.foreignKeys()).isEmpty();
        assertThat(only(orders).leadingColumns()).containsExactly("customer_id");
    }

    @Test
    void tables_and_indexes_are_dropped_and_renamed() {
        Schema schema = replay(Product.MYSQL, """
                CREATE TABLE a (id INT, KEY k (id));
                CREATE TABLE b (id INT, a_id INT, FOREIGN KEY (a_id) REFERENCES a (id));
                CREATE TABLE c (id INT);
                RENAME TABLE a TO product, b TO order_line;
                DROP INDEX k ON product;
                DROP TABLE IF EXISTS c, d;
                """);

        assertThat(schema.tables()).extracting(Table::name).containsExactly("order_line", "product");
        assertThat(schema.table("order_line").orElseThrow().foreignKeys().get(0).referencedTable()).isEqualTo("product");
        assertThat(schema.table("product").orElseThrow().indexes()).isEmpty();
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void tables_are_made_from_others() {
        Schema schema = replay(Product.POSTGRESQL, """
                CREATE TABLE orders (id int PRIMARY KEY, status text, placed date);
                CREATE TABLE archived (LIKE orders INCLUDING ALL, archived_at date);
                CREATE TABLE urgent (level int) INHERITS (orders);
                CREATE TABLE copied AS SELECT o.id, lower(o.status) AS state FROM orders o WHERE id > 1;
                CREATE TABLE whole AS TABLE orders;
                CREATE VIEW open_orders AS SELECT * FROM orders WHERE status = 'open';
                CREATE MATERIALIZED VIEW by_status (status, amount) AS SELECT status, count(*) FROM orders GROUP BY status;
                CREATE UNIQUE INDEX ON by_status (status);
                CREATE TEMPORARY TABLE scratch (id int);
                """);

        assertThat(schema.table("archived").orElseThrow().columns()).extracting(Column::name)
                .containsExactly("id", "status", "placed", "archived_at");
        assertThat(only(schema.table("archived").orElseThrow()).origin()).isEqualTo(Origin.PRIMARY_KEY);
        assertThat(schema.table("urgent").orElseThrow().columns()).extracting(Column::name)
                .containsExactly("level", "id", "status", "placed");
        assertThat(schema.table("copied").orElseThrow().columns()).extracting(Column::name).containsExactly("id", "state");
        assertThat(schema.table("open_orders").orElseThrow().kind()).isEqualTo(Table.Kind.VIEW);
        assertThat(schema.table("open_orders").orElseThrow().columns()).hasSize(3);
        assertThat(only(schema.table("by_status").orElseThrow()).leadingColumns()).containsExactly("status");
        assertThat(schema.table("scratch").orElseThrow().kind()).isEqualTo(Table.Kind.TEMPORARY);
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void partitions_have_the_columns_and_indexes_of_their_table() {
        Schema schema = replay(Product.POSTGRESQL, """
                CREATE TABLE orders (id int, placed date) PARTITION BY RANGE (placed);
                CREATE TABLE orders_2026 PARTITION OF orders FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
                CREATE INDEX by_placed ON orders (placed);
                """);

        assertThat(schema.table("orders").orElseThrow().kind()).isEqualTo(Table.Kind.PARTITIONED);
        assertThat(schema.table("orders_2026").orElseThrow().columns()).hasSize(2);
        assertThat(only(schema.table("orders_2026").orElseThrow()).leadingColumns()).containsExactly("placed");
    }

    @Test
    void a_table_that_becomes_a_partition_gets_the_indexes_of_its_table() {
        Table partition = table(Product.POSTGRESQL, "orders_2026", """
                CREATE TABLE orders (id int, placed date) PARTITION BY RANGE (placed);
                CREATE TABLE orders_2026 (id int, placed date);
                ALTER TABLE ONLY orders ATTACH PARTITION orders_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
                CREATE INDEX orders_placed ON orders (placed);
                """);

        assertThat(partition.indexes()).extracting(Index::leadingColumns).containsExactly(List.of("placed"));
    }

    @Test
    void tables_that_get_rows_are_seeded() {
        Schema schema = replay(Product.POSTGRESQL, """
                CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE TABLE c (id int); CREATE TABLE d (id int);
                INSERT INTO shop.a (id) VALUES (1);
                COPY b (id) FROM stdin;
                1
                \\.
                WITH x AS (SELECT 1) INSERT INTO c SELECT * FROM x;
                UPDATE d SET id = 2;
                """);

        assertThat(schema.tables()).filteredOn(Table::seeded).extracting(Table::name).containsExactly("a", "b", "c");
    }

    @Test
    void texts_too_long_for_an_index_have_a_type_of_their_own() {
        Schema schema = replay(Product.POSTGRESQL, "CREATE TABLE a (x varchar(1000000), y varchar(2000), z numeric(10000));");

        assertThat(schema.table("a").orElseThrow().columns()).extracting(Column::type)
                .containsExactly(Column.LONG_TEXT, "varchar", "numeric");
    }

    @Test
    void seeded_rows_are_counted() {
        Schema schema = replay(Product.POSTGRESQL, """
                CREATE TABLE a (id int, b int); CREATE TABLE c (id int);
                INSERT INTO a (id, b) VALUES (1, (2)), (2, 3);
                INSERT INTO a (id, b) VALUES (3, 4);
                INSERT INTO c SELECT id FROM a;
                """);

        assertThat(schema.table("a").orElseThrow().seededRows()).isEqualTo(3);
        assertThat(schema.table("c").orElseThrow().seededRows()).isEqualTo(1);
    }

    @Test
    void definitions_inside_of_blocks_count() {
        Table orders = table(Product.POSTGRESQL, "orders", """
                CREATE TABLE orders (id int, status text, a int);
                DO $$
                BEGIN
                  IF NOT EXISTS (SELECT 1 FROM pg_indexes WHERE indexname = 'by_status') THEN
                    CREATE INDEX by_status ON orders (status);
                  END IF;
                  EXECUTE 'ALTER TABLE orders ADD COLUMN note text';
                  ALTER TABLE orders
                    DROP COLUMN a;
                END
                $$;
                """);

        assertThat(orders.columns()).extracting(Column::name).containsExactly("id", "status", "note");
        assertThat(only(orders).leadingColumns()).containsExactly("status");
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void a_block_of_oracle_executes_its_texts() {
        Table orders = table(Product.ORACLE, "orders", """
                DECLARE
                  n NUMBER;
                BEGIN
                  EXECUTE IMMEDIATE 'CREATE TABLE orders (id NUMBER(10), status VARCHAR2(10) DEFAULT ''new'')';
                EXCEPTION WHEN OTHERS THEN NULL;
                END;
                /
                """);

        assertThat(orders.columns()).extracting(Column::name).containsExactly("id", "status");
    }

    @Test
    void a_procedure_counts_when_it_is_called() {
        String procedure = """
                DELIMITER //
                CREATE PROCEDURE upgrade() BEGIN
                  IF NOT EXISTS (SELECT 1 FROM information_schema.columns) THEN
                    ALTER TABLE orders ADD COLUMN note TEXT;
                  END IF;
                END //
                DELIMITER ;
                """;
        String create = "CREATE TABLE orders (id INT);";

        assertThat(table(Product.MYSQL, "orders", create, procedure).columns()).hasSize(1);
        assertThat(table(Product.MYSQL, "orders", create, procedure, "CALL upgrade();").columns()).hasSize(2);
    }

    @Test
    void statements_put_together_at_run_time_are_told() {
        replay(Product.POSTGRESQL, "DO $$ BEGIN EXECUTE 'CREATE INDEX ' || name || ' ON orders (id)'; END $$;");

        assertThat(notices.all()).singleElement().extracting(Notice::kind).isEqualTo(Notice.Kind.NOT_UNDERSTOOD);
    }

    @Test
    void of_statements_put_together_the_name_of_a_schema_need_not_be_known() {
        Table orders = table(Product.POSTGRESQL, "orders", """
                DO $$
                BEGIN
                  EXECUTE 'CREATE TABLE IF NOT EXISTS' || quote_ident(v_schema) || '."orders" (id bigint, status text)';
                  EXECUTE 'CREATE INDEX ON ' || quote_ident(coalesce(a || b, 'x')) ||'.orders ' || '(status)';
                END $$;
                """);
        assertThat(only(orders).leadingColumns()).containsExactly("status");
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void statements_without_effect_are_silent() {
        replay(Product.POSTGRESQL, """
                GRANT SELECT ON orders TO shop; COMMENT ON TABLE orders IS 'x'; SET search_path = shop;
                CREATE SEQUENCE s; CREATE TYPE mood AS ENUM ('a'); CREATE EXTENSION IF NOT EXISTS pgcrypto;
                CREATE OR REPLACE FUNCTION f() RETURNS int AS 'select 1' LANGUAGE sql; SELECT setval('s', 1);
                CREATE TRIGGER t BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION f(); DELETE FROM orders;
                ALTER SEQUENCE s OWNED BY orders.id; DROP FUNCTION IF EXISTS f(); ALTER TYPE mood ADD VALUE 'b';
                """);

        assertThat(notices.all()).isEmpty();
    }

    @Test
    void what_is_not_understood_is_told_and_the_rest_goes_on() {
        Schema schema = replay(Product.POSTGRESQL, """
                FROBNICATE orders;
                CREATE TABLE broken (id int, CONSTRAINT c STRANGE (id), name text);
                CREATE INDEX x;
                CREATE TABLE open (id int;
                """, "CREATE TABLE orders (id int);");

        assertThat(notices.all()).extracting(Notice::kind).containsOnly(Notice.Kind.NOT_UNDERSTOOD);
        assertThat(notices.all()).extracting(Notice::line).containsExactly(1, 2, 3, 4);
        assertThat(notices.all()).extracting(Notice::reason).first().asString().contains("FROBNICATE orders");
        assertThat(schema.table("orders")).isPresent();
        assertThat(schema.table("broken").orElseThrow().columns()).extracting(Column::name).containsExactly("id", "name");
    }

    @Test
    void a_script_that_is_no_sql_gives_few_notices() {
        replay(Product.POSTGRESQL, "lorem ipsum;\n".repeat(10_000));

        assertThat(notices.all()).hasSizeLessThan(50).extracting(Notice::reason).anyMatch(reason -> reason.contains("more statements"));
    }

    @Test
    void a_second_table_of_a_name_is_told_unless_the_script_expects_it() {
        replay(Product.POSTGRESQL, "CREATE TABLE orders (id int);", "CREATE TABLE IF NOT EXISTS orders (other int);");
        assertThat(notices.all()).isEmpty();

        replay(Product.POSTGRESQL, "CREATE TABLE orders (id int);", "CREATE TABLE orders (other int);");
        assertThat(notices.all()).singleElement().extracting(Notice::kind).isEqualTo(Notice.Kind.DUPLICATE);
    }

    @Test
    void a_table_that_no_script_makes_is_told_once() {
        replay(Product.POSTGRESQL, "ALTER TABLE orders ADD a int;", "CREATE INDEX i ON orders (a);");

        assertThat(notices.all()).singleElement().extracting(Notice::kind).isEqualTo(Notice.Kind.MISSING);
    }
}
