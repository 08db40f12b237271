/**
 * Takes the parameters and the projects of a Maven run; gives a request to the analyser, two report files and the verdict
 * on the build. May use {@code dev.seqscan}, {@code rule}, {@code finding}, {@code report} and {@code source} notices.
 */
package dev.seqscan.maven;
