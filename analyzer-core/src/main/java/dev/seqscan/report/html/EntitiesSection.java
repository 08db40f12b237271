package dev.seqscan.report.html;

import dev.seqscan.overview.Overview.Link;
import dev.seqscan.overview.Overview.MappedEntity;
import dev.seqscan.overview.Overview.Statement;
import dev.seqscan.report.console.ConsoleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The entities and how their associations are loaded: drawn and in words. */
final class EntitiesSection {

    private static final int MOST_ENTITIES = 500;
    /** Entities are told in words alone when so much is written. */
    private static final int MOST_CHARACTERS = 14_000_000;
    /** The kinds of lines: class of the style sheet, and what it means. */
    private static final List<Map.Entry<String, String>> LINES = List.of(
            Map.entry("eager", "eager: loaded whenever its owner is"),
            Map.entry("lazy", "lazy: a statement each time it is first read"),
            Map.entry("asked", "lazy, and some queries load it"),
            Map.entry("batch", "lazy, but not a statement for each row"));

    private final Page page;
    private final List<MappedEntity> all;
    private final List<MappedEntity> entities;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final EntityGraph graph;
    private final PictureView view;

    EntitiesSection(Page page) {
        this.page = page;
        this.all = page.overview().entities();
        this.entities = all.stream().limit(MOST_ENTITIES).sorted(Comparator.comparing((MappedEntity each) ->
                Picture.simple(each.className())).thenComparing(MappedEntity::className)).toList();
        for (MappedEntity entity : entities) {
            numbers.put(entity.className(), numbers.size() + 1);
        }
        this.graph = new EntityGraph(entities);
        this.view = new PictureView(this::address, each -> page.about(each.table()));
    }

    void write(Html html) {
        if (entities.isEmpty()) {
            return;
        }
        html.open("section", "id", "entities", "aria-labelledby", "entities-title");
        html.element("h2", "Entities and how they are loaded", "id", "entities-title");
        overall(html);
        html.element("h3", "Each entity");
        entities.forEach(each -> entity(html, each));
        if (all.size() > entities.size()) {
            html.element("p", Page.count(all.size() - entities.size(), "more entity", "more entities")
                    + " left out to keep this file small.", "class", "left-out");
        }
        html.close();
    }

    private String address(MappedEntity entity) {
        return "#entity-" + numbers.get(entity.className());
    }

    private static void legend(Html html) {
        html.open("ul", "class", "legend");
        LINES.forEach(each -> {
            html.open("li").open("svg", "width", "44", "height", "12", "aria-hidden", "true");
            html.open("path", "class", "edge " + each.getKey(), "d", "M0 6h44").close().close();
            html.text(" " + each.getValue()).close();
        });
        html.close();
    }

    private void overall(Html html) {
        Picture picture = graph.overall(each -> page.about(each.table()).size());
        if (picture.columns().isEmpty()) {
            return;
        }
        legend(html);
        html.open("details", "class", "overall", "open", "").open("summary");
        html.element("h3", graph.isSmall() ? "All entities with associations" : "What is loaded eagerly").close();
        if (!graph.isSmall()) {
            html.element("p", "The " + picture.size() + " entities with the most findings and associations among those that are "
                    + "loaded eagerly or load others so. All others, and what is lazy, are below at each entity.");
        }
        view.write(html, picture, "Drawing of entities and their associations");
        html.close();
    }

    private void entity(Html html, MappedEntity entity) {
        html.open("details", "id", "entity-" + numbers.get(entity.className()), "class", "card");
        long eager = entity.links().stream().filter(Link::eager).count();
        html.open("summary").element("h4", entity.name()).text(" " + Page.count(entity.links().size(), "association")
                + (eager == 0 ? "" : ", " + eager + " eager")).close();
        html.open("p", "class", "head").element("code", entity.className()).text(" ");
        html.element("code", entity.place().file() + ":" + entity.place().line(), "class", "place").close();
        List<String> facts = new ArrayList<>();
        if (!entity.table().isEmpty()) {
            facts.add("table " + entity.table());
        }
        if (entity.batchSize() > 1) {
            facts.add("proxies are loaded in batches of " + entity.batchSize());
        }
        if (entity.cached()) {
            facts.add("kept in the second level cache");
        }
        if (!facts.isEmpty()) {
            html.element("p", String.join("; ", facts));
        }
        findings(html, entity);
        if (html.length() < MOST_CHARACTERS) {
            picture(html, entity);
        }
        if (!entity.links().isEmpty()) {
            html.open("ul", "class", "links");
            entity.links().forEach(each -> link(html, each));
            html.close();
        }
        html.close();
    }

    private void findings(Html html, MappedEntity entity) {
        int about = page.about(entity.table()).size();
        if (about > 0) {
            html.open("p").element("a", Page.count(about, "finding") + " about its table", "href",
                    "#" + FilterForm.hash("table", entity.table())).close();
        }
    }

    private void picture(Html html, MappedEntity entity) {
        Picture picture = graph.around(entity);
        if (picture.columns().size() > 1) {
            view.write(html, picture, entity.name() + " and its neighbours");
            int left = graph.leftOut(entity);
            if (left > 0) {
                html.element("p", Page.count(left, "more neighbour") + " not drawn.", "class", "left-out");
            }
        }
    }

    private void link(Html html, Link link) {
        html.open("li").open("p").element("strong", link.name()).text(" → ");
        String target = link.target().isEmpty() ? "unknown" : link.target().substring(link.target().lastIndexOf('.') + 1);
        if (numbers.containsKey(link.target())) {
            html.element("a", target, "href", "#entity-" + numbers.get(link.target()));
        } else {
            html.text(target);
        }
        html.text(" ").element("span", link.cardinality(), "class", "dim").text(" ");
        html.element("span", link.eager() ? "eager" : "lazy", "class", link.eager() ? "fetch eager" : "fetch lazy");
        html.text(settings(link)).close();
        if (!link.otherwise().isEmpty() && !link.eager()) {
            html.element("p", "No statement for each row: " + link.otherwise() + ".");
        }
        if (!link.loadedBy().isEmpty()) {
            html.element("p", "Loaded by " + ConsoleText.count(link.loadedBy().size(), "query", "queries") + ":");
            html.open("ul");
            link.loadedBy().forEach(each -> statement(html, each));
            html.close();
        }
        html.close();
    }

    private static String settings(Link link) {
        return (link.explicit() ? "" : ", by default") + (link.mode().isEmpty() ? "" : ", fetch mode " + link.mode())
                + (link.batchSize() > 1 ? ", in batches of " + link.batchSize() : "");
    }

    private static void statement(Html html, Statement statement) {
        html.open("li").element("code", statement.label()).text(" ");
        html.element("code", statement.place().file() + ":" + statement.place().line(), "class", "place").close();
    }
}
