/**
 * Takes the mapping files of Hibernate ({@code *.hbm.xml}) and of Jakarta Persistence ({@code orm.xml}); gives what they
 * say as the annotations that say the same, per class and attribute, so that one reader judges both. May use
 * {@code source}.
 */
package dev.seqscan.entity.xml;
