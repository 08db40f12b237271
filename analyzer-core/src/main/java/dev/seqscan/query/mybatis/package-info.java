/**
 * Takes calls of MyBatis mappers and sessions, of MyBatis-Plus and of the common Mapper of tk.mybatis, and the mapper
 * files; gives the statements they send. May use {@code query} and what it may use, but no other binder.
 */
package dev.seqscan.query.mybatis;
