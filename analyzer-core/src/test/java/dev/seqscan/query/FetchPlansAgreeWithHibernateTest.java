package dev.seqscan.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.config.Settings;
import dev.seqscan.query.FurtherSelect.Repeat;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The number of statements of a query as the fetch plan foresees it, and as Hibernate sends it on an embedded database.
 * Each row has targets of its own, so that N is the number of rows.
 */
class FetchPlansAgreeWithHibernateTest {

    private static final String HEAD = """
            package shop;
            import jakarta.persistence.*;
            import jakarta.persistence.criteria.*;
            import java.util.*;
            import org.hibernate.annotations.BatchSize;
            import org.hibernate.annotations.Fetch;
            import org.hibernate.annotations.FetchMode;
            import org.hibernate.graph.GraphSemantic;

            """;
    private static final Map<String, String> LAZY = Map.of(
            "Customer", "@Entity class Customer { @Id Long id; String name; }",
            "Order", "@Entity @Table(name = \"orders\") class Order { @Id Long id; String status; }",
            "Line", "@Entity class Line { @Id Long id; @ManyToOne(fetch = FetchType.LAZY) Order order; }",
            "Product", "@Entity class Product { @Id Long id; String name; }",
            "Invoice", "@Entity class Invoice { @Id Long id; @OneToOne(fetch = FetchType.LAZY) Order order; }");

    /** A mapping and a query on it. */
    private static final class Pair {

        private final String name;
        private final Map<String, String> classes = new TreeMap<>(LAZY);
        private final Map<String, String> settings = new TreeMap<>();
        private String run = "return em.createQuery(\"select o from Order o\", Order.class).getResultList();";

        Pair(String name) {
            this.name = name;
        }

        Pair order(String members) {
            return with("Order", "@Entity @Table(name = \"orders\") class Order { @Id Long id; String status; " + members + " }");
        }

        Pair with(String type, String declaration) {
            classes.put(type, declaration);
            return this;
        }

        Pair setting(String key, String value) {
            settings.put(key, value);
            return this;
        }

        Pair runs(String body) {
            run = body;
            return this;
        }

        String source() {
            return HEAD + String.join("\n", classes.values()) + "\nclass Run { static Object run(EntityManager em) { " + run + " } }\n";
        }
    }

    private static Pair pair(String name) {
        return new Pair(name);
    }

    @TestFactory
    Stream<DynamicTest> statements_are_those_of_hibernate() {
        List<Pair> all = new ArrayList<>();
        all.addAll(toOne());
        all.addAll(collections());
        all.addAll(inverse());
        all.addAll(queries());
        all.addAll(graphs());
        all.addAll(odd());
        return all.stream().map(each -> DynamicTest.dynamicTest(each.name, () -> agree(each)));
    }

    private static List<Pair> toOne() {
        return List.of(
                pair("parent that is among the rows").order("@ManyToOne Order first;"),
                pair("lazy to-one").order("@ManyToOne(fetch = FetchType.LAZY) Customer customer;"),
                pair("to-one by default").order("@ManyToOne Customer customer;"),
                pair("one-to-one by default").order("@OneToOne Customer customer;"),
                pair("two to-ones").order("@ManyToOne Customer customer; @ManyToOne Product gift;"),
                pair("chain of to-ones").order("@ManyToOne Customer customer;")
                        .with("Customer", "@Entity class Customer { @Id Long id; @ManyToOne Product favourite; }"),
                pair("batch size of the target").order("@ManyToOne Customer customer;")
                        .with("Customer", "@Entity @BatchSize(size = 3) class Customer { @Id Long id; }"),
                pair("default batch size").order("@ManyToOne Customer customer;")
                        .setting("hibernate.default_batch_fetch_size", "4"),
                pair("fetch mode join").order("@ManyToOne(fetch = FetchType.LAZY) @Fetch(FetchMode.JOIN) Customer customer;"),
                pair("fetch mode select").order("@ManyToOne @Fetch(FetchMode.SELECT) Customer customer;"),
                pair("in an embedded value").order("@Embedded Delivery delivery;")
                        .with("Delivery", "@Embeddable class Delivery { String street; @ManyToOne Customer receiver; }"),
                pair("of a mapped superclass").with("Base", "@MappedSuperclass class Base { @ManyToOne Customer customer; }")
                        .with("Order", "@Entity @Table(name = \"orders\") class Order extends Base { @Id Long id; }"),
                pair("of a subclass").with("Rush", "@Entity class Rush extends Order { @ManyToOne Customer courier; }"),
                pair("identifier of the owner").with("Order", "@Entity @Table(name = \"orders\") class Order {"
                        + " @Id Long id; @MapsId @OneToOne Customer customer; }"));
    }

