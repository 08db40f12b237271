/**
 * Takes the facts of properties, YAML and Hibernate's XML files; gives the settings of an application. May use
 * {@code source}.
 */
package dev.seqscan.config;
