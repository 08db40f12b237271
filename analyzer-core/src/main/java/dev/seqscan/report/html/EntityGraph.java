package dev.seqscan.report.html;

import dev.seqscan.overview.Overview.Link;
import dev.seqscan.overview.Overview.MappedEntity;
import dev.seqscan.report.html.Picture.Box;
import dev.seqscan.report.html.Picture.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The entities with the associations between them; chooses what one picture can hold of them. */
final class EntityGraph {

    /** A picture of all holds so many, one of the eager associations alone, and one of an entity so many on each side. */
    static final int MOST_BOXES = 24;
    static final int MOST_EAGER = 16;
    static final int MOST_NEIGHBOURS = 12;
    static final int MOST_ROWS = 40;

    private final SortedMap<String, MappedEntity> entities = new TreeMap<>();
    private final Map<String, SortedSet<String>> pointingAt = new TreeMap<>();

    EntityGraph(List<MappedEntity> all) {
        all.forEach(each -> entities.put(each.className(), each));
        for (MappedEntity each : entities.values()) {
            each.links().forEach(link ->
                    pointingAt.computeIfAbsent(link.target(), target -> new TreeSet<>()).add(each.className()));
        }
    }

    /**
     * The entity, left of it those that refer to it, and right of it those that it refers to. Those that come with it, as they
     * are loaded eagerly, also tell what comes with them.
     */
    Picture around(MappedEntity chosen) {
        List<String> after = chosen.links().stream().map(Link::target).filter(each -> isOther(each, chosen)).distinct()
                .limit(MOST_NEIGHBOURS).toList();
        List<String> before = pointingAt(chosen).stream().filter(each -> isOther(each, chosen) && !after.contains(each))
                .limit(MOST_NEIGHBOURS).toList();
        Predicate<Link> back = link -> link.target().equals(chosen.className());
        List<List<Box>> columns = new ArrayList<>();
        columns.add(boxes(before, back));
        columns.add(List.of(new Box(chosen, true, rows(chosen, link -> true))));
        Set<String> coming = chosen.links().stream().filter(Link::eager).map(Link::target).collect(Collectors.toSet());
        columns.add(after.stream().map(entities::get).map(each -> new Box(each, false,
                rows(each, coming.contains(each.className()) ? back.or(Link::eager) : back))).toList());
        columns.removeIf(List::isEmpty);
        return new Picture(columns);
    }

    /** How many neighbours the picture of an entity leaves out. */
    int leftOut(MappedEntity chosen) {
        SortedSet<String> neighbours = new TreeSet<>(pointingAt(chosen));
        chosen.links().forEach(link -> neighbours.add(link.target()));
        neighbours.removeIf(each -> !isOther(each, chosen));
        return neighbours.size() - around(chosen).size() + 1;
    }

    private SortedSet<String> pointingAt(MappedEntity entity) {
        return pointingAt.getOrDefault(entity.className(), new TreeSet<>());
    }

    private boolean isOther(String className, MappedEntity chosen) {
        return entities.containsKey(className) && !className.equals(chosen.className());
    }

    private List<Box> boxes(Collection<String> classNames, Predicate<Link> told) {
        return classNames.stream().map(entities::get).map(each -> new Box(each, false, rows(each, told))).toList();
    }

    private static List<Row> rows(MappedEntity entity, Predicate<Link> told) {
        return entity.links().stream().filter(told).limit(MOST_ROWS).map(Row::new).toList();
    }

    /** Whether one picture can hold all entities that are associated with others. */
    boolean isSmall() {
        return entities.keySet().stream().filter(each -> isAssociated(each, link -> true, entities.keySet())).count()
                <= MOST_BOXES;
    }

    /**
     * All entities that are associated with others. Where these are too many, those that are loaded eagerly or load others
     * so: the ones with the most findings, and then those with the most associations. It has no columns where there are none.
     */
    Picture overall(ToIntFunction<MappedEntity> findings) {
        Predicate<Link> drawn = isSmall() ? link -> true : Link::eager;
        SortedSet<String> chosen = new TreeSet<>();
        entities.values().stream().filter(each -> isAssociated(each.className(), drawn, entities.keySet()))
                .sorted(Comparator.comparingInt(each -> -weight(each, findings)))
                .limit(isSmall() ? MOST_BOXES : MOST_EAGER).forEach(each -> chosen.add(each.className()));
        chosen.removeAll(chosen.stream().filter(each -> !isAssociated(each, drawn, chosen)).toList());
        Predicate<Link> told = drawn.and(link -> chosen.contains(link.target()));
        List<List<Box>> columns = new ArrayList<>();
        for (List<String> column : new EntityColumns(chosen, name -> targets(name, told)).ordered()) {
            columns.add(boxes(column, told));
        }
        return new Picture(columns);
    }

    private int weight(MappedEntity entity, ToIntFunction<MappedEntity> findings) {
        return findings.applyAsInt(entity) * 1_000 + entity.links().size() + pointingAt(entity).size();
    }

    private boolean isAssociated(String className, Predicate<Link> by, Set<String> among) {
        return entities.get(className).links().stream().anyMatch(each -> by.test(each) && among.contains(each.target()))
                || among.stream().map(entities::get).flatMap(each -> each.links().stream())
                        .anyMatch(each -> by.test(each) && each.target().equals(className));
    }

    private SortedSet<String> targets(String className, Predicate<Link> told) {
        SortedSet<String> targets = new TreeSet<>();
        entities.get(className).links().stream().filter(told).map(Link::target)
                .filter(each -> !each.equals(className)).forEach(targets::add);
        return targets;
    }
}
