package dev.seqscan.query.panache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Delivery;
import dev.seqscan.query.Query.Kind;
import dev.seqscan.query.Query.Paging;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.Shapes;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanacheBinderTest {

    @Test
    void the_name_of_an_attribute_is_compared_with_the_only_value() {
        Query query = body("return Person.list(\"status\", text);").only();
        assertThat(query.text()).isEqualTo("from shop.Person where status = ?1");
        assertThat(query.entity()).isEqualTo("shop.Person");
        assertThat(query.rows()).isEqualTo(Rows.MANY);
        assertThat(query.shape().unknown()).isEmpty();
        assertThat(Shapes.predicates(query.shape())).containsExactly("person.status EQUAL PARAMETER");
    }

    @Test
    void conditions_and_whole_queries_may_be_given() {
        for (String given : List.of("name = ?1 and status = ?2", "where name = ?1 and status = ?2",
                "from Person where name = ?1 and status = ?2", "select p from Person p where p.name = ?1 and p.status = ?2")) {
            Query query = body("return Person.list(\"" + given + "\", text, text);").only();
            assertThat(Shapes.predicates(query.shape())).as(given)
                    .containsExactly("person.name EQUAL PARAMETER", "person.status EQUAL PARAMETER");
            assertThat(query.entity()).isEqualTo("shop.Person");
        }
        assertThat(Shapes.predicates(body("return Person.list(\"name = :n\", io.quarkus.panache.common.Parameters.with(\"n\","
                + " text));").only().shape()))
                .containsExactly("person.name EQUAL PARAMETER");
    }

    @Test
    void find_sends_nothing_before_its_result_is_asked_for() {
        assertThat(body("var query = Person.find(\"status\", text); return null;").all()).isEmpty();
        Query query = body("var query = Person.find(\"status\", text); return query.list();").only();
        assertThat(query.text()).isEqualTo("from shop.Person where status = ?1");
        assertThat(query.entity()).isEqualTo("shop.Person");
        assertThat(body("return Person.find(\"status\", text).singleResult();").only().rows()).isEqualTo(Rows.ONE);
        Query first = body("return Person.find(\"status\", text).firstResult();").only();
        assertThat(first.rows()).isEqualTo(Rows.ONE);
        assertThat(first.shape().limit()).isEqualTo(new Limit(1, 0));
    }

    @Test
    void pages_have_limit_and_offset() {
        Query page = body("return Person.find(\"status\", text).page(io.quarkus.panache.common.Page.of(page, 20)).list();")
                .only();
        assertThat(page.shape().limit()).isEqualTo(new Limit(20, Limit.VARIABLE));
        assertThat(page.paging().form()).isEqualTo(Paging.Form.OFFSET);
        Query first = body("return Person.find(\"status\", text).page(0, 20).list();").only();
        assertThat(first.paging().form()).isEqualTo(Paging.Form.LIMIT);
        assertThat(body("return Person.findAll().range(0, page).list();").only().paging().form()).isEqualTo(Paging.Form.OFFSET);
    }

    @Test
    void sorts_are_keys_of_the_statement() {
        Query query = body("return Person.list(\"status\","
                + " io.quarkus.panache.common.Sort.by(\"name\").descending().and(\"status\"), text);").only();
        assertThat(Shapes.predicates(query.shape())).containsExactly("person.status EQUAL PARAMETER");
        assertThat(Shapes.order(query.shape())).hasSize(2).contains("person.name desc");
        assertThat(Shapes.order(body("return Person.listAll(io.quarkus.panache.common.Sort.by(\"name\"));").only().shape()))
                .containsExactly("person.name");
    }

    @Test
    void counts_updates_and_deletes_are_statements() {
        Query count = body("return Person.count(\"status\", text);").only();
        assertThat(count.shape().projection()).isEqualTo(Projection.COUNT);
        assertThat(Shapes.predicates(count.shape())).containsExactly("person.status EQUAL PARAMETER");
        Query update = body("return Person.update(\"name = ?1 where status = ?2\", text, text);").only();
        assertThat(update.shape().command()).isEqualTo(Command.UPDATE);
        assertThat(Shapes.predicates(update.shape())).containsExactly("person.status EQUAL PARAMETER");
        Query delete = body("return Person.delete(\"status\", text);").only();
        assertThat(delete.shape().command()).isEqualTo(Command.DELETE);
        assertThat(Shapes.predicates(delete.shape())).containsExactly("person.status EQUAL PARAMETER");
        assertThat(body("return Person.deleteAll();").only().shape().command()).isEqualTo(Command.DELETE);
    }

    @Test
    void entities_are_found_and_kept_by_themselves() {
        Query found = body("return Person.findById(id);").only();
        assertThat(found.kind()).isEqualTo(Kind.LOOKUP_BY_ID);
        assertThat(found.entity()).isEqualTo("shop.Person");
        Query persisted = body("Person person = new Person(); person.persist(); return null;").only();
        assertThat(persisted.shape().command()).isEqualTo(Command.INSERT);
        assertThat(persisted.entity()).isEqualTo("shop.Person");
        assertThat(persisted.writing().changes()).isNotEqualTo(Delivery.AT_ONCE);
        assertThat(body("given.delete(); return null;").only().shape().command()).isEqualTo(Command.DELETE);
    }

    @Test
    void a_repository_speaks_of_the_entity_it_is_declared_for() {
        Query query = body("return people.find(\"status\", text).list();").only();
        assertThat(query.entity()).isEqualTo("shop.Person");
        assertThat(Shapes.predicates(query.shape())).containsExactly("person.status EQUAL PARAMETER");
        assertThat(body("people.persist(given); return null;").only().shape().command()).isEqualTo(Command.INSERT);
        BoundCalls inside = BoundCalls.of(ENTITY
                + "class People implements io.quarkus.hibernate.orm.panache.PanacheRepository<Person> {"
                + " List<Person> alive() { return list(\"status\", \"alive\"); } }");
        assertThat(inside.only().text()).isEqualTo("from shop.Person where status = ?1");
    }

    @Test
    void named_queries_are_looked_up() {
        Query query = body("return Person.find(\"#Person.byName\", text).list();").only();
        assertThat(Shapes.predicates(query.shape())).containsExactly("person.name EQUAL PARAMETER");
    }

    @Test
    void a_text_that_is_put_together_keeps_its_known_parts() {
        Query query = body("String condition = \"status = ?1\"; if (flag) { condition += \" and name = ?2\"; } return"
                + " Person.list(condition, text);").only();
        assertThat(Shapes.predicates(query.shape()))
                .containsExactly("person.status EQUAL PARAMETER", "person.name EQUAL PARAMETER optional");
    }

    @Test
    void reactive_entities_send_the_same_statements() {
        BoundCalls calls = BoundCalls.of("@Entity class Pet extends io.quarkus.hibernate.reactive.panache.PanacheEntityBase {"
                + " @Id Long id; String name; }"
                + " class Service { Object run(String text) { return Pet.<Pet>list(\"name\", text); } }");
        assertThat(calls.only().text()).isEqualTo("from shop.Pet where name = ?1");
        assertThat(calls.only().rows()).isEqualTo(Rows.MANY);
    }

    private static final String ENTITY = "@Entity @NamedQuery(name = \"Person.byName\", query = \"from Person where name = ?1\")"
            + " class Person extends io.quarkus.hibernate.orm.panache.PanacheEntityBase { @Id public Long id; public String"
            + " name; public String status; }";

    private static BoundCalls body(String body) {
        return BoundCalls.of(ENTITY + "class People implements io.quarkus.hibernate.orm.panache.PanacheRepository<Person> { }"
                + " class Service { People people; Person given; Object run(Long id, String text, boolean flag, int page) { "
                + body + " } }");
    }
}
