package dev.seqscan.source.classfile.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.classfile.ClassLookup;
import dev.seqscan.source.classfile.LibraryClass;
import dev.seqscan.source.classfile.RunningJdk;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureIndexTest {

    private static final Notices SHIPPED_NOTICES = new Notices();
    private static final ClassLookup SHIPPED = SignatureIndex.shipped(SHIPPED_NOTICES);

    private final Notices notices = new Notices();

    @ParameterizedTest
    @ValueSource(strings = {
        "com.baomidou.mybatisplus.core.mapper.BaseMapper", "com.github.yulichang.base.MPJBaseMapper",
        "tk.mybatis.mapper.common.Mapper", "com.google.common.collect.ImmutableList",
        "com.querydsl.jpa.impl.JPAQueryFactory", "io.quarkus.hibernate.orm.panache.PanacheEntityBase",
        "io.smallrye.mutiny.Uni", "io.vavr.control.Option", "jakarta.enterprise.context.ApplicationScoped",
        "jakarta.persistence.EntityManager", "jakarta.persistence.ManyToOne", "jakarta.transaction.Transactional",
        "jakarta.ws.rs.GET", "javax.inject.Inject", "javax.persistence.EntityManager", "javax.transaction.Transactional",
        "javax.ws.rs.GET", "lombok.Data", "org.hibernate.Session", "org.hibernate.annotations.BatchSize",
        "org.jdbi.v3.core.Jdbi", "org.jooq.impl.DSL", "org.mapstruct.Mapper", "org.mybatis.spring.SqlSessionTemplate",
        "org.slf4j.Logger", "org.springframework.batch.item.ItemProcessor",
        "org.springframework.data.domain.Sort.Direction", "org.springframework.data.jdbc.repository.query.Query",
        "org.springframework.data.jpa.repository.JpaRepository", "org.springframework.data.r2dbc.repository.R2dbcRepository",
        "org.springframework.jdbc.core.JdbcTemplate", "org.springframework.jdbc.core.simple.JdbcClient.StatementSpec",
        "org.springframework.kafka.annotation.KafkaListener", "org.springframework.retry.annotation.Retryable",
        "org.springframework.security.core.Authentication", "org.springframework.stereotype.Service",
        "org.springframework.transaction.annotation.Transactional",
        "org.springframework.web.bind.annotation.GetMapping", "reactor.core.publisher.Mono"})
    void classes_that_programs_with_a_database_name_are_shipped(String name) {
        assertThat(SHIPPED.find(name)).map(LibraryClass::name).contains(name);
        assertThat(SHIPPED_NOTICES.all()).isEmpty();
    }

    @Test
    void a_shipped_repository_shows_its_supertypes_and_results() {
        TypeDeclaration repository = shipped("org.springframework.data.jpa.repository.JpaRepository");

        assertThat(repository.typeParameters()).extracting(TypeDeclaration.TypeParameter::name).containsExactly("T", "ID");
        assertThat(repository.extended()).extracting(TypeName::toString).contains(
                "org.springframework.data.repository.ListCrudRepository<T, ID>",
                "org.springframework.data.repository.ListPagingAndSortingRepository<T, ID>");
        assertThat(method(repository, "getReferenceById").returnType()).isEqualTo(TypeName.of("T"));
        assertThat(method(shipped("org.springframework.data.repository.CrudRepository"), "findById").returnType())
                .hasToString("java.util.Optional<T>");
    }

    @Test
    void a_shipped_class_keeps_variable_arguments_and_constants() {
        assertThat(shipped("org.springframework.jdbc.core.JdbcTemplate").methods())
                .filteredOn(method -> method.name().equals("queryForObject"))
                .anySatisfy(method -> assertThat(method.parameters()).last()
                        .satisfies(last -> assertThat(last.varArgs()).isTrue()));
        assertThat(shipped("org.hibernate.jpa.HibernateHints").fields())
                .filteredOn(field -> field.name().equals("HINT_FETCH_SIZE"))
                .singleElement().satisfies(hint -> assertThat(hint.initializer()).isNotNull());
    }

    @Test
    void a_functional_interface_is_marked() {
        assertThat(shipped("org.springframework.jdbc.core.RowMapper").annotations()).singleElement()
                .satisfies(use -> assertThat(use.name()).isEqualTo("java.lang.FunctionalInterface"));
        assertThat(shipped("org.springframework.stereotype.Service").annotations()).isEmpty();
    }

    @Test
    void a_hidden_supertype_of_a_public_class_is_shipped() {
        TypeDeclaration lists = shipped("com.google.common.collect.AbstractListMultimap");

        assertThat(ApiView.isVisible(lists.modifiers())).isFalse();
        assertThat(method(lists, "get").returnType()).hasToString("java.util.List<V>");
    }

    @Test
    void copies_of_other_libraries_and_unknown_names_are_not_found() {
        assertThat(SHIPPED.find("org.springframework.asm.ClassReader")).isEmpty();
        assertThat(SHIPPED.find("com.shop.Order")).isEmpty();
        assertThat(SHIPPED.find("")).isEmpty();
    }

    @Test
    void every_shipped_class_can_be_read() {
        Notices found = new Notices();
        SignatureIndex index = (SignatureIndex) SignatureIndex.shipped(found);

        assertThat(index.names()).allSatisfy(name -> assertThat(index.find(name)).isPresent());
        assertThat(found.all()).isEmpty();
    }

    @Test
    void what_is_read_back_is_the_public_part_of_what_was_written() {
        SortedMap<String, TypeDeclaration> classes = someClasses();

        SignatureIndex index = SignatureIndex.of(SignatureIndexWriter.write(classes), notices);

        assertThat(index.names()).isEqualTo(classes.keySet());
        classes.forEach((name, type) -> assertThat(index.find(name)).contains(new LibraryClass(name, type)));
    }

    @Test
    void the_same_classes_make_the_same_bytes() {
        assertThat(SignatureIndexWriter.write(someClasses())).isEqualTo(SignatureIndexWriter.write(someClasses()));
    }

    @Test
    void a_damaged_block_is_a_notice() {
        byte[] bytes = SignatureIndexWriter.write(someClasses());
        for (int i = 1; i <= 64; i++) {
            bytes[bytes.length - i] = (byte) 0xFF;
        }
        SignatureIndex index = SignatureIndex.of(bytes, notices);

        index.names().forEach(index::find);

        assertThat(notices.all()).isNotEmpty().allSatisfy(notice -> assertThat(notice.kind()).isEqualTo(Notice.Kind.INTERNAL));
    }

    private static SortedMap<String, TypeDeclaration> someClasses() {
        ClassLookup jdk = new RunningJdk(new Notices());
        SortedMap<String, TypeDeclaration> classes = new TreeMap<>();
        for (String name : List.of("java.lang.Math", "java.lang.Character", "java.lang.annotation.Retention",
                "java.util.Collections", "java.util.HashMap", "java.util.Map", "java.util.Map.Entry", "java.util.Optional",
                "java.util.concurrent.TimeUnit", "java.util.function.Function", "java.util.stream.Collectors",
                "java.util.stream.Stream", "javax.sql.DataSource")) {
            classes.put(name, ApiView.of(jdk.find(name).orElseThrow().declaration()));
        }
        return classes;
    }

    private static TypeDeclaration shipped(String name) {
        return SHIPPED.find(name).orElseThrow().declaration();
    }

    private static MethodDeclaration method(TypeDeclaration type, String name) {
        return type.methods().stream().filter(method -> method.name().equals(name)).findFirst().orElseThrow();
    }
}
