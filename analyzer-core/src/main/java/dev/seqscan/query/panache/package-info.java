/**
 * Takes calls of Panache, with Hibernate ORM or Hibernate Reactive; gives the statements they send, with simplified queries
 * written out as HQL. May use {@code query} and what it may use, and {@code query.jpa} for what all persistence contexts share.
 */
package dev.seqscan.query.panache;
