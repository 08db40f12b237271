package dev.seqscan.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.overview.Overview.Link;
import dev.seqscan.overview.Overview.MappedEntity;
import dev.seqscan.overview.Overview.Statement;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Which entities a picture shows, where they stand, and what the drawing says without its colours. */
class EntityGraphTest {

    private static final Place PLACE = new Place("Order.java", new Span(4, 1, 4, 2));

    private static Link link(String name, String target, boolean eager, int batch, String... loaders) {
        List<Statement> loadedBy = List.of(loaders).stream().map(each -> new Statement(each, "select", PLACE)).toList();
        return new Link(name, "com.shop.Any", "com.shop." + target, "many to one", eager, true, "", batch, "", PLACE, loadedBy);
    }

    private static MappedEntity entity(String name, Link... links) {
        return new MappedEntity(name, "com.shop." + name, "t_" + name, 1, false, PLACE, List.of(links));
    }

    private static List<List<String>> columns(Picture picture) {
        return picture.columns().stream().map(column -> column.stream().map(Picture.Box::name).toList()).toList();
    }

    private static Element drawn(Picture picture) {
        Html html = new Html();
        new PictureView(each -> "#e-" + each.name(), each -> List.of()).write(html, picture, "Entities");
        return Jsoup.parse(html.document()).selectFirst("div.picture > svg");
    }

    @Test
    void the_entities_around_one_stand_left_where_they_refer_to_it_and_right_where_it_refers_to_them() {
        MappedEntity order = entity("Order", link("customer", "Customer", true, 1), link("lines", "Line", false, 1));
        EntityGraph graph = new EntityGraph(List.of(order, entity("Customer"), entity("Line", link("order", "Order", false, 1)),
                entity("Payment", link("order", "Order", false, 1)), entity("Stranger")));
        assertThat(columns(graph.around(order)))
                .containsExactly(List.of("Payment"), List.of("Order"), List.of("Customer", "Line"));
        assertThat(graph.leftOut(order)).isZero();
    }

    @Test
    void what_is_loaded_eagerly_tells_what_comes_with_it_and_what_is_lazy_does_not() {
        MappedEntity order = entity("Order", link("customer", "Customer", true, 1), link("shop", "Shop", false, 1));
        EntityGraph graph = new EntityGraph(List.of(order, entity("Customer", link("address", "Address", true, 1)),
                entity("Shop", link("address", "Address", true, 1)), entity("Address")));
        assertThat(drawn(graph.around(order)).select("text.link").eachText())
                .containsExactly("customer", "shop", "address → Address");
    }

    @Test
    void of_an_entity_that_all_refer_to_some_neighbours_are_drawn_and_the_others_counted() {
        List<MappedEntity> all = new ArrayList<>(List.of(entity("User", link("creator", "User", false, 1))));
        IntStream.range(0, 300).forEach(i -> all.add(entity("E" + i, link("creator", "User", false, 1))));
        EntityGraph graph = new EntityGraph(all);
        assertThat(graph.around(all.get(0)).size()).isEqualTo(1 + EntityGraph.MOST_NEIGHBOURS);
        assertThat(graph.leftOut(all.get(0))).isEqualTo(300 - EntityGraph.MOST_NEIGHBOURS);
        assertThat(graph.overall(each -> 0).columns()).as("none of these is eager").isEmpty();
    }

    @Test
    void of_many_entities_the_eager_ones_with_the_most_findings_are_drawn() {
        List<MappedEntity> all = new ArrayList<>();
        IntStream.range(0, 100).forEach(i -> all.add(entity("E" + i, link("next", "E" + (i + 1), i % 2 == 0, 1))));
        Picture picture = new EntityGraph(all).overall(each -> each.name().equals("E40") || each.name().equals("E41") ? 1 : 0);
        assertThat(picture.size()).isBetween(2, EntityGraph.MOST_EAGER);
        assertThat(columns(picture)).hasSize(2);
        assertThat(columns(picture).get(0)).contains("E40");
        assertThat(columns(picture).get(1)).contains("E41");
    }

    @Test
    void circles_and_long_chains_end_in_a_few_columns() {
        List<MappedEntity> all = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> all.add(entity("E" + i, link("next", "E" + (i + 1) % 20, false, 1))));
        Picture picture = new EntityGraph(all).overall(each -> 0);
        assertThat(picture.columns()).hasSize(4);
        assertThat(picture.size()).isEqualTo(20);
    }

    @Test
    void each_kind_of_fetching_has_a_line_and_words_of_its_own() {
        MappedEntity order = entity("Order", link("a", "Other", true, 1), link("b", "Other", false, 20),
                link("c", "Other", false, 1, "Orders.findAll"), link("d", "Other", false, 1));
        Element svg = drawn(new EntityGraph(List.of(order, entity("Other"))).around(order));
        assertThat(svg.select("path.edge").eachAttr("class")).containsExactly("edge eager", "edge batch", "edge asked", "edge lazy");
        assertThat(svg.select("text.eager, text.batch, text.asked, text.lazy").eachText())
                .containsExactly("eager", "lazy, batch 20", "lazy; 1 query loads it", "lazy");
        assertThat(svg.select("a").eachAttr("href")).containsExactly("#e-Other");
    }

    @Test
    void names_that_are_hostile_or_too_long_stay_text_within_the_drawing() {
        String hostile = "</text></svg><script>pwned()</script>]]>\u202E\"'" + "x".repeat(5_000);
        MappedEntity order = entity("Order", link(hostile, hostile, true, 1, hostile));
        Html html = new Html();
        new PictureView(each -> "#e-" + each.name(), each -> List.of())
                .write(html, new EntityGraph(List.of(order, entity(hostile))).around(order), hostile);
        Document page = Jsoup.parse(html.document());
        assertThat(page.select("script, span")).isEmpty();
        assertThat(page.body().children()).hasSize(1);
        assertThat(page.select("svg > svg")).as("nothing has broken out of the drawing").hasSize(2);
        assertThat(html.document()).contains("[U+202E]").doesNotContain("\u202E");
        assertThat(page.select("svg text title").eachText()).anyMatch(each -> each.contains("<script>pwned()</script>]]>"));
    }
}
