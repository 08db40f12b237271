package dev.seqscan.source.config;

import dev.seqscan.source.Span;
import java.util.List;

/** A YAML document as a tree. Aliases are the very node they stand for, so a small text may be a large tree. */
sealed interface YamlNode {

    Span span();

    record Scalar(String text, Span span) implements YamlNode {
    }

    record Sequence(List<YamlNode> items, Span span) implements YamlNode {
    }

    record Mapping(List<Pair> pairs, Span span) implements YamlNode {
    }

    record Pair(YamlNode key, YamlNode value) {
    }
}
