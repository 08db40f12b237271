/**
 * Takes sources and class paths that other builds of this reactor write; tests that the linker gives the expressions in them
 * the types that the JDK's compiler gives them. May use {@code testkit.javac}.
 */
package dev.seqscan.types;
