/**
 * Takes calls of Jakarta Persistence and of Hibernate's sessions; gives the statements they send. Named queries and
 * entity graphs are open to other binders of persistence frameworks. May use {@code query} and what it may use.
 */
package dev.seqscan.query.jpa;
