package dev.seqscan.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.config.Settings;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.program.Program;
import dev.seqscan.query.Query.Delivery;
import dev.seqscan.query.Query.Writing;
import dev.seqscan.query.jpa.EntityWrites;
import dev.seqscan.schema.Schema;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import dev.seqscan.source.xml.XmlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whether the statements of a loop that writes in one transaction grow with its turns, as it is foreseen, and as Hibernate
 * sends them on an embedded database.
 */
class WritesAgreeWithHibernateTest {

    private static final List<Integer> ROWS = List.of(5, 50);
    private static final Map<String, String> IDENTIFIERS = new TreeMap<>(Map.of(
            "assigned", "@Id Long id;",
            "identity", "@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;",
            "sequence", "@Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id;"));
    private static final String CREATE = """
            for (Object each : em.createQuery("select o.id from Order o").getResultList()) {
                Line line = new Line();
                %s
            }
            """;
    private static final String CHANGE = """
            for (Line line : em.createQuery("select l from Line l", Line.class).getResultList()) {
                line.name = "turn " + next++;
            }
            """;
    private static final String REMOVE = """
            for (Line line : em.createQuery("select l from Line l", Line.class).getResultList()) {
                em.remove(line);
            }
            """;

    @TestFactory
    Stream<DynamicTest> statements_grow_with_the_turns_as_foreseen() {
        List<DynamicTest> tests = new ArrayList<>();
        IDENTIFIERS.forEach((name, identifier) -> {
            for (String batchSize : List.of("0", "50")) {
                String title = name + " identifier, batch size " + batchSize;
                tests.add(DynamicTest.dynamicTest(title, () -> agree(name, identifier, batchSize)));
            }
        });
        return tests.stream();
    }

    private static void agree(String name, String identifier, String batchSize) {
        String line = "@Entity class Line { " + identifier + " String name; }";
        Writing foreseen = new EntityWrites("shop.Line", new WithBatchSize(BoundCalls.ofFile(file(line, "")), batchSize)).saved();
        assertThat(grows(line, CREATE.formatted(save(name)), batchSize)).as("new rows")
                .isEqualTo(foreseen.asksFirst() || foreseen.inserts() != Delivery.BATCHED);
        assertThat(grows(line, CHANGE, batchSize)).as("changed rows").isEqualTo(foreseen.changes() != Delivery.BATCHED);
        assertThat(grows(line, REMOVE, batchSize)).as("removed rows").isEqualTo(foreseen.changes() != Delivery.BATCHED);
    }

    /** What a repository does with a new entity: it merges one that may be there already. */
    private static String save(String identifier) {
        return identifier.equals("assigned") ? "line.id = next++; em.merge(line);" : "em.persist(line);";
    }

    private static boolean grows(String line, String body, String batchSize) {
        Map<Integer, Long> sent = new HibernateRun(file(line, body)).statements(ROWS, Map.of("hibernate.jdbc.batch_size", batchSize));
        return sent.get(50) - sent.get(5) > 30;
    }

    private static String file(String line, String body) {
        return """
                package shop;
                import jakarta.persistence.*;

                @Entity @Table(name = "orders") class Order { @Id Long id; String status; }

                """ + line + """

                class Run {
                    static long next = 1000;

                    static void run(EntityManager em) {
                """ + body + "}}";
    }

    /** The same with a batch size set. */
    private record WithBatchSize(QueryContext other, String batchSize) implements QueryContext {

        @Override
        public Settings settings() {
            return new Settings(Map.of("hibernate.jdbc.batch-size",
                    new Settings.Value(batchSize, new Place("application.properties", Span.ofLine(1)))));
        }

        @Override
        public Program program() {
            return other.program();
        }

        @Override
        public List<XmlFile> xml() {
            return other.xml();
        }

        @Override
        public EntityModel entities() {
            return other.entities();
        }

        @Override
        public Schema schema() {
            return other.schema();
        }

        @Override
        public QueryShape jpql(String text) {
            return other.jpql(text);
        }

        @Override
        public QueryShape sql(String text) {
            return other.sql(text);
        }

        @Override
        public Notices notices() {
            return other.notices();
        }
    }
}
