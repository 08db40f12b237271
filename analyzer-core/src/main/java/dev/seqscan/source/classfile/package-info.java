/**
 * Takes class files, jars, the running JDK and the shipped signature index; gives class signatures as they stand
 * there, with canonical names. May use {@code source} and {@code source.code}. ASM is used in here only.
 */
package dev.seqscan.source.classfile;
