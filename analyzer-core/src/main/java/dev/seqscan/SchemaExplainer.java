package dev.seqscan;

import dev.seqscan.finding.Trail;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.IndexUse;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.ReferenceTables;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Notes what the schema says about the filters of statements on one line. */
final class SchemaExplainer {

    private final Model model;
    private final ReferenceTables references;

    SchemaExplainer(Model model) {
        this.model = model;
        this.references = new ReferenceTables(model.flow().queryUses());
    }

    /** Takes the statements that are sent or declared on the line. */
    void explain(Trail trail) {
        for (QueryUse use : model.flow().queryUses()) {
            if (trail.asks(use.site().place()) || trail.asks(use.query().place())) {
                explain(use, trail);
            }
        }
    }

    private void explain(QueryUse use, Trail trail) {
        List<Predicate> predicates = use.query().shape().predicates();
        List<String> tables = predicates.stream().map(Predicate::table).filter(each -> !each.isEmpty()).distinct().toList();
        for (Schema schema : model.schemas(use)) {
            for (String name : tables) {
                Optional<Table> table = schema.table(name);
                note(use, trail, schema.product().title() + ": "
                        + table.map(this::facts).orElse("the table " + name + " is not known"));
                table.ifPresent(known -> predicates.stream().filter(each -> each.table().equals(name))
                        .forEach(each -> note(use, trail, filter(known, each, predicates))));
            }
        }
        if (model.schemas(use).isEmpty() && !tables.isEmpty()) {
            note(use, trail, "no schema is known");
        }
        if (model.hasUnreadMigrations(use)) {
            note(use, trail, "there are migrations that are not read");
        }
    }

    private static void note(QueryUse use, Trail trail, String conclusion) {
        trail.note(use.site().place(), Trail.About.SCHEMA, () -> conclusion);
        trail.note(use.query().place(), Trail.About.SCHEMA, () -> conclusion);
    }

    private String facts(Table table) {
        String size = switch (model.size(table)) {
            case SMALL -> "small";
            case UNKNOWN -> "of a size that is not known";
            case GROWING -> "written by the program";
            case LARGE -> "large: " + model.sizeWords(table);
        };
        return "table " + table.name() + ", " + size + (references.holds(table) ? ", looks like one of a few kinds" : "")
                + known(table)
                + "; " + (table.place().file().isEmpty() ? "declared in no file"
                : table.place().file() + ":" + table.place().line());
    }

    private static String known(Table table) {
        return switch (table.source()) {
            case MIGRATION -> "";
            case MAPPING -> ", known from the mapping alone";
            case GENERATED -> ", known from generated classes alone";
            case GENERATED_KEYS -> ", known from generated classes that tell no index";
        };
    }

    private static String filter(Table table, Predicate predicate, List<Predicate> all) {
        String column = table.column(predicate.column()).map(Column::type).map(type -> type.isEmpty() ? "" : " (" + type + ")")
                .orElse(" (not known)");
        String indexes = table.indexes().stream().filter(index -> index.leadingColumns().contains(predicate.column()))
                .map(SchemaExplainer::text).collect(Collectors.joining("; "));
        return "column " + predicate.column() + column + ": "
                + (IndexUse.isServed(table, predicate, all) ? "served by an index" : "served by no index")
                + (indexes.isEmpty() ? "" : "; it is in " + indexes);
    }

    private static String text(Index index) {
        return (index.unique() ? "unique " : "") + "index " + (index.name().isEmpty() ? "" : index.name() + " ")
                + index.parts().stream().map(part -> part.column().isEmpty() ? part.expression() : part.column())
                        .collect(Collectors.joining(", ", "(", ")"))
                + (index.isWhole() ? "" : " where " + index.condition());
    }
}
