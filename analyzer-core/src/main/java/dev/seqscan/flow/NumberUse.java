package dev.seqscan.flow;

/**
 * What a method does with the number that a call gives.
 *
 * @param tested whether it asks if the number is zero
 * @param returned whether it gives the number to its callers
 * @param escapes whether the number itself is used, or goes where nothing is known of it
 */
record NumberUse(boolean tested, boolean returned, boolean escapes) {
}
