package dev.seqscan.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

    private final Notices notices = new Notices();

    private List<SqlStatement> statements(Product product, String text) {
        List<SqlStatement> statements = new ArrayList<>();
        SqlScript.split(new TextFile("schema.sql", text), product, Map.of("prefix", "shop_"), notices, statements::add);
        return statements;
    }

    private List<String> split(Product product, String text) {
        return statements(product, text).stream()
                .map(each -> each.tokens().stream().map(SqlToken::text).collect(Collectors.joining(" "))).toList();
    }

    @Test
    void statements_end_at_semicolons_and_know_their_lines() {
        List<SqlStatement> found = statements(Product.POSTGRESQL, "drop table a;\n\n-- next\ndrop table b;\ndrop table c");

        assertThat(found).extracting(SqlStatement::line).containsExactly(1, 4, 5);
    }

    @Test
    void quotes_comments_and_bodies_hide_semicolons() {
        assertThat(split(Product.POSTGRESQL, """
                insert into product values ('it''s; here', E'tab\\'; x');
                /* a; /* nested; */ b; */ select ";" from product; -- c;
                create function touch() returns trigger as $fn$ begin; a; end $fn$ language plpgsql;
                do $$ begin null; end $$;
                """)).hasSize(4);
    }

    @Test
    void backslashes_escape_in_mysql_only() {
        assertThat(split(Product.MYSQL, "insert into product values ('it\\'s; here'); select 1;")).hasSize(2);
        assertThat(split(Product.ORACLE, "insert into product values ('C:\\'); select 1;")).hasSize(2);
    }

    @Test
    void a_hash_starts_a_comment_in_mysql() {
        assertThat(split(Product.MYSQL, "drop table a; # drop table b;\ndrop table c;"))
                .containsExactly("drop table a", "drop table c");
        assertThat(split(Product.POSTGRESQL, "select data #> '{a}' from product;")).containsExactly("select data # > {a} from product");
    }

    @Test
    void mysql_changes_its_delimiter() {
        assertThat(split(Product.MYSQL, """
                DELIMITER $$
                CREATE PROCEDURE p() BEGIN DROP TABLE a; DROP TABLE b; END$$
                DELIMITER ;
                DROP TABLE c;
                """)).hasSize(2).last().isEqualTo("DROP TABLE c");
    }

    @Test
    void oracle_blocks_end_with_a_slash() {
        assertThat(split(Product.ORACLE, """
                CREATE OR REPLACE TRIGGER t BEFORE INSERT ON orders FOR EACH ROW
                DECLARE n NUMBER;
                BEGIN
                  SELECT s.nextval INTO n FROM dual;
                  IF n > 1 THEN n := 1; END IF;
                END;
                /
                CREATE OR REPLACE PACKAGE BODY shop AS
                  PROCEDURE p IS BEGIN NULL; END;
                  PROCEDURE q IS BEGIN NULL; END;
                END shop;
                /
                CREATE TABLE product (id NUMBER);
                """)).hasSize(3).last().isEqualTo("CREATE TABLE product ( id NUMBER )");
    }

    @Test
    void routines_without_a_slash_end_with_their_last_end() {
        assertThat(split(Product.HSQLDB, """
                CREATE TRIGGER t AFTER INSERT ON orders REFERENCING NEW ROW AS n FOR EACH ROW
                BEGIN ATOMIC
                  UPDATE product SET sold = CASE WHEN sold IS NULL THEN 1 ELSE sold + 1 END;
                END;
                DROP TABLE a;
                """)).hasSize(2);
    }

    @Test
    void a_transaction_is_no_block() {
        assertThat(split(Product.POSTGRESQL, "BEGIN; DROP TABLE a; COMMIT; BEGIN TRANSACTION; DROP TABLE b; END;")).hasSize(6);
    }

    @Test
    void sql_server_ends_batches_with_go_and_needs_no_semicolon() {
        assertThat(split(Product.SQLSERVER, """
                CREATE TABLE a ([go to] INT)
                CREATE TABLE b (id INT)
                GO
                IF NOT EXISTS (SELECT 1 FROM c)
                BEGIN
                  DROP TABLE a; DROP TABLE b;
                END
                go
                DROP TABLE c
                """)).hasSize(4);
    }

    @Test
    void a_statement_without_its_semicolon_does_not_hide_the_next_one() {
        assertThat(split(Product.MYSQL, "execute java shop.Upgrade\n\nCREATE TABLE a (id INT);\nALTER TABLE a\n  DROP INDEX b;"))
                .hasSize(3);
        assertThat(split(Product.ORACLE, "GRANT CREATE SESSION,\nCREATE TABLE TO shop;")).hasSize(1);
    }

    @Test
    void data_of_copy_is_passed_over() {
        assertThat(split(Product.POSTGRESQL, """
                COPY product (id, name) FROM stdin;
                1\tit's; a
                2\t$$
                \\.
                DROP TABLE a;
                """)).containsExactly("COPY product ( id , name ) FROM stdin", "DROP TABLE a");
    }

    @Test
    void placeholders_are_filled_in_and_keep_names_whole() {
        assertThat(split(Product.POSTGRESQL, "drop table ${schema}.${prefix}orders;"))
                .containsExactly("drop table placeholder_schema . shop_orders");
    }

    @Test
    void commands_of_clients_are_passed_over() {
        assertThat(split(Product.ORACLE, "SET DEFINE OFF\nPROMPT it's time;\n@other.sql\nDROP TABLE a;\nEXIT\n"))
                .containsExactly("DROP TABLE a");
        assertThat(split(Product.POSTGRESQL, "\\connect shop\nDROP TABLE a;")).containsExactly("DROP TABLE a");
    }

    @Test
    void a_block_that_is_not_closed_is_told() {
        statements(Product.ORACLE, "CREATE PROCEDURE p IS n NUMBER;\nDROP TABLE a;\n");

        assertThat(notices.all()).singleElement().extracting("reason").asString().contains("not closed");
    }

    @Test
    void blanks_that_do_not_break_lines_are_blanks() {
        assertThat(statements(Product.POSTGRESQL, "DROP TABLE a;\u00A0\n\u200BDROP\u00A0TABLE b;\u202F")).hasSize(2);
    }

    @Test
    void any_text_is_split_without_failing() {
        for (String text : List.of("", "'", "\"", "$$", "$a", "/*", "--", "[x", "E'", "q'[", "DELIMITER", "COPY a FROM stdin;",
                "((((", "))))", "BEGIN", "END END", "\\", "`a", "::", "${", "${a", "1e")) {
            for (Product product : Product.values()) {
                assertThatNoException().as(text).isThrownBy(() -> statements(product, text));
            }
        }
    }

    @Test
    void texts_that_invite_searching_again_and_again_are_read_in_time() {
        String openTags = IntStream.range(0, 200_000).mapToObj(i -> "$t" + i + "$ ").collect(Collectors.joining());
        for (String text : List.of(openTags, "$a$ $b$ ".repeat(500_000), "/* ".repeat(2_000_000), "'a' ".repeat(1_000_000))) {
            assertTimeout(Duration.ofSeconds(10), () -> statements(Product.POSTGRESQL, text));
        }
    }

    @Test
    void a_large_script_of_data_is_read_in_time_and_not_kept() {
        String row = "INSERT INTO product (id, name) VALUES (1, 'a name; with a semicolon and some more text in it');\n";
        String several = "INSERT INTO product (id, name) VALUES " + "(1, 'a name; as long as it is'),\n".repeat(300_000) + "(2, '');";
        String text = row.repeat(400_000) + several;

        int[] tokens = {0};
        assertTimeout(Duration.ofSeconds(20), () -> SqlScript.split(new TextFile("data.sql", text), Product.POSTGRESQL,
                Map.of(), notices, statement -> tokens[0] = Math.max(tokens[0], statement.tokens().size())));

        assertThat(tokens[0]).isBetween(10, 100);
    }
}
