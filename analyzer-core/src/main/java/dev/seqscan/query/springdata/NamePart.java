package dev.seqscan.query.springdata;

/**
 * One comparison in a derived name.
 *
 * @param property the property as written, with a capital: {@code CustomerId}
 * @param ignoresCase whether {@code IgnoreCase} stands behind it
 */
record NamePart(String property, PartKeyword keyword, boolean ignoresCase) {
}
