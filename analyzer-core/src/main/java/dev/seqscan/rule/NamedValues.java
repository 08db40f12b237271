package dev.seqscan.rule;

import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;

/** Tells searches by a value that a few rows share most often, although no key says so: an address, a name, a number. */
public final class NamedValues {

    private final Model model;
    private final Selectivity selectivity;
    private final ReferenceTables references;

    /** Takes an application. */
    public NamedValues(Model model) {
        this.model = model;
        this.selectivity = new Selectivity(model.entities());
        this.references = new ReferenceTables(model.flow().queryUses());
    }

    /** Whether anything tells that few rows of the table are found: its keys, its parents, or a value given at run time. */
    public boolean findFew(TableSearch search) {
        return model.rows(search.use()).isLimited()
                || search.access().mandatory(search.table().name()).stream().anyMatch(each -> namesFew(search, each));
    }

    private boolean namesFew(TableSearch search, Predicate predicate) {
        return predicate.clause() == Clause.WHERE && predicate.value() == Value.PARAMETER && Selectivity.pins(predicate)
                && search.table().foreignKeys().stream().noneMatch(key -> key.columns().contains(predicate.column()))
                && selectivity.isSelective(search.table(), predicate) && !selectivity.isOneOfFew(search.table(), predicate)
                && !references.tellsKind(search.table(), predicate, search.access().schema());
    }
}
