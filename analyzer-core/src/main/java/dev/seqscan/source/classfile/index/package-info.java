/**
 * Takes the jars of well-known libraries when SeqScan is built; gives their public signatures as one small resource, and
 * finds classes in it at run time. May use {@code source}, {@code source.code} and {@code source.classfile}.
 */
package dev.seqscan.source.classfile.index;
