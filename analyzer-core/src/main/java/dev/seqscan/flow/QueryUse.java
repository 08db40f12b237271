package dev.seqscan.flow;

import dev.seqscan.query.Query;

/**
 * A call that sends a statement.
 *
 * @param module the directory of the module that holds it
 * @param given what it is given, if it writes
 * @param atStart whether it is sent once only, when the application starts or is installed
 * @param result what becomes of what it gives
 */
public record QueryUse(Site site, Query query, PageArgument page, String module, Given given, boolean atStart,
        ResultUse result) {
}
