package dev.seqscan.filter;

import dev.seqscan.finding.Finding;
import dev.seqscan.source.Span;

/**
 * A wish for silence about one rule at one stretch of a file.
 *
 * @param span where the wish stands: the comment, or the annotation
 * @param covers what it speaks of: the lines of a comment, or the annotated declaration
 * @param reason why, in the words of the user; may be empty
 */
public record Suppression(String file, Span span, Span covers, String ruleId, Form form, String reason) {

    /** How the wish is written. */
    public enum Form {
        /** {@code seqscan:ignore rule: reason}; void without its reason. */
        COMMENT,
        /** {@code @SuppressWarnings("seqscan:rule")}, which has no room for a reason. */
        ANNOTATION
    }

    /** Whether it lacks a reason it must have. */
    boolean lacksReason() {
        return form == Form.COMMENT && reason.isBlank();
    }

    /** Whether the finding is of its rule and starts within what it speaks of. */
    boolean silences(Finding finding) {
        Span place = finding.place().span();
        Span start = new Span(place.startLine(), place.startColumn(), place.startLine(), place.startColumn());
        return finding.ruleId().equals(ruleId) && finding.place().file().equals(file) && covers.contains(start);
    }

    /** As the user wrote it. */
    String text() {
        return form == Form.COMMENT ? "seqscan:ignore " + ruleId : "@SuppressWarnings(\"seqscan:" + ruleId + "\")";
    }
}
