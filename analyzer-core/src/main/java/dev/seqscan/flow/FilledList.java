package dev.seqscan.flow;

/**
 * A statement that is given a list with an element for each row of another one, in one part.
 *
 * @param use the statement that is given the list
 * @param rows the statement whose rows fill it
 * @param some whether a condition in the program may leave some of them out
 */
public record FilledList(QueryUse use, QueryUse rows, boolean some) {
}
