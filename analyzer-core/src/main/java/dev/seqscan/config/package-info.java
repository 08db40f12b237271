/**
 * Takes the facts of properties and YAML files; gives the settings of an application. May use {@code source}.
 */
package dev.seqscan.config;
