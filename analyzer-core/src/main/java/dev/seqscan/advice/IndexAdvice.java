package dev.seqscan.advice;

import dev.seqscan.schema.Product;
import java.util.List;
import java.util.SortedSet;

/**
 * What an application could change about the indexes of one schema.
 *
 * @param sources the files that make its tables and indexes
 * @param proposed the fewest indexes that serve what the findings call for, those that serve most first
 * @param unused indexes that no statement of the code asks for
 * @param statements how many statements the code sends
 * @param open how many of them are put together at run time, so that they may ask for any of these indexes
 */
public record IndexAdvice(Product product, SortedSet<String> sources, List<ProposedIndex> proposed, List<UnusedIndex> unused,
        int statements, int open) {

    /** The name of the database product as its makers write it. */
    public String productTitle() {
        return product.title();
    }
}
