package dev.seqscan.rules.fetching.overfetching;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.finding.Certainty;
import dev.seqscan.flow.LoadedRows;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.flow.RowUses;
import dev.seqscan.query.Query;
import dev.seqscan.rule.Model;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of loaded rows is used, and what would have been enough.
 *
 * @param used as {@code only counts them}
 * @param cure what to ask the database instead
 * @param enough what is needed, in rows or columns, for the cost
 * @param certainty how sure it is that that matters
 */
record Waste(String used, String cure, String enough, Certainty certainty) {

    private static final int FEW = 2;

    /**
     * What is wasted, if anything is that matters.
     *
     * @param wide an entity with fewer attributes costs little more than those that are read
     */
    static Optional<Waste> of(LoadedRows rows, Model model, int wide) {
        RowUses uses = rows.uses();
        Set<String> attributes = uses.attributes();
        if (uses.cut()) {
            return Optional.empty();
        }
        if (!uses.filters().isEmpty()) {
            boolean only = uses.filters().size() == 1 && attributes.isEmpty() && !uses.counted();
            return only ? Optional.of(filtered(uses)) : Optional.empty();
        }
        if (attributes.isEmpty()) {
            return Optional.of(uses.counted() ? counted() : tested());
        }
        return columns(rows, model, wide);
    }

    private static Waste filtered(RowUses uses) {
        RowUses.Filter filter = uses.filters().get(0);
        String doubt = "most rows may fit";
        return new Waste("keeps those that fit by " + filter.path() + " and drops the others", "Let the query compare "
                + filter.path(), "the rows that fit",
                filter.comparison() == RowUses.Comparison.EQUAL ? Certainty.likely(doubt) : Certainty.possible(doubt));
    }

    private static Waste counted() {
        return new Waste("only counts them", "Ask for a count", "1 number", Certainty.PROVEN);
    }

    private static Waste tested() {
        return new Waste("only asks if there are any", "Ask whether a row exists", "at most 1 row", Certainty.PROVEN);
    }

    private static Optional<Waste> columns(LoadedRows rows, Model model, int wide) {
        Set<String> read = rows.uses().attributes();
        List<Entity> entities = rows.queries().stream().map(QueryUse::query).map(Query::entity)
                .flatMap(each -> model.entities().ofClass(each).stream()).toList();
        if (read.size() > FEW || entities.isEmpty()) {
            return Optional.empty();
        }
        boolean onlyIds = entities.stream().allMatch(entity -> read.stream()
                .allMatch(each -> isIdentifier(entity, each)));
        boolean allWide = entities.stream().allMatch(each -> isWide(each, wide));
        String names = String.join(" and ", read);
        String doubt = "the entities may be few or already loaded";
        return Optional.of(new Waste("reads only " + names + " of them", "Select " + names + " alone", names + " of each row",
                onlyIds || allWide ? Certainty.likely(doubt) : Certainty.possible(doubt)));
    }

    /** Also one that is declared in a superclass which was not read. */
    private static boolean isIdentifier(Entity entity, String attribute) {
        return entity.attribute(attribute).map(Attribute::isId)
                .orElse(entity.identifier().isEmpty() && attribute.equals("id"));
    }

    private static boolean isWide(Entity entity, int wide) {
        boolean more = entity.attributes().stream().anyMatch(each -> each instanceof Attribute.Basic basic && basic.isLob()
                || each instanceof Association association && association.fetch() == Association.FetchType.EAGER);
        return more || entity.attributes().size() >= wide;
    }

    String message(Query query) {
        return "This code loads all entities that " + query.label() + " yields and " + used + ". " + cure + " instead.";
    }

    String cost(Query query) {
        return "N rows with all columns, N = rows of " + query.label() + ", instead of " + enough;
    }
}
