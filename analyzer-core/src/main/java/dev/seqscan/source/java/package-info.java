/**
 * Takes the text of a Java file; gives its code facts. JavaParser is used in here only. May use {@code source.code}.
 */
package dev.seqscan.source.java;
