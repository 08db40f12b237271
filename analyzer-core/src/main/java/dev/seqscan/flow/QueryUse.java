package dev.seqscan.flow;

import dev.seqscan.query.Query;

/** A call that sends a statement; {@code module} is the directory of the module that holds it. */
public record QueryUse(Site site, Query query, PageArgument page, String module) {
}
