/**
 * Takes the model of each group of applications; gives what is mapped, stored and asked for in plain words, for readers of
 * a report. May use {@code source} places, {@code schema}, {@code entity}, {@code query}, {@code flow} and the {@code rule}
 * model; finds nothing and judges nothing.
 */
package dev.seqscan.overview;
