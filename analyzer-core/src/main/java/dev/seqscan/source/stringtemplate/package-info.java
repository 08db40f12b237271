/**
 * Takes a group file of StringTemplate 3 or 4; gives its templates, cut into text, attributes, calls and conditions, with
 * the lines where they stand. Knows the template language and nothing of what the texts are for. May use {@code source}.
 */
package dev.seqscan.source.stringtemplate;
