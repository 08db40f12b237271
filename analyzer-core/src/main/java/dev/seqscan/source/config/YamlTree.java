package dev.seqscan.source.config;

import dev.seqscan.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Builds the tree of one document from parser events. Tags are not followed: every scalar is text. */
final class YamlTree {

    private static final int MAX_DEPTH = 64;

    private final Iterator<Event> events;
    private final Map<Anchor, YamlNode> anchors = new HashMap<>();

    YamlTree(Iterator<Event> events) {
        this.events = events;
    }

    /** The node that starts with an event already taken from the iterator. */
    YamlNode node(Event start, int depth) {
        if (depth > MAX_DEPTH) {
            throw new YamlEngineException("nested deeper than " + MAX_DEPTH);
        }
        YamlNode node;
        if (start instanceof ScalarEvent scalar) {
            Span span = span(scalar);
            boolean block = scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
            node = new YamlNode.Scalar(YamlReader.restored(scalar.getValue()), span.startLine() + (block ? 1 : 0), span);
        } else if (start instanceof SequenceStartEvent) {
            node = sequence(start, depth);
        } else if (start instanceof MappingStartEvent) {
            node = mapping(start, depth);
        } else if (start instanceof AliasEvent alias) {
            return aliased(alias);
        } else {
            throw new YamlEngineException("unexpected " + start.getEventId());
        }
        ((NodeEvent) start).getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        return node;
    }

    private YamlNode sequence(Event start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
            items.add(node(next, depth + 1));
        }
        return new YamlNode.Sequence(items, span(start));
    }

    private YamlNode mapping(Event start, int depth) {
        List<YamlNode.Pair> pairs = new ArrayList<>();
        for (Event next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
            YamlNode key = node(next, depth + 1);
            pairs.add(new YamlNode.Pair(key, node(events.next(), depth + 1)));
        }
        return new YamlNode.Mapping(pairs, span(start));
    }

    /** An anchor is known only after its node is complete, so no node can hold itself. */
    private YamlNode aliased(AliasEvent alias) {
        YamlNode node = anchors.get(alias.getAlias());
        if (node == null) {
            throw new YamlEngineException("alias without anchor: " + alias.getAlias());
        }
        return node;
    }

    private static Span span(Event event) {
        Optional<Mark> start = event.getStartMark();
        Optional<Mark> end = event.getEndMark();
        if (start.isEmpty() || end.isEmpty()) {
            return Span.ofLine(1);
        }
        return new Span(start.get().getLine() + 1, start.get().getColumn() + 1, end.get().getLine() + 1,
                end.get().getColumn() + 1);
    }
}
