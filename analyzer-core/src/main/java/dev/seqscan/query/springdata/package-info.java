/**
 * Takes calls of Spring Data repositories; gives the statements that their method names, annotations and base
 * interfaces stand for. May use {@code query}, and {@code query.jpa} for named queries and entity graphs.
 */
package dev.seqscan.query.springdata;
