/**
 * Takes the parameters and the projects of a Maven run; gives a task to {@code process}, and the verdict on the build by
 * its outcome. May use {@code process}, {@code config}, {@code report},
 * {@code rule} and {@code finding}.
 */
package dev.seqscan.maven;
