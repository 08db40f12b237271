/**
 * Takes a Thymeleaf template; gives its loops, conditions, reads and included fragments as statements of code, with the
 * places where they stand. Knows the template language and nothing of the objects that are read. May use
 * {@code source} and {@code source.code}.
 */
package dev.seqscan.source.template;
