/**
 * Spring Data. Takes calls of repositories, the names and annotations of their methods and the entities; gives what they
 * send. May use {@code source}, {@code program}, {@code entity} and {@code query}, and {@code query.jpa} for named
 * queries and entity graphs.
 */
package dev.seqscan.query.springdata;
