/**
 * Takes calls of MyBatis mappers and sessions and of MyBatis-Plus, and the mapper files; gives the statements they send.
 * May use {@code query} and what it may use, but no other binder.
 */
package dev.seqscan.query.mybatis;
