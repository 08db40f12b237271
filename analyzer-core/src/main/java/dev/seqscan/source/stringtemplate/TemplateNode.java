package dev.seqscan.source.stringtemplate;

import java.util.List;

/** A part of a template ("Template expressions" in the StringTemplate 4 documentation). */
public sealed interface TemplateNode {

    /** Text that stands there as it is. */
    record Literal(String text) implements TemplateNode {
    }

    /** {@code <name>}: what the template is given. */
    record Attribute(String name) implements TemplateNode {
    }

    /** {@code <name(a, b)>}: another template. */
    record Call(String template, List<Argument> arguments) implements TemplateNode {
    }

    /**
     * {@code <if(a)>..<elseif(b)>..<else>..<endif>}.
     *
     * @param branches in the order of the text
     */
    record Conditional(List<Branch> branches) implements TemplateNode {
    }

    /** What is not followed, as {@code <names:{n | ..}>} or {@code <user.name>}. */
    record Open() implements TemplateNode {
    }

    /**
     * What a call gives.
     *
     * @param name of the parameter, or empty where its place tells
     */
    record Argument(String name, TemplateNode value) {
    }

    /**
     * One way of a condition.
     *
     * @param condition what must be there; {@link Open} where it is not followed or where this is the {@code else}
     * @param negated whether it must not be there
     */
    record Branch(TemplateNode condition, boolean negated, List<TemplateNode> nodes) {
    }
}
