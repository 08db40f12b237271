package dev.seqscan.report.html;

import dev.seqscan.overview.Overview.Link;
import dev.seqscan.overview.Overview.MappedEntity;
import dev.seqscan.overview.Overview.Statement;
import dev.seqscan.report.console.ConsoleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The entities and how their associations are loaded. */
final class EntitiesSection {

    private static final int MOST_ENTITIES = 500;

    private final List<MappedEntity> all;
    private final List<MappedEntity> entities;
    private final Map<String, Integer> numbers = new HashMap<>();

    EntitiesSection(Page page) {
        this.all = page.overview().entities();
        this.entities = all.subList(0, Math.min(MOST_ENTITIES, all.size()));
        for (MappedEntity entity : entities) {
            numbers.put(entity.className(), numbers.size() + 1);
        }
    }

    void write(Html html) {
        if (entities.isEmpty()) {
            return;
        }
        html.open("section", "id", "entities", "aria-labelledby", "entities-title");
        html.element("h2", "Entities and how they are loaded", "id", "entities-title");
        entities.forEach(each -> entity(html, each));
        if (all.size() > entities.size()) {
            html.element("p", (all.size() - entities.size()) + " more entities are left out to keep this file small.",
                    "class", "left-out");
        }
        html.close();
    }

    private void entity(Html html, MappedEntity entity) {
        html.open("details", "id", "entity-" + numbers.get(entity.className()), "class", "card");
        long eager = entity.links().stream().filter(Link::eager).count();
        html.open("summary").element("h3", entity.name()).text(" " + Page.count(entity.links().size(), "association")
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
        if (!entity.links().isEmpty()) {
            html.open("ul", "class", "links");
            entity.links().forEach(each -> link(html, each));
            html.close();
        }
        html.close();
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
