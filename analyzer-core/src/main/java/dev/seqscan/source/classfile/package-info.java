/**
 * Takes class files, jars and the running JDK; gives class signatures as they stand there. ASM is used in here only.
 */
package dev.seqscan.source.classfile;
