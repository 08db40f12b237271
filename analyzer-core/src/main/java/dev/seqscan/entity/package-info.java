/**
 * Takes the declared classes; gives the mapped entities with their tables, attributes, associations and how these
 * are fetched, and the tables as the mapping declares them. May use {@code source}, {@code program}, {@code config}, and
 * the records of {@code schema}.
 */
package dev.seqscan.entity;
