package dev.seqscan.flow;

/**
 * What a method does with what a call gives.
 *
 * @param partly whether it uses the part that could be asked for alone: of a number if it is zero, of a page the rows
 * @param returned whether it gives it to its callers
 * @param escapes whether it uses the rest, too, or hands it where nothing is known of it
 */
record ResultTrace(boolean partly, boolean returned, boolean escapes) {
}
