package dev.seqscan.plans;

import java.util.regex.Pattern;

/** What a database says it will do. */
interface Plan {

    /** Whether indexes are read for the rows of the table, but from end to end. */
    boolean readsWholeIndex(String table);

    /** Whether indexes find the rows of the table, wherever the statement speaks of it. */
    boolean findsByIndex(String table);

    /** Whether it uses the index of that name. */
    default boolean names(String index) {
        return Pattern.compile("\\b" + Pattern.quote(index) + "\\b", Pattern.CASE_INSENSITIVE).matcher(text()).find();
    }

    /** Whether rows are sorted. */
    boolean sorts();

    /** The estimated cost in units of the database; 0 where it does not tell. */
    double cost();

    /** The words of the database. */
    String text();
}
