/**
 * Takes what the user says of methods in the settings file; gives the statements that their calls send. May use
 * {@code query} and the stages before it.
 */
package dev.seqscan.query.settings;
