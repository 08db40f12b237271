/**
 * Takes the facts of properties, YAML and XML files; gives the settings of an application and what runs its persistence. May use
 * {@code source}.
 */
package dev.seqscan.config;
