/**
 * Takes the text of an XML file; gives it as a light tree. Document types and external entities are never followed.
 * May use {@code source}.
 */
package dev.seqscan.source.xml;
