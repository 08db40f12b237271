package dev.seqscan.advice;

import dev.seqscan.source.Place;

/**
 * An index that no statement of the code asks for, although statements read its table.
 *
 * @param name empty where the database chooses it
 * @param columns as a reader may write them
 * @param openStatements how many statements on its table are not known well enough to tell whether they use it
 */
public record UnusedIndex(String name, String table, String columns, Place place, int openStatements) {
}
