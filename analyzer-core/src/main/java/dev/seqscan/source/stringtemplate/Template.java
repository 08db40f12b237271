package dev.seqscan.source.stringtemplate;

import dev.seqscan.source.Span;
import java.util.List;

/**
 * A template of a group.
 *
 * @param nameSpan where its name stands
 * @param body the text as written, without its quotes
 * @param bodyLine the line on which that begins
 * @param nodes the same, cut into its parts
 */
public record Template(String name, List<Parameter> parameters, Span nameSpan, String body, int bodyLine,
        List<TemplateNode> nodes) {

    /**
     * A formal argument.
     *
     * @param initial what it is where a call does not give it, or null where it is absent then
     */
    public record Parameter(String name, TemplateNode initial) {
    }
}
