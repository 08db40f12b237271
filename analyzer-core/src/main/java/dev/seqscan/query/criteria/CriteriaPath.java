package dev.seqscan.query.criteria;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path of attributes that starts at a root of a query, as {@code root.join("customer").get("name")}.
 *
 * @param entity the entity of the root
 * @param alias what JPQL calls the root
 * @param steps none for the root itself
 */
record CriteriaPath(Entity entity, String alias, List<Step> steps) {

    /**
     * An attribute on the way.
     *
     * @param join the words of JPQL by which it is joined; empty where it is only named
     */
    record Step(String name, String join) {
    }

    CriteriaPath {
        steps = List.copyOf(steps);
    }

    /** The path one attribute further. */
    CriteriaPath step(String name, String join) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(name, join));
        return new CriteriaPath(entity, alias, longer);
    }

    /** The path as JPQL has it, with a variable for what is joined. */
    String text() {
        return text(steps.size());
    }

    /** The joins that declare its variables, in order. */
    List<String> joins() {
        List<String> joins = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).join().isEmpty()) {
                joins.add(" " + steps.get(i).join() + " " + text(i) + "." + steps.get(i).name() + " " + text(i + 1));
            }
        }
        return joins;
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder(alias);
        for (int i = 0; i < length; i++) {
            boolean joined = !steps.get(i).join().isEmpty();
            String before = text.toString();
            text.setLength(0);
            text.append(joined ? before.replace('.', '_') + "_" : before + ".").append(steps.get(i).name());
        }
        return text.toString();
    }

    /** The attributes on the way; empty where one is not known. */
    List<Attribute> attributes(EntityModel entities) {
        return entities.resolve(entity, steps.stream().map(Step::name).toList());
    }

    /** The entity at its end; empty for columns and embedded values. */
    Optional<Entity> target(EntityModel entities) {
        List<Attribute> all = attributes(entities);
        return steps.isEmpty() ? Optional.of(entity) : all.stream().skip(Math.max(0, all.size() - 1))
                .filter(Association.class::isInstance).findFirst()
                .flatMap(each -> entities.ofClass(((Association) each).target()))
                .filter(each -> each.kind() == Entity.Kind.ENTITY);
    }
}
