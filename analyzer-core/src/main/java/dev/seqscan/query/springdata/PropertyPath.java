package dev.seqscan.query.springdata;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves the properties of derived names (Spring Data Commons reference, "Property Expressions"): the whole name is tried
 * first, then words are taken off its right end until a property is found, and the rest is looked for in its type. A
 * {@code _} marks the place where to step into a type.
 */
final class PropertyPath {

    private static final Pattern LAST_WORD = Pattern.compile("\\p{Lu}\\p{Ll}*$");

    private final EntityModel entities;

    PropertyPath(EntityModel entities) {
        this.entities = entities;
    }

    /** Names of the attributes on the way, or nothing where there is no such property. */
    Optional<List<String>> resolve(String property, Entity from) {
        Optional<Attribute> whole = attribute(property, from);
        if (whole.isPresent()) {
            return Optional.of(List.of(whole.get().name()));
        }
        List<Attribute> steps = new ArrayList<>();
        for (String segment : property.split("(?<=[^_])_", -1)) {
            Optional<Entity> start = steps.isEmpty() ? Optional.of(from) : type(steps.get(steps.size() - 1));
            Optional<List<Attribute>> found = start.flatMap(type -> segment(segment, type));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            steps.addAll(found.get());
        }
        return Optional.of(steps.stream().map(Attribute::name).toList());
    }

    /** Like Spring Data, does not go back once the beginning has been found. */
    private Optional<List<Attribute>> segment(String segment, Entity from) {
        List<Attribute> steps = new ArrayList<>();
        Entity type = from;
        String rest = segment;
        while (!rest.isEmpty()) {
            String head = head(rest, type);
            if (head.isEmpty()) {
                return Optional.empty();
            }
            steps.add(attribute(head, type).orElseThrow());
            rest = rest.substring(head.length());
            type = type(steps.get(steps.size() - 1)).orElse(null);
            if (type == null && !rest.isEmpty()) {
                return Optional.empty();
            }
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps);
    }

    /** The longest beginning that is a property, or the empty string. */
    private String head(String name, Entity type) {
        String head = name;
        while (attribute(head, type).isEmpty()) {
            Matcher word = LAST_WORD.matcher(head);
            if (!word.find() || word.start() == 0) {
                return "";
            }
            head = head.substring(0, word.start());
        }
        return head;
    }

    private Optional<Attribute> attribute(String name, Entity type) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Attribute> attribute = entities.attributeOf(type, decapitalised(name));
        return attribute.isPresent() ? attribute : entities.attributeOf(type, lowerFirst(name));
    }

    private Optional<Entity> type(Attribute attribute) {
        if (attribute instanceof Association association) {
            return entities.ofClass(association.target());
        }
        return attribute instanceof Attribute.Embedded embedded ? entities.ofClass(embedded.type()) : Optional.empty();
    }

    /** As {@code java.beans.Introspector} does: {@code URL} stays as it is. */
    private static String decapitalised(String name) {
        boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1));
        return acronym ? name : lowerFirst(name);
    }

    private static String lowerFirst(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
