package dev.seqscan.query.springdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.springdata.InheritedMethod.Sends;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryMethodsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            findById             | java.lang.Long                | SELECT | ENTITY | ONE  | ONE             | false
            findAll              | -                             | SELECT | ENTITY | MANY | ONE             | false
            findAll              | Sort                          | SELECT | ENTITY | MANY | ONE             | false
            findAll              | Specification;Sort            | SELECT | ENTITY | MANY | ONE             | false
            findAll              | Example                       | SELECT | ENTITY | MANY | ONE             | false
            findAllById          | java.lang.Iterable            | SELECT | ENTITY | MANY | ONE             | true
            findAllById          | shop.Ids                      | SELECT | ENTITY | MANY | ONE             | true
            findOne              | Specification                 | SELECT | ENTITY | ONE  | ONE             | false
            findOne              | Example                       | SELECT | ENTITY | ONE  | ONE             | false
            findBy               | Specification;Function        | SELECT | ENTITY | MANY | ONE             | false
            getReferenceById     | java.lang.Long                | SELECT | ENTITY | ONE  | NONE            | false
            getById              | java.lang.Long                | SELECT | ENTITY | ONE  | NONE            | false
            getOne               | java.lang.Long                | SELECT | ENTITY | ONE  | NONE            | false
            existsById           | java.lang.Long                | SELECT | EXISTS | ONE  | ONE             | false
            exists               | Specification                 | SELECT | EXISTS | ONE  | ONE             | false
            count                | -                             | SELECT | COUNT  | ONE  | ONE             | false
            count                | Specification                 | SELECT | COUNT  | ONE  | ONE             | false
            save                 | shop.Order                    | INSERT | NONE   | NONE | ONE             | false
            saveAndFlush         | shop.Order                    | INSERT | NONE   | NONE | ONE             | false
            saveAll              | java.util.List                | INSERT | NONE   | NONE | ONE_PER_ELEMENT | true
            saveAllAndFlush      | java.util.List                | INSERT | NONE   | NONE | ONE_PER_ELEMENT | true
            delete               | shop.Order                    | DELETE | NONE   | NONE | ONE             | false
            delete               | Specification                 | DELETE | NONE   | NONE | ONE             | false
            deleteById           | java.lang.Long                | DELETE | NONE   | NONE | ONE             | false
            deleteAll            | -                             | DELETE | NONE   | NONE | ONE_PER_ELEMENT | false
            deleteAll            | java.util.List                | DELETE | NONE   | NONE | ONE_PER_ELEMENT | true
            deleteAllById        | java.util.List                | DELETE | NONE   | NONE | ONE_PER_ELEMENT | true
            deleteAllInBatch     | -                             | DELETE | NONE   | NONE | ONE             | false
            deleteAllInBatch     | java.util.List                | DELETE | NONE   | NONE | ONE             | true
            deleteAllByIdInBatch | java.util.List                | DELETE | NONE   | NONE | ONE             | true
            flush                | -                             | OTHER  | NONE   | NONE | PENDING         | false
            """)
    void an_inherited_method_is_known(String name, String parameters, Command command, Projection projection, Rows rows,
            Sends sends, boolean takesMany) {
        InheritedMethod method = find(name, parameters);
        assertThat(method.command()).isEqualTo(command);
        assertThat(method.projection()).isEqualTo(projection);
        assertThat(method.rows()).isEqualTo(rows);
        assertThat(method.sends()).isEqualTo(sends);
        assertThat(method.takesMany()).isEqualTo(takesMany);
        assertThat(method.counts()).isFalse();
    }

    @Test
    void a_page_counts_too() {
        assertThat(find("findAll", "org.springframework.data.domain.Pageable").counts()).isTrue();
        assertThat(find("findAll", "Specification;PageRequest").counts()).isTrue();
    }

    @Test
    void deletes_by_identifier_load_first_unless_in_batch() {
        assertThat(find("deleteById", "java.lang.Long").loadsFirst()).isTrue();
        assertThat(find("deleteAllById", "java.util.List").loadsFirst()).isTrue();
        assertThat(find("deleteAll", null).loadsFirst()).isTrue();
        assertThat(find("deleteAllByIdInBatch", "java.util.List").loadsFirst()).isFalse();
    }

    @Test
    void other_methods_are_not_inherited() {
        assertThat(RepositoryMethods.find("findByStatus", List.of("java.lang.String"))).isEmpty();
        assertThat(RepositoryMethods.find("findById", List.of())).isEmpty();
        assertThat(RepositoryMethods.find("toString", List.of())).isEmpty();
    }

    private static InheritedMethod find(String name, String parameters) {
        List<String> types = parameters == null ? List.of() : Arrays.asList(parameters.split(";"));
        return RepositoryMethods.find(name, types).orElseThrow();
    }
}
