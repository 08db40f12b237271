/**
 * Takes the declared classes; gives the mapped entities with their tables, attributes, associations and how these
 * are fetched. May use {@code source}, {@code program}, {@code config}.
 */
package dev.seqscan.entity;