    private static List<Pair> collections() {
        return List.of(
                pair("lazy collection").order("@OneToMany(mappedBy = \"order\") List<Line> lines = new ArrayList<>();"),
                pair("eager collection").order(
                        "@OneToMany(mappedBy = \"order\", fetch = FetchType.EAGER) List<Line> lines = new ArrayList<>();"),
                pair("eager join table").order("@ManyToMany(fetch = FetchType.EAGER) Set<Product> products = new HashSet<>();"),
                pair("eager elements").order("@ElementCollection(fetch = FetchType.EAGER) Set<String> tags = new HashSet<>();"),
                pair("eager map").order("@ElementCollection(fetch = FetchType.EAGER) Map<String, String> notes = new HashMap<>();"),
                pair("batch size").order("@OneToMany(mappedBy = \"order\", fetch = FetchType.EAGER) @BatchSize(size = 2)"
                        + " List<Line> lines = new ArrayList<>();"),
                pair("subselect").order("@OneToMany(mappedBy = \"order\", fetch = FetchType.EAGER) @Fetch(FetchMode.SUBSELECT)"
                        + " List<Line> lines = new ArrayList<>();"),
                pair("collection by join").order("@OneToMany(mappedBy = \"order\") @Fetch(FetchMode.JOIN)"
                        + " List<Line> lines = new ArrayList<>();"),
                pair("eager to-one below a collection").order(
                        "@OneToMany(mappedBy = \"order\", fetch = FetchType.EAGER) Set<Line> lines = new HashSet<>();")
                        .with("Line", "@Entity class Line { @Id Long id; @ManyToOne Order order; @ManyToOne Product product; }"));
    }

    private static List<Pair> inverse() {
        return List.of(
                pair("inverse one-to-one by default").order("@OneToOne(mappedBy = \"order\") Invoice invoice;"),
                pair("lazy inverse one-to-one").order("@OneToOne(mappedBy = \"order\", fetch = FetchType.LAZY) Invoice invoice;"),
                pair("lazy inverse one-to-one that is not optional").order(
                        "@OneToOne(mappedBy = \"order\", fetch = FetchType.LAZY, optional = false) Invoice invoice;"),
                pair("lazy inverse one-to-one with a shared key").order(
                        "@OneToOne(mappedBy = \"order\", fetch = FetchType.LAZY) Invoice invoice;")
                        .with("Invoice", "@Entity class Invoice { @Id Long id; @MapsId @OneToOne(fetch = FetchType.LAZY) Order order; }"),
                pair("lazy inverse one-to-one with a shared key that is not optional").order(
                        "@OneToOne(mappedBy = \"order\", fetch = FetchType.LAZY, optional = false) Invoice invoice;")
                        .with("Invoice", "@Entity class Invoice { @Id Long id; @MapsId @OneToOne(fetch = FetchType.LAZY) Order order; }"),
                pair("inverse one-to-one with a batch size").order("@OneToOne(mappedBy = \"order\") Invoice invoice;")
                        .with("Invoice", "@Entity @BatchSize(size = 3) class Invoice { @Id Long id;"
                                + " @OneToOne(fetch = FetchType.LAZY) Order order; }"),
                pair("inverse one-to-one with a default batch size").order("@OneToOne(mappedBy = \"order\") Invoice invoice;")
                        .setting("hibernate.default_batch_fetch_size", "3"));
    }

