package dev.seqscan.cache.form;

import dev.seqscan.overview.Overview;
import dev.seqscan.overview.Overview.Link;
import dev.seqscan.overview.Overview.MappedEntity;
import dev.seqscan.overview.Overview.Search;
import dev.seqscan.overview.Overview.Statement;
import dev.seqscan.overview.Overview.StoredIndex;
import dev.seqscan.overview.Overview.StoredTable;
import dev.seqscan.overview.Overview.TableQuery;

/** The overview of a program. */
final class OverviewForm {

    private OverviewForm() {
    }

    static void write(Overview overview, FormOutput out) {
        out.texts(overview.modules()).each(overview.entities(), OverviewForm::writeEntity)
                .each(overview.tables(), OverviewForm::writeTable);
    }

    static Overview read(FormInput in) {
        return new Overview(in.texts(), in.each(OverviewForm::readEntity), in.each(OverviewForm::readTable));
    }

    private static void writeEntity(MappedEntity entity, FormOutput out) {
        out.text(entity.name()).text(entity.className()).text(entity.table()).number(entity.batchSize()).flag(entity.cached())
                .place(entity.place()).each(entity.links(), OverviewForm::writeLink);
    }

    private static MappedEntity readEntity(FormInput in) {
        return new MappedEntity(in.text(), in.text(), in.text(), in.integer(), in.flag(), in.place(),
                in.each(OverviewForm::readLink));
    }

    private static void writeLink(Link link, FormOutput out) {
        out.text(link.name()).text(link.owner()).text(link.target()).text(link.cardinality()).flag(link.eager())
                .flag(link.explicit()).text(link.mode()).number(link.batchSize()).text(link.otherwise()).place(link.place())
                .each(link.loadedBy(), OverviewForm::writeStatement);
    }

    private static Link readLink(FormInput in) {
        return new Link(in.text(), in.text(), in.text(), in.text(), in.flag(), in.flag(), in.text(), in.integer(), in.text(),
                in.place(), in.each(OverviewForm::readStatement));
    }

    private static void writeStatement(Statement statement, FormOutput out) {
        out.text(statement.label()).text(statement.text()).place(statement.place());
    }

    private static Statement readStatement(FormInput in) {
        return new Statement(in.text(), in.text(), in.place());
    }

    private static void writeTable(StoredTable table, FormOutput out) {
        out.text(table.product()).text(table.name()).text(table.size()).place(table.place())
                .each(table.indexes(), OverviewForm::writeIndex).each(table.queries(), OverviewForm::writeQuery);
    }

    private static StoredTable readTable(FormInput in) {
        return new StoredTable(in.text(), in.text(), in.text(), in.place(), in.each(OverviewForm::readIndex),
                in.each(OverviewForm::readQuery));
    }

    private static void writeIndex(StoredIndex index, FormOutput out) {
        out.text(index.name()).text(index.columns()).text(index.origin()).text(index.condition()).place(index.place());
    }

    private static StoredIndex readIndex(FormInput in) {
        return new StoredIndex(in.text(), in.text(), in.text(), in.text(), in.place());
    }

    private static void writeQuery(TableQuery query, FormOutput out) {
        writeStatement(query.statement(), out);
        out.texts(query.entryPoints()).each(query.searches(), OverviewForm::writeSearch);
    }

    private static TableQuery readQuery(FormInput in) {
        return new TableQuery(readStatement(in), in.texts(), in.each(OverviewForm::readSearch));
    }

    private static void writeSearch(Search search, FormOutput out) {
        out.text(search.condition()).flag(search.required()).texts(search.indexes());
    }

    private static Search readSearch(FormInput in) {
        return new Search(in.text(), in.flag(), in.texts());
    }
}
