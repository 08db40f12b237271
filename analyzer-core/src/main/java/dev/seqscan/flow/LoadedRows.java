package dev.seqscan.flow;

import java.util.List;

/**
 * A call that brings rows of queries whose use is known completely. Rows that are returned to callers are told of at the
 * callers' calls.
 *
 * @param site the call
 * @param queries what loads the rows, in the order in which it was found: any number of entities each; never empty
 */
public record LoadedRows(Site site, List<QueryUse> queries, RowUses uses) {
}
