/**
 * Takes pairs of schema and query, written by hand and generated; holds what {@code unindexed-filter} says of them against the
 * plans of a real PostgreSQL and of H2 on filled tables. The analyser sees them as files, as users have them.
 */
package dev.seqscan.plans;