    private static List<Pair> queries() {
        String both = "@ManyToOne Customer customer; @OneToMany(mappedBy = \"order\", fetch = FetchType.EAGER)"
                + " List<Line> lines = new ArrayList<>();";
        return List.of(
                pair("find").order(both).runs("return em.find(Order.class, 1L);"),
                pair("several by identifier").order(both).runs(
                        "return em.unwrap(org.hibernate.Session.class).byMultipleIds(Order.class).multiLoad(List.of(1L, 2L));"),
                pair("join fetch").order(both).runs("return em.createQuery("
                        + "\"select o from Order o join fetch o.customer left join fetch o.lines\", Order.class).getResultList();"),
                pair("join without fetch").order(both).runs("return em.createQuery("
                        + "\"select o from Order o join o.customer c where c.id > 0\", Order.class).getResultList();"),
                pair("chain behind a join fetch").order("@ManyToOne Customer customer;")
                        .with("Customer", "@Entity class Customer { @Id Long id; @ManyToOne Product favourite; }")
                        .runs("return em.createQuery(\"select o from Order o join fetch o.customer\", Order.class).getResultList();"),
                pair("chain behind a fetched collection").order("@OneToMany(mappedBy = \"order\") Set<Line> lines = new HashSet<>();")
                        .with("Line", "@Entity class Line { @Id Long id; @ManyToOne Order order; @ManyToOne Product product; }")
                        .runs("return em.createQuery(\"select o from Order o join fetch o.lines\", Order.class).getResultList();"),
                pair("criteria").order(both).runs("CriteriaQuery<Order> query = em.getCriteriaBuilder().createQuery(Order.class);"
                        + " query.select(query.from(Order.class)); return em.createQuery(query).getResultList();"),
                pair("criteria with fetch").order("@ManyToOne Customer customer;").runs(
                        "CriteriaQuery<Order> query = em.getCriteriaBuilder().createQuery(Order.class);"
                        + " Root<Order> root = query.from(Order.class); root.fetch(\"customer\"); query.select(root);"
                        + " return em.createQuery(query).getResultList();"),
                pair("native query").order(both).runs(
                        "return em.createNativeQuery(\"select * from orders\", Order.class).getResultList();"),
                pair("single column").order(both).runs(
                        "return em.createQuery(\"select o.status from Order o\", String.class).getResultList();"),
                pair("constructor").order(both).with("Summary", "class Summary { Summary(Long id, String status) { } }").runs(
                        "return em.createQuery(\"select new shop.Summary(o.id, o.status) from Order o\", Summary.class).getResultList();"),
                pair("other entity of the query").order(both)
                        .with("Line", "@Entity class Line { @Id Long id; @ManyToOne Order order; @ManyToOne Product product; }")
                        .runs("return em.createQuery(\"select l.product from Line l\", Product.class).getResultList();"),
                pair("one target for all").order("@ManyToOne Customer customer;").runs("return em.createQuery("
                        + "\"select o from Order o where o.customer.id = 1\", Order.class).getResultList();"),
                pair("target behind the one for all").order("@ManyToOne Customer customer;")
                        .with("Customer", "@Entity class Customer { @Id Long id;"
                                + " @ManyToOne @Fetch(FetchMode.SELECT) Product favourite; }")
                        .runs("return em.createQuery("
                                + "\"select o from Order o where o.customer.id = 1\", Order.class).getResultList();"));
    }

    private static List<Pair> graphs() {
        String both = "@ManyToOne Customer customer; @OneToMany(mappedBy = \"order\", fetch = FetchType.EAGER)"
                + " List<Line> lines = new ArrayList<>();";
        String inverse = "@ManyToOne Customer customer; @OneToOne(mappedBy = \"order\") Invoice invoice;";
        String query = " return em.createQuery(\"select o from Order o\", Order.class)";
        String customer = "var graph = em.createEntityGraph(Order.class); graph.addAttributeNodes(\"customer\");";
        return List.of(
                pair("fetch graph").order(both).runs(customer + query
                        + ".setHint(\"jakarta.persistence.fetchgraph\", graph).getResultList();"),
                pair("load graph").order(both).runs(customer + query
                        + ".setHint(\"jakarta.persistence.loadgraph\", graph).getResultList();"),
                pair("load graph of something else").order("@ManyToOne Customer customer; @ManyToOne Product gift;").runs(
                        customer + query + ".setHint(\"jakarta.persistence.loadgraph\", graph).getResultList();"),
                pair("fetch graph beside an inverse one-to-one").order(inverse).runs(customer + query
                        + ".setHint(\"jakarta.persistence.fetchgraph\", graph).getResultList();"),
                pair("fetch graph with a chain behind it").order("@ManyToOne Customer customer;")
                        .with("Customer", "@Entity class Customer { @Id Long id; @ManyToOne Product favourite; }")
                        .runs(customer + query + ".setHint(\"jakarta.persistence.fetchgraph\", graph).getResultList();"),
                pair("load graph with a chain behind it").order("@ManyToOne Customer customer;")
                        .with("Customer", "@Entity class Customer { @Id Long id; @ManyToOne Product favourite; }")
                        .runs(customer + query + ".setHint(\"jakarta.persistence.loadgraph\", graph).getResultList();"),
                pair("fetch graph over a join fetch").order(both).runs(customer
                        + " return em.createQuery(\"select o from Order o left join fetch o.lines\", Order.class)"
                        + ".setHint(\"jakarta.persistence.fetchgraph\", graph).getResultList();"),
                pair("sub-graph").order("@ManyToOne Customer customer;")
                        .with("Customer", "@Entity class Customer { @Id Long id; @ManyToOne Product favourite; }")
                        .runs("var graph = em.createEntityGraph(Order.class);"
                                + " graph.addSubgraph(\"customer\").addAttributeNodes(\"favourite\");" + query
                                + ".setHint(\"jakarta.persistence.loadgraph\", graph).getResultList();"));
    }

