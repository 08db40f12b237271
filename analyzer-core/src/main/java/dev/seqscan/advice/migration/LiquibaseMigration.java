package dev.seqscan.advice.migration;

import dev.seqscan.advice.IndexAdvice;
import dev.seqscan.advice.ProposedIndex;
import dev.seqscan.schema.Product;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A changelog of Liquibase in the format of the newest one, with one change set for each index. */
final class LiquibaseMigration {

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,6})([_.-]).*");

    private final String newest;
    private final boolean oneOfSeveral;
    private final String dbms;

    /**
     * Takes the changelogs that make the schema, of which there is one at least.
     *
     * @param oneOfSeveral whether the application runs on several products, so that each change set has to name its own
     */
    LiquibaseMigration(List<String> own, Product product, boolean oneOfSeveral) {
        this.newest = own.stream().max(NaturalOrder.OF_TEXTS).orElseThrow();
        this.oneOfSeveral = oneOfSeveral;
        this.dbms = shortName(product);
    }

    Migration write(IndexAdvice advice) {
        String ending = newest.substring(newest.lastIndexOf('.') + 1);
        String name = number() + "add-indexes" + (oneOfSeveral ? "-" + dbms : "") + "." + (ending.equals("json") ? "yaml" : ending);
        String text = switch (ending) {
            case "xml" -> xml(advice);
            case "sql" -> sql(advice);
            default -> yaml(advice);
        };
        String hint = "Unless a changelog includes the whole folder, include " + name + " where " + MigrationWriter.name(newest)
                + " is included.";
        return new Migration(List.of(new Migration.MigrationFile(MigrationWriter.folder(newest), name, text)), List.of(hint));
    }

    /** The name that Liquibase has for a product (Liquibase documentation, "dbms"). */
    private static String shortName(Product product) {
        return product == Product.SQLSERVER ? "mssql" : product.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a change set is meant for this product only. */
    private boolean isBound(ProposedIndex index) {
        return oneOfSeveral || MigrationWriter.isConcurrent(index);
    }

    /** Files that are named by numbers are read in their order. */
    private String number() {
        Matcher numbered = NUMBERED.matcher(MigrationWriter.name(newest));
        if (!numbered.matches()) {
            return "";
        }
        String next = new BigInteger(numbered.group(1)).add(BigInteger.ONE).toString();
        return "0".repeat(Math.max(0, numbered.group(1).length() - next.length())) + next + numbered.group(2);
    }

    private String sql(IndexAdvice advice) {
        return advice.proposed().stream().map(index -> "--changeset seqscan:add-" + index.name()
                + (MigrationWriter.isConcurrent(index) ? " runInTransaction:false" : "")
                + (isBound(index) ? " dbms:" + dbms : "") + "\n--comment: "
                + MigrationWriter.served(index) + "\n" + index.create() + ";\n--rollback " + index.drop() + ";\n")
                .collect(Collectors.joining("\n", "--liquibase formatted sql\n\n", ""));
    }

    private String xml(IndexAdvice advice) {
        return advice.proposed().stream().map(this::xml).collect(Collectors.joining("\n", """
                <?xml version="1.0" encoding="UTF-8"?>
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                        http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">

                """, "\n</databaseChangeLog>\n"));
    }

    private String xml(ProposedIndex index) {
        boolean concurrent = MigrationWriter.isConcurrent(index);
        return "    <changeSet id=\"add-" + escaped(index.name()) + "\" author=\"seqscan\""
                + (concurrent ? " runInTransaction=\"false\"" : "") + (isBound(index) ? " dbms=\"" + dbms + "\"" : "") + ">\n"
                + "        <comment>" + escaped(MigrationWriter.served(index)) + "</comment>\n"
                + (concurrent || !isPlain(index) ? xmlOfSql(index) : xmlOfChange(index)) + "    </changeSet>\n";
    }

    private static String xmlOfSql(ProposedIndex index) {
        return "        <sql>" + escaped(index.create()) + "</sql>\n"
                + "        <rollback><sql>" + escaped(index.drop()) + "</sql></rollback>\n";
    }

    private static String xmlOfChange(ProposedIndex index) {
        return index.parts().stream().map(part -> "            <column name=\"" + escaped(part.text()) + "\""
                + (part.descending() ? " descending=\"true\"" : "") + "/>\n").collect(Collectors.joining("",
                "        <createIndex tableName=\"" + escaped(index.table()) + "\" indexName=\"" + escaped(index.name()) + "\">\n",
                "        </createIndex>\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static boolean isPlain(ProposedIndex index) {
        return index.condition().isEmpty() && index.parts().stream().allMatch(ProposedIndex.Part::plain);
    }

    private String yaml(IndexAdvice advice) {
        return advice.proposed().stream().map(this::yaml)
                .collect(Collectors.joining("", "databaseChangeLog:\n", ""));
    }

    private String yaml(ProposedIndex index) {
        boolean concurrent = MigrationWriter.isConcurrent(index);
        return "  - changeSet:\n      id: " + quoted("add-" + index.name()) + "\n      author: seqscan\n"
                + (concurrent ? "      runInTransaction: false\n" : "") + (isBound(index) ? "      dbms: " + dbms + "\n" : "")
                + "      comment: " + quoted(MigrationWriter.served(index)) + "\n      changes:\n"
                + (concurrent || !isPlain(index) ? yamlOfSql(index) : yamlOfChange(index));
    }

    private static String yamlOfSql(ProposedIndex index) {
        return "        - sql:\n            sql: " + quoted(index.create()) + "\n      rollback:\n        - sql:\n            sql: "
                + quoted(index.drop()) + "\n";
    }

    private static String yamlOfChange(ProposedIndex index) {
        return index.parts().stream().map(part -> "              - column:\n                  name: " + quoted(part.text()) + "\n"
                + (part.descending() ? "                  descending: true\n" : "")).collect(Collectors.joining("",
                "        - createIndex:\n            tableName: " + quoted(index.table()) + "\n            indexName: "
                        + quoted(index.name()) + "\n            columns:\n", ""));
    }

    /** A double-quoted scalar (YAML 1.2.2, section 7.3.1). */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
