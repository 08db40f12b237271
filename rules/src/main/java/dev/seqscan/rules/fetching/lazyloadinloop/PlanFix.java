package dev.seqscan.rules.fetching.lazyloadinloop;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.finding.Edit;
import dev.seqscan.finding.Precision;
import dev.seqscan.flow.RepeatedRead;
import dev.seqscan.query.PlanAddition;
import dev.seqscan.query.Query;
import dev.seqscan.rule.Model;
import java.util.List;
import java.util.Optional;

/**
 * The change by which the query loads what the loop reads. Only along associations that lead to one object each: then rows
 * stay as many as they were, pages are still cut by the database, and no list is fetched beside another.
 */
final class PlanFix {

    private PlanFix() {
    }

    static List<Edit> of(RepeatedRead read, Precision precision, Model model) {
        Optional<Query> query = read.origin().filter(each -> each.entity().equals(read.rootEntity()));
        boolean certain = precision == Precision.PROVEN && read.associations().size() == 1;
        if (query.isEmpty() || !certain || !leadsToOne(read, model)) {
            return List.of();
        }
        Optional<PlanAddition> addition = query.get().advice().plan();
        return addition.map(each -> new Edit("Load " + read.associations().get(0).label() + " with " + query.get().label(),
                each.place(), each.text(read.path()))).stream().toList();
    }

    /**
     * Attributes of subclasses do not count: a graph of their superclass does not know them. Nor do those of embedded values,
     * which the path leaves out: it must end at what is read, and no embedded value may stand beside a step before.
     */
    private static boolean leadsToOne(RepeatedRead read, Model model) {
        String end = read.path().substring(read.path().lastIndexOf('.') + 1);
        String before = read.path().substring(0, read.path().length() - end.length());
        Optional<Entity> owner = model.entities().ofClass(read.rootEntity());
        for (String name : before.isEmpty() ? new String[0] : before.split("\\.")) {
            owner = owner.filter(PlanFix::embedsNothing).flatMap(each -> toOne(each, name))
                    .flatMap(each -> model.entities().ofClass(each.target()));
        }
        return owner.flatMap(each -> toOne(each, end)).equals(Optional.of(read.associations().get(0)));
    }

    private static boolean embedsNothing(Entity entity) {
        return entity.attributes().stream().noneMatch(Attribute.Embedded.class::isInstance);
    }

    private static Optional<Association> toOne(Entity entity, String name) {
        return entity.attribute(name).filter(Association.class::isInstance).map(Association.class::cast)
                .filter(each -> each.cardinality().isToOne());
    }
}