    private static List<Pair> odd() {
        String key = "@Embeddable class Key implements java.io.Serializable { Long number; @ManyToOne Customer customer;"
                + " public boolean equals(Object other) { return other instanceof Key key && key.number.equals(number); }"
                + " public int hashCode() { return number.hashCode(); } }";
        return List.of(
                pair("association in an embedded identifier").with("Key", key)
                        .with("Line", "@Entity class Line { @EmbeddedId Key key; }")
                        .runs("return em.createQuery(\"select l from Line l\", Line.class).getResultList();"),
                pair("association as identifier").with("Line", "@Entity class Line { @Id @OneToOne Customer customer; }")
                        .runs("return em.createQuery(\"select l from Line l\", Line.class).getResultList();"),
                pair("both sides eager").order(
                        "@OneToMany(mappedBy = \"order\", fetch = FetchType.EAGER) Set<Line> lines = new HashSet<>();")
                        .with("Line", "@Entity class Line { @Id Long id; @ManyToOne Order order; }")
                        .runs("return em.createQuery(\"select l from Line l\", Line.class).getResultList();"),
                pair("both sides one-to-one").order("@OneToOne(mappedBy = \"order\") Invoice invoice;")
                        .with("Invoice", "@Entity class Invoice { @Id Long id; @OneToOne Order order; }"),
                pair("two eager bags of the target").order("@ManyToOne Customer customer;")
                        .with("Customer", "@Entity class Customer { @Id Long id; @ElementCollection(fetch = FetchType.EAGER)"
                                + " List<String> names = new ArrayList<>(); @ElementCollection(fetch = FetchType.EAGER)"
                                + " List<String> phones = new ArrayList<>(); }"),
                pair("eager set of the target").order("@ManyToOne Customer customer;")
                        .with("Customer", "@Entity class Customer { @Id Long id; @ElementCollection(fetch = FetchType.EAGER)"
                                + " Set<String> names = new HashSet<>(); }"),
                pair("elements with a to-one").order("@ElementCollection(fetch = FetchType.EAGER) List<Part> parts = new ArrayList<>();")
                        .with("Part", "@Embeddable class Part { String text; @ManyToOne Product product; }"),
                pair("target with subclasses").order("@ManyToOne Customer customer;")
                        .with("Company", "@Entity class Company extends Customer { @ManyToOne Product offer; }"),
                pair("joined inheritance").with("Order", "@Entity @Table(name = \"orders\") @Inheritance(strategy ="
                                + " InheritanceType.JOINED) class Order { @Id Long id; }")
                        .with("Rush", "@Entity class Rush extends Order { @OneToMany(fetch = FetchType.EAGER)"
                                + " Set<Product> gifts = new HashSet<>(); }"),
                pair("select mode in the target").order("@ManyToOne Customer customer;")
                        .with("Customer", "@Entity class Customer { @Id Long id; @ManyToOne @Fetch(FetchMode.SELECT) Product favourite; }"),
                pair("inverse one-to-one of the target").with("Line", "@Entity class Line { @Id Long id; @ManyToOne Order order; }")
                        .order("@OneToOne(mappedBy = \"order\") Invoice invoice;")
                        .runs("return em.createQuery(\"select l from Line l\", Line.class).getResultList();"),
                pair("map of entities").order("@OneToMany(fetch = FetchType.EAGER) Map<String, Product> gifts = new HashMap<>();"),
                pair("where the inverse side is fetched").order("@OneToOne(mappedBy = \"order\") Invoice invoice;").runs(
                        "return em.createQuery(\"select o from Order o left join fetch o.invoice\", Order.class).getResultList();"),
                pair("no depth for joins").order("@ManyToOne Customer customer;")
                        .with("Customer", "@Entity class Customer { @Id Long id; @ManyToOne Product favourite; }")
                        .setting("hibernate.max_fetch_depth", "0"));
    }

    private static void agree(Pair pair) {
        String source = pair.source();
        BoundCalls calls = BoundCalls.ofFile(source);
        List<Query> queries = calls.all();
        assertThat(queries).hasSize(1);
        Settings settings = new Settings(pair.settings.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                each -> new Settings.Value(each.getValue(), new Place("persistence.xml", Span.ofLine(1))))));
        List<FurtherSelect> selects = new FetchPlans(calls.entities(), settings).furtherSelects(queries.get(0));
        try (HibernateRun run = new HibernateRun(source)) {
            run.statements(List.of(1, 5), pair.settings).forEach((rows, statements) ->
                    assertThat(foreseen(selects, rows)).as("statements with %s rows: %s", rows, selects).isEqualTo(statements));
        }
    }

    private static long foreseen(List<FurtherSelect> selects, int rows) {
        return 1 + selects.stream().mapToLong(each -> each.repeat() == Repeat.ONCE ? 1
                : (rows + each.size() - 1) / each.size()).sum();
    }
}
