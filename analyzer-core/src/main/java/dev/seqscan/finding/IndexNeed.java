package dev.seqscan.finding;

import dev.seqscan.schema.Index;
import dev.seqscan.schema.Product;
import dev.seqscan.source.Place;
import java.util.List;
import java.util.Set;

/**
 * An index that a statement calls for, so that what all statements call for can be made into the fewest indexes.
 *
 * @param table its normalised name
 * @param equal what the statement compares with one value each; an index may begin with them in any order, and they come in
 *        the order that is best if there is a choice
 * @param then what has to follow in this order: the column of a range, or sort keys
 * @param prefixes columns that are searched by the beginning of their text
 * @param ranges columns that are searched for a range of values
 * @param constants conditions of the statement that are the same each time, as {@code deleted_at is null}, so that the index
 *        need not hold other rows; none where the product has no such indexes
 * @param place where the statement is written
 * @param statement how a reader knows it, as {@code OrderRepository.findByStatus}
 */
public record IndexNeed(Product product, String table, List<Index.Part> equal, List<Index.Part> then, Set<String> prefixes,
        Set<String> ranges, List<String> constants, Place place, String statement) {

    /** The need of columns that are all compared with one value. */
    public static IndexNeed ofColumns(Product product, String table, List<String> columns, Place place, String statement) {
        return new IndexNeed(product, table, columns.stream().map(Index.Part::of).toList(), List.of(), Set.of(), Set.of(), List.of(),
                place, statement);
    }
}
