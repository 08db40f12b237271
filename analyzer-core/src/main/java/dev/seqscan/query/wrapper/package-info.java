/**
 * Takes the wrappers of MyBatis-Plus and the examples of MyBatis Generator, into which code puts conditions, columns and order;
 * gives the SQL that they mean. May use {@code query} and what it may use, but no binder.
 */
package dev.seqscan.query.wrapper;
