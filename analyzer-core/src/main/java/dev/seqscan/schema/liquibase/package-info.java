/**
 * Takes changelogs of Liquibase in all their forms; gives the tables as they stand after the last change set. What a change
 * means is said as the SQL statement that Liquibase makes of it, and {@code schema} replays that, so that every fact about
 * products stands in one place. May use {@code source} and {@code schema}.
 */
package dev.seqscan.schema.liquibase;
