package dev.seqscan.plans;

/** What a database says it will do. */
interface Plan {

    /** Whether indexes find the rows of the table, wherever the statement speaks of it. */
    boolean findsByIndex(String table);

    /** Whether rows are sorted. */
    boolean sorts();

    /** The estimated cost in units of the database; 0 where it does not tell. */
    double cost();

    /** The words of the database. */
    String text();
}
