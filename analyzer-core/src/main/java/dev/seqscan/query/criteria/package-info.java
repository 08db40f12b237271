/**
 * Takes queries that code puts together with the Criteria API of Jakarta Persistence; gives their conditions as the JPQL that
 * they mean. May use {@code query} and what it may use, but no binder.
 */
package dev.seqscan.query.criteria;
