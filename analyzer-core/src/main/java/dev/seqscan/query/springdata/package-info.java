/**
 * Spring Data JPA. Takes names and annotations of repository methods and the entities; gives what they send. May use
 * {@code source}, {@code program}, {@code entity} and {@code query}.
 */
package dev.seqscan.query.springdata;
