package dev.seqscan.cache.form;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Claim;
import dev.seqscan.finding.Edit;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.IndexNeed;
import dev.seqscan.finding.Level;
import dev.seqscan.finding.Precision;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Weight;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Product;

/** Findings with all of their parts. */
final class FindingForm {

    private static final Level[] LEVELS = Level.values();
    private static final Precision[] PRECISIONS = Precision.values();
    private static final Weight.Table[] TABLES = Weight.Table.values();
    private static final Product[] PRODUCTS = Product.values();

    private FindingForm() {
    }

    static void write(Finding finding, FormOutput out) {
        out.text(finding.ruleId()).number(finding.level().ordinal()).number(finding.precision().ordinal()).text(finding.doubt())
                .place(finding.place()).text(finding.message()).text(finding.subject());
        Finding.Identity identity = finding.identity();
        out.text(identity.enclosing()).text(identity.call()).number(identity.ordinal())
                .each(finding.path(), FindingForm::writeStep).each(finding.related(), FindingForm::writeStep)
                .text(finding.cost()).text(finding.entryPoint())
                .number(finding.weight().loops()).number(finding.weight().table().ordinal())
                .each(finding.needs(), FindingForm::writeNeed).each(finding.fixes(), FindingForm::writeEdit);
    }

    static Finding read(FormInput in) {
        Claim claim = new Claim(in.text(), LEVELS[in.integer()], new Certainty(PRECISIONS[in.integer()], in.text()), in.place(),
                in.text());
        return claim.about(in.text(), new Finding.Identity(in.text(), in.text(), in.integer()))
                .path(in.each(FindingForm::readStep)).related(in.each(FindingForm::readStep))
                .costing(in.text()).reachedFrom(in.text())
                .weighing(new Weight(in.integer(), TABLES[in.integer()]))
                .needing(in.each(FindingForm::readNeed)).offering(in.each(FindingForm::readEdit));
    }

    private static void writeStep(Step step, FormOutput out) {
        out.place(step.place()).text(step.message());
    }

    private static Step readStep(FormInput in) {
        return new Step(in.place(), in.text());
    }

    private static void writeEdit(Edit edit, FormOutput out) {
        out.text(edit.description()).place(edit.place()).text(edit.text());
    }

    private static Edit readEdit(FormInput in) {
        return new Edit(in.text(), in.place(), in.text());
    }

    private static void writeNeed(IndexNeed need, FormOutput out) {
        out.number(need.product().ordinal()).text(need.table()).each(need.equal(), FindingForm::writePart)
                .each(need.then(), FindingForm::writePart).texts(need.prefixes()).texts(need.ranges()).texts(need.constants())
                .place(need.place()).text(need.statement());
    }

    private static IndexNeed readNeed(FormInput in) {
        return new IndexNeed(PRODUCTS[in.integer()], in.text(), in.each(FindingForm::readPart), in.each(FindingForm::readPart),
                in.distinctTexts(), in.distinctTexts(), in.texts(), in.place(), in.text());
    }

    private static void writePart(Index.Part part, FormOutput out) {
        out.text(part.column()).text(part.expression()).flag(part.descending()).text(part.variant());
    }

    private static Index.Part readPart(FormInput in) {
        return new Index.Part(in.text(), in.text(), in.flag(), in.text());
    }
}
