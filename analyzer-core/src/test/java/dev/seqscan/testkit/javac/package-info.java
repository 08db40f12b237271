/**
 * Takes Java files and their class path; gives where the types that the linker finds agree with those of the JDK's compiler.
 * May use {@code program} and {@code source}. Shipped to other modules as part of the test jar.
 */
package dev.seqscan.testkit.javac;
