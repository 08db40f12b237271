/**
 * Takes the parameters and the projects of a Maven run; gives a task to {@code run}, and the verdict on the build by
 * its outcome. May use {@code run}, {@code config}, {@code rule} and {@code schema.live}.
 */
package dev.seqscan.maven;
