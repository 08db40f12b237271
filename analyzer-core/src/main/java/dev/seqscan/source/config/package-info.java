/**
 * Takes the text of properties and YAML files; gives their keys and values with their places. The YAML parser is used
 * in here only. May use {@code source}.
 */
package dev.seqscan.source.config;
