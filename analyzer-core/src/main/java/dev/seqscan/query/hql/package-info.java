/**
 * Takes the text of a JPQL or HQL statement and the entities; gives its {@code QueryShape}. Hibernate's own grammar
 * reads the text and is used in this package only. May use {@code entity} and {@code query}.
 */
package dev.seqscan.query.hql;
