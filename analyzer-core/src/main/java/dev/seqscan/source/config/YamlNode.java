package dev.seqscan.source.config;

import dev.seqscan.source.Span;
import java.util.List;

/** A YAML document as a tree. Aliases are the very node they stand for, so a small text may be a large tree. */
public sealed interface YamlNode {

    /** Where it stands. */
    Span span();

    /**
     * A value; every one is text.
     *
     * @param textLine the line on which its text begins; that of a block scalar is the line after its indicator
     */
    record Scalar(String text, int textLine, Span span) implements YamlNode {
    }

    /** A list. */
    record Sequence(List<YamlNode> items, Span span) implements YamlNode {
    }

    /** Keys with their values, in the order of the text. */
    record Mapping(List<Pair> pairs, Span span) implements YamlNode {
    }

    /** A key and its value. */
    record Pair(YamlNode key, YamlNode value) {
    }
}
