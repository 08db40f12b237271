/**
 * Takes calls of methods of interfaces whose annotation holds SQL, of whatever library; gives the statements they send. May
 * use {@code query} and what it may use, but no other binder.
 */
package dev.seqscan.query.annotated;
