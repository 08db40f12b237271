package dev.seqscan.query.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.program.LibraryShapes;
import dev.seqscan.program.Module;
import dev.seqscan.program.Program;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Migrations;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.java.JavaReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeneratedSchemaTest {

    private static final Module SHOP = new Module("shop", "", Set.of(""));
    private static final String IMPORTS = "import java.util.*; import org.jooq.*; import org.jooq.impl.*;";

    /** As 3.14 and later write them. */
    private static final String[] TODAY = {
        "package shop.db.tables; " + IMPORTS + " import shop.db.*; import shop.db.tables.records.*;"
                + "public class Author extends TableImpl<AuthorRecord> { public static final Author AUTHOR = new Author();"
                + " public final TableField<AuthorRecord, Long> ID = createField(DSL.name(\"id\"),"
                + " SQLDataType.BIGINT.nullable(false).identity(true), this, \"\");"
                + " public final TableField<AuthorRecord, String> MAIL = createField(DSL.name(\"mail\"), SQLDataType.VARCHAR(80),"
                + " this, \"\");"
                + " public Author() { this(DSL.name(\"author\"), null); }"
                + " private Author(Name alias, Table<AuthorRecord> aliased) { super(alias, null, aliased, null,"
                + " DSL.comment(\"\"),"
                + " TableOptions.table()); }"
                + " public UniqueKey<AuthorRecord> getPrimaryKey() { return Keys.AUTHOR_PKEY; }"
                + " public List<UniqueKey<AuthorRecord>> getUniqueKeys() { return Arrays.asList(Keys.AUTHOR_MAIL_KEY); } }",
        "package shop.db.tables; " + IMPORTS + " import shop.db.*; import shop.db.tables.records.*;"
                + "public class Book extends TableImpl<BookRecord> { public static final Book BOOK = new Book();"
                + " public final TableField<BookRecord, Long> ID = createField(DSL.name(\"id\"),"
                + " SQLDataType.BIGINT.nullable(false), this, \"\");"
                + " public final TableField<BookRecord, Long> AUTHOR_ID = createField(DSL.name(\"author_id\"),"
                + " SQLDataType.BIGINT,"
                + " this, \"\");"
                + " public final TableField<BookRecord, String> TITLE = createField(DSL.name(\"title\"), SQLDataType.CLOB, this,"
                + " \"\");"
                + " public Book() { this(DSL.name(\"book\"), null); } private Book(Name alias, Table<BookRecord> aliased) {"
                + " super(alias, null, aliased); }"
                + " public UniqueKey<BookRecord> getPrimaryKey() { return Keys.BOOK_PKEY; }"
                + " public List<Index> getIndexes() { return Arrays.asList(Indexes.BOOK_TITLE); }"
                + " public List<ForeignKey<BookRecord, ?>> getReferences() { return Arrays.asList(Keys.BOOK_AUTHOR); } }",
        "package shop.db; " + IMPORTS + " import shop.db.tables.*; import shop.db.tables.records.*; public class Keys {"
                + " public static final UniqueKey<AuthorRecord> AUTHOR_PKEY = Internal.createUniqueKey(Author.AUTHOR,"
                + " DSL.name(\"author_pkey\"), new TableField[] { Author.AUTHOR.ID }, true);"
                + " public static final UniqueKey<AuthorRecord> AUTHOR_MAIL_KEY = Internal.createUniqueKey(Author.AUTHOR,"
                + " DSL.name(\"author_mail_key\"), new TableField[] { Author.AUTHOR.MAIL }, true);"
                + " public static final UniqueKey<BookRecord> BOOK_PKEY = Internal.createUniqueKey(Book.BOOK,"
                + " DSL.name(\"book_pkey\"), new TableField[] { Book.BOOK.ID }, true);"
                + " public static final ForeignKey<BookRecord, AuthorRecord> BOOK_AUTHOR = Internal.createForeignKey(Book.BOOK,"
                + " DSL.name(\"book_author\"), new TableField[] { Book.BOOK.AUTHOR_ID }, Keys.AUTHOR_PKEY,"
                + " new TableField[] { Author.AUTHOR.ID }, true); }",
        "package shop.db; " + IMPORTS + " import shop.db.tables.*; public class Indexes {"
                + " public static final Index BOOK_TITLE = Internal.createIndex(DSL.name(\"book_title\"), Book.BOOK,"
                + " new OrderField[] { Book.BOOK.TITLE.desc(), Book.BOOK.ID.asc() }, false); }"};

    /** As 3.11 and 3.12 write them, with names of classes in full and the indexes of keys beside the others. */
    private static final String[] BEFORE = {
        "package shop.db.tables; " + IMPORTS + " public class Book extends TableImpl<Record> {"
                + " public static final Book BOOK = new Book();"
                + " public final TableField<Record, Integer> ID = createField(\"id\","
                + " org.jooq.impl.SQLDataType.INTEGER.nullable(false), this, \"\");"
                + " public final TableField<Record, Integer> NEXT = createField(\"next\", org.jooq.impl.SQLDataType.INTEGER,"
                + " this,"
                + " \"\");"
                + " public Book() { this(\"book\", null); } private Book(String alias, Table<Record> aliased) { super(alias,"
                + " null,"
                + " aliased); }"
                + " public List<Index> getIndexes() { return Arrays.<Index>asList(shop.db.Indexes.BOOK_PRIMARY,"
                + " shop.db.Indexes.BOOK_NEXT); }"
                + " public UniqueKey<Record> getPrimaryKey() { return shop.db.Keys.KEY_BOOK_PRIMARY; }"
                + " public List<UniqueKey<Record>> getKeys() { return Arrays.<UniqueKey<Record>>asList("
                + "shop.db.Keys.KEY_BOOK_PRIMARY); }"
                + " public List<ForeignKey<Record, ?>> getReferences() { return Arrays.<ForeignKey<Record, ?>>asList("
                + "shop.db.Keys.BOOK_NEXT); } }",
        "package shop.db; " + IMPORTS + " import shop.db.tables.Book; public class Keys {"
                + " public static final UniqueKey<Record> KEY_BOOK_PRIMARY = UniqueKeys0.KEY_BOOK_PRIMARY;"
                + " public static final ForeignKey<Record, Record> BOOK_NEXT = ForeignKeys0.BOOK_NEXT;"
                + " private static class UniqueKeys0 extends AbstractKeys { public static final UniqueKey<Record>"
                + " KEY_BOOK_PRIMARY ="
                + " createUniqueKey(Book.BOOK, \"KEY_book_PRIMARY\", Book.BOOK.ID); }"
                + " private static class ForeignKeys0 extends AbstractKeys { public static final ForeignKey<Record, Record>"
                + " BOOK_NEXT = createForeignKey(shop.db.Keys.KEY_BOOK_PRIMARY, Book.BOOK, \"book_next\", Book.BOOK.NEXT); } }",
        "package shop.db; " + IMPORTS + " import shop.db.tables.Book; public class Indexes {"
                + " public static final Index BOOK_NEXT = Indexes0.BOOK_NEXT;"
                + " public static final Index BOOK_PRIMARY = Indexes0.BOOK_PRIMARY;"
                + " private static class Indexes0 { public static Index BOOK_NEXT = Internal.createIndex(\"book_next\","
                + " Book.BOOK,"
                + " new OrderField[] { Book.BOOK.NEXT }, false);"
                + " public static Index BOOK_PRIMARY = Internal.createIndex(\"PRIMARY\", Book.BOOK, new OrderField[]"
                + " { Book.BOOK.ID }, true); } }"};

    @Test
    void columnsHaveNamesTypesAndNulls() {
        assertThat(tables(Product.POSTGRESQL, TODAY).get("book").columns())
                .extracting(each -> each.name() + " " + each.type() + (each.nullable() ? "" : " not null"))
                .containsExactly("id bigint not null", "author_id bigint", "title text");
        assertThat(tables(Product.UNKNOWN, BEFORE).get("book").columns()).extracting(Column::type)
                .containsExactly("integer", "integer");
    }

    @Test
    void keysAndIndexesAreThoseThatTheTableReturns() {
        Map<String, Table> tables = tables(Product.POSTGRESQL, TODAY);
        assertThat(indexes(tables.get("author"))).containsExactly("author_pkey PRIMARY_KEY unique id",
                "author_mail_key UNIQUE_CONSTRAINT unique mail");
        assertThat(indexes(tables.get("book"))).containsExactly("book_pkey PRIMARY_KEY unique id",
                "book_title INDEX title desc,id");
        assertThat(tables.get("book").source()).isEqualTo(Table.Source.GENERATED);
    }

    @Test
    void theIndexOfAKeyThatOldGeneratorsWroteTooIsThereOnce() {
        assertThat(indexes(tables(Product.MYSQL, BEFORE).get("book"))).containsExactly("key_book_primary PRIMARY_KEY unique id",
                "book_next INDEX next");
    }

    @Test
    void foreignKeysNameTheirTable() {
        assertThat(tables(Product.POSTGRESQL, TODAY).get("book").foreignKeys()).singleElement().satisfies(key -> {
            assertThat(key.columns()).containsExactly("author_id");
            assertThat(key.referencedTable()).isEqualTo("author");
            assertThat(key.referencedColumns()).containsExactly("id");
        });
        assertThat(tables(Product.MYSQL, BEFORE).get("book").foreignKeys()).singleElement().satisfies(key -> {
            assertThat(key.columns()).containsExactly("next");
            assertThat(key.referencedTable()).isEqualTo("book");
        });
    }

    @Test
    void theIndexThatMySqlMakesForAForeignKeyIsNotGenerated() {
        assertThat(indexes(tables(Product.MYSQL, TODAY).get("book"))).contains("book_author FOREIGN_KEY author_id");
    }

    @Test
    void classesWithoutAnyIndexTellKeysOnly() {
        String[] keys = {TODAY[0], TODAY[2]};
        assertThat(tables(Product.POSTGRESQL, keys).get("author").source()).isEqualTo(Table.Source.GENERATED_KEYS);
    }

    @Test
    void viewsAreNoTables() {
        String view = TODAY[0].replace("TableOptions.table()", "TableOptions.view(\"create view author as select\")");
        assertThat(tables(Product.POSTGRESQL, view, TODAY[2]).get("author").kind()).isEqualTo(Table.Kind.VIEW);
        String function = TODAY[0].replace("TableOptions.table()", "TableOptions.function()");
        assertThat(tables(Product.POSTGRESQL, function, TODAY[2])).isEmpty();
    }

    @Test
    void anIndexOfWhichAColumnIsNotKnownIsLeftOut() {
        String other = TODAY[3].replace("Book.BOOK.ID.asc()", "Book.BOOK.GONE.asc()");
        assertThat(indexes(tables(Product.POSTGRESQL, TODAY[0], TODAY[1], TODAY[2], other).get("book")))
                .containsExactly("book_pkey PRIMARY_KEY unique id");
    }

    @Test
    void migrationsWinAndTablesThatTheyDoNotHaveAreAdded() {
        Schema added = added("create table book (id int primary key, title varchar(20), isbn char(13));");
        assertThat(added.table("book").orElseThrow().source()).isEqualTo(Table.Source.MIGRATION);
        assertThat(added.table("book").orElseThrow().columns()).extracting(Column::name).containsExactly("id", "title", "isbn");
        assertThat(added.table("author").orElseThrow().source()).isEqualTo(Table.Source.GENERATED);
    }

    @Test
    void anIndexThatMigrationsDoNotMakeIsBelieved() {
        assertThat(indexes(added("create table book (id int primary key, title text);").table("book").orElseThrow()))
                .contains("book_title INDEX title desc,id");
    }

    @Test
    void anIndexThatMigrationsDropOrHaveInAnotherFormIsNot() {
        String dropped = "create table book (id int primary key, title text); create index book_title on book (title, id);"
                + " drop index book_title;";
        assertThat(indexes(added(dropped).table("book").orElseThrow())).singleElement().asString().contains("PRIMARY_KEY");
        String partial = "create table book (id int primary key, title text);"
                + " create index ix on book (title, id) where title is not null;";
        assertThat(indexes(added(partial).table("book").orElseThrow())).hasSize(2);
    }

    @Test
    void anIndexThatIsTheBeginningOfOneThatOnlyTheClassesKnowWasReplaced() {
        String shorter = "create table book (id int primary key, title text); create index by_title on book (title desc);";
        assertThat(indexes(added(shorter).table("book").orElseThrow())).containsExactly("PRIMARY_KEY unique id",
                "book_title INDEX title desc,id");
    }

    private static Schema added(String migration) {
        Schema schema = new Migrations(List.of(), Map.of(), Product.POSTGRESQL, new Notices())
                .schemas(List.of(new TextFile("db/migration/V1__all.sql", migration))).get(0);
        return GeneratedSchema.added(schema, tables(Product.POSTGRESQL, TODAY));
    }

    private static List<String> indexes(Table table) {
        return table.indexes().stream().map(each -> (each.name() + " " + each.origin() + (each.unique() ? " unique " : " ")
                + String.join(",", each.parts().stream().map(GeneratedSchemaTest::text).toList())).strip()).toList();
    }

    private static String text(Index.Part part) {
        return part.column() + (part.descending() ? " desc" : "");
    }

    private static Map<String, Table> tables(Product product, String... classes) {
        Notices notices = new Notices();
        Program program = new Program(new LibraryShapes(name -> Optional.empty()));
        for (int i = 0; i < classes.length; i++) {
            TextFile file = new TextFile("shop/File" + i + ".java", classes[i]);
            program.add(new JavaReader().read(file, notices), SHOP, false, notices);
        }
        assertThat(notices.all()).isEmpty();
        return GeneratedSchema.tables(program.classes(), program, product);
    }
}
