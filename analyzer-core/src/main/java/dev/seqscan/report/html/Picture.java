package dev.seqscan.report.html;

import dev.seqscan.overview.Overview.Link;
import dev.seqscan.overview.Overview.MappedEntity;
import java.util.List;

/**
 * Entities as boxes in columns; a box has a row for each of its associations that is told.
 *
 * @param columns from left to right, none of them empty
 */
record Picture(List<List<Box>> columns) {

    /** An entity; {@code chosen} where the picture is about it. */
    record Box(MappedEntity entity, boolean chosen, List<Row> rows) {

        String name() {
            return simple(entity.className());
        }
    }

    /** An association; a line leads from it to the box of its target if there is one. */
    record Row(Link link) {

        /** In words, so that nobody needs colours: how it is loaded. */
        String fetching() {
            String loaders = link.loadedBy().isEmpty() ? ""
                    : "; " + (link.loadedBy().size() == 1 ? "1 query loads it" : link.loadedBy().size() + " queries load it");
            return (link.eager() ? "eager" : "lazy") + (link.mode().isEmpty() ? "" : " by " + link.mode())
                    + (link.batchSize() > 1 ? ", batch " + link.batchSize()
                    : kind().equals("batch") ? ", in bulk" : "") + loaders;
        }

        /** The kind of its line, a class of the style sheet. */
        String kind() {
            if (link.eager()) {
                return "eager";
            }
            if (link.batchSize() > 1 || !link.otherwise().isEmpty()) {
                return "batch";
            }
            return link.loadedBy().isEmpty() ? "lazy" : "asked";
        }

        String cardinality() {
            return switch (link.cardinality()) {
                case "one to one" -> "1:1";
                case "many to one" -> "n:1";
                case "one to many" -> "1:n";
                case "many to many" -> "n:m";
                default -> "values";
            };
        }
    }

    /** How many entities it shows. */
    int size() {
        return columns.stream().mapToInt(List::size).sum();
    }

    /** The name of a class without its package. */
    static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
