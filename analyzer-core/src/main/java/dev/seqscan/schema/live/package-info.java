/**
 * Takes the way to a database of the application; gives its tables, indexes, foreign keys and views as its catalogue has them,
 * and about how many rows each table has. What the catalogue says is told as statements, which {@code schema} replays, so that
 * names, types and expressions are as those of scripts. Only here is a database asked. May use {@code source} and
 * {@code schema}.
 */
package dev.seqscan.schema.live;
