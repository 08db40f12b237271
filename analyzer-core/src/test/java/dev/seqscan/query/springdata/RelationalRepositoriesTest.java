package dev.seqscan.query.springdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Kind;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.Shapes;
import org.junit.jupiter.api.Test;

class RelationalRepositoriesTest {

    @Test
    void a_query_of_spring_data_jdbc_is_sql() {
        Query query = calls("CrudRepository<Pet, Long>", "pets.named(text);").only();
        assertThat(query.kind()).isEqualTo(Kind.SQL);
        assertThat(Shapes.predicates(query.shape())).containsExactly("pets.pet_name EQUAL PARAMETER");
        assertThat(query.shape().unknown()).isEmpty();
        assertThat(query.entity()).isEmpty();
    }

    @Test
    void derived_names_speak_of_columns_in_snake_case() {
        Query query = calls("CrudRepository<Pet, Long>", "pets.findByBirthDateAndName(null, text);").only();
        assertThat(Shapes.predicates(query.shape()))
                .containsExactly("pets.birth_date EQUAL PARAMETER", "pets.pet_name EQUAL PARAMETER");
        assertThat(query.shape().projection()).isEqualTo(Projection.ALL_COLUMNS);
        assertThat(query.rows()).isEqualTo(Rows.MANY);
        assertThat(query.entity()).isEmpty();
        assertThat(query.shape().roots()).allMatch(each -> each.entity().isEmpty());
    }

    @Test
    void no_persistence_context_holds_what_was_loaded() {
        Query query = calls("CrudRepository<Pet, Long>", "pets.findById(id);").only();
        assertThat(query.kind()).isEqualTo(Kind.CRUD);
        assertThat(query.rows()).isEqualTo(Rows.ONE);
        assertThat(Shapes.predicates(query.shape())).containsExactly("pets.id EQUAL PARAMETER");
        assertThat(query.advice().fetch()).isEmpty();
        Query saved = calls("CrudRepository<Pet, Long>", "pets.save(pet);").only();
        assertThat(saved.writing()).isEqualTo(Query.Writing.AT_ONCE);
        assertThat(saved.shape().command()).isEqualTo(Command.INSERT);
    }

    @Test
    void reactive_repositories_send_the_same() {
        Query query = calls("org.springframework.data.r2dbc.repository.R2dbcRepository<Pet, Long>", "pets.findById(id);").only();
        assertThat(Shapes.predicates(query.shape())).containsExactly("pets.id EQUAL PARAMETER");
        assertThat(query.entity()).isEmpty();
    }

    @Test
    void a_property_that_is_no_column_stays_unknown() {
        Query query = calls("CrudRepository<Pet, Long>", "pets.findByToysName(text);").only();
        assertThat(query.shape().unknown()).isNotEmpty();
    }

    private static BoundCalls calls(String base, String body) {
        return BoundCalls.of("@org.springframework.data.relational.core.mapping.Table(\"pets\") class Pet {"
                + " @org.springframework.data.annotation.Id Long id;"
                + " @org.springframework.data.relational.core.mapping.Column(\"pet_name\") String name; java.time.LocalDate"
                + " birthDate;"
                + " @org.springframework.data.relational.core.mapping.MappedCollection(idColumn = \"pet_id\")"
                + " java.util.Set<Toy> toys; }"
                + " class Toy { String name; }"
                + " interface Pets extends " + base + " { @org.springframework.data.jdbc.repository.query.Query("
                + "\"select * from pets where pet_name = :name\") List<Pet> named(String name);"
                + " List<Pet> findByBirthDateAndName(java.time.LocalDate date, String name); List<Pet> findByToysName(String"
                + " name); }"
                + " class Service { Pets pets; Pet pet; void run(Long id, String text) { " + body + " } }");
    }
}
