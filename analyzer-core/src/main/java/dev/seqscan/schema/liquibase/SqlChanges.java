package dev.seqscan.schema.liquibase;

import dev.seqscan.schema.Product;
import dev.seqscan.source.TextFile;
import java.util.regex.Pattern;

/** Changes written in SQL, and those that load rows. */
final class SqlChanges {

    private static final Pattern LINE_BREAKS = Pattern.compile("\\\\[rn]|[\r\n]");
    /** The delimiter may be a regular expression; only one that stands for itself is followed. */
    private static final Pattern EXPRESSION = Pattern.compile("[\\\\\\[\\](|*+?]");

    private SqlChanges() {
    }

    static void sql(Node change, ChangeTarget target) {
        Node text = change.textOf("sql");
        target.sql(target.file(), Math.max(1, text.textLine()), text.text(), delimiter(change, target.product()));
    }

    static void sqlFile(Node change, ChangeTarget target) {
        String path = change.required("path");
        TextFile script = target.files().script(target.filled(path), change.isTrue("relativeToChangelogFile"), target.file())
                .orElseThrow(() -> new Node.Incomplete("the script " + path + " is not there"));
        target.sql(script.path(), 1, script.text(), delimiter(change, target.product()));
    }

    private static String delimiter(Node change, Product product) {
        String said = LINE_BREAKS.matcher(change.attribute("endDelimiter").orElse("")).replaceAll("").strip();
        boolean known = said.equals("/") || said.equalsIgnoreCase("go") || EXPRESSION.matcher(said).find();
        return known || said.startsWith("$") && product == Product.POSTGRESQL ? ";" : said;
    }

    static void insert(Node change, ChangeTarget target) {
        target.apply(target.make(change).words("INSERT INTO").name(change.required("tableName")).words("VALUES ( )"));
    }

    /** How many rows the file has is not read. */
    static void loadData(Node change, ChangeTarget target) {
        target.apply(target.make(change).words("LOAD DATA INTO TABLE").name(change.required("tableName")));
    }
}
