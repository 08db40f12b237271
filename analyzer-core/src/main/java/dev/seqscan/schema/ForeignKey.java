package dev.seqscan.schema;

import dev.seqscan.source.Place;
import java.util.List;

/** A foreign key from columns of its table to another table; referenced columns are empty where the primary key is meant. */
public record ForeignKey(String name, List<String> columns, String referencedTable, List<String> referencedColumns,
        Place place) {
}
