package dev.seqscan.query.springdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Kind;
import dev.seqscan.query.Query.Paging;
import dev.seqscan.query.Query.Paging.Form;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Projection;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpringDataBinderTest {

    @Test
    void a_derived_name_is_a_query_of_the_entity() {
        Query query = call("List<Order> findByStatus(String status);", "repo.findByStatus(text)");
        assertThat(query.label()).isEqualTo("OrderRepository.findByStatus");
        assertThat(query.kind()).isEqualTo(Kind.DERIVED);
        assertThat(query.text()).isEqualTo("findByStatus");
        assertThat(query.entity()).isEqualTo("shop.Order");
        assertThat(query.rows()).isEqualTo(Rows.MANY);
        assertThat(query.shape().predicates()).singleElement().satisfies(predicate -> {
            assertThat(predicate.table()).isEqualTo("orders");
            assertThat(predicate.column()).isEqualTo("status");
        });
        assertThat(query.advice().fetch()).isEqualTo("join fetch in @Query or @EntityGraph");
    }

    @Test
    void the_place_is_the_name_of_the_declared_method() {
        Query query = call("List<Order> findByStatus(String status);", "repo.findByStatus(text)");
        assertThat(query.place().span().startColumn()).isEqualTo(
                "interface OrderRepository extends JpaRepository<Order, Long> { List<Order> ".length() + 1);
    }

    @Test
    void inherited_look_ups_go_by_the_primary_key() {
        Query query = call("", "repo.findById(id)");
        assertThat(query.kind()).isEqualTo(Kind.LOOKUP_BY_ID);
        assertThat(query.rows()).isEqualTo(Rows.ONE);
        assertThat(query.entity()).isEqualTo("shop.Order");
        assertThat(query.shape().predicates()).extracting(each -> each.column()).containsExactly("id");
        assertThat(query.advice().many()).isEqualTo("findAllById(ids)");
    }

    @Test
    void a_reference_and_a_flush_send_nothing_themselves() {
        assertThat(calls("", "repo.getReferenceById(id); repo.flush(); repo.toString()").all()).isEmpty();
    }

    @Test
    void methods_for_lists_take_many() {
        Query read = call("", "repo.findAllById(ids)");
        assertThat(read.acceptsMany()).isTrue();
        assertThat(read.shape().predicates()).extracting(each -> each.operator()).containsExactly(Operator.IN);
        Query write = call("", "repo.saveAll(List.of(order))");
        assertThat(write.acceptsMany()).isTrue();
        assertThat(write.rows()).isEqualTo(Rows.NONE);
        assertThat(call("List<Order> findByStatusIn(Collection<String> all);", "repo.findByStatusIn(List.of(text))")
                .acceptsMany()).isTrue();
        assertThat(call("List<Order> findByStatus(String status);", "repo.findByStatus(text)").acceptsMany()).isFalse();
    }

    @Test
    void inherited_writes_tell_what_they_write() {
        assertThat(calls("", "repo.save(order); repo.delete(order); repo.deleteById(id); repo.deleteAllInBatch()").all())
                .extracting(query -> query.shape().command(), Query::entity, query -> query.shape().predicates().size())
                .containsExactly(tuple(Command.INSERT, "shop.Order", 0), tuple(Command.DELETE, "shop.Order", 1),
                        tuple(Command.DELETE, "shop.Order", 1), tuple(Command.DELETE, "shop.Order", 0));
    }

    @Test
    void counting_yields_no_entity() {
        Query query = call("", "repo.count()");
        assertThat(query.entity()).isEmpty();
        assertThat(query.rows()).isEqualTo(Rows.ONE);
        assertThat(query.shape().projection()).isEqualTo(Projection.COUNT);
    }

    @Test
    void a_jpql_query_with_join_fetch_fetches() {
        Query query = call("@Query(\"select o from #{#entityName} o join fetch o.lines where o.status = :status\")"
                + " List<Order> open(String status);", "repo.open(text)");
        assertThat(query.kind()).isEqualTo(Kind.JPQL);
        assertThat(query.entity()).isEqualTo("shop.Order");
        assertThat(query.shape().fetches()).containsExactly("lines");
        assertThat(query.shape().unknown()).isEmpty();
    }

    @Test
    void a_native_query_is_sql_and_may_be_changed_by_its_annotation() {
        assertThat(call("@Query(value = \"select * from orders\", nativeQuery = true) List<Order> raw();", "repo.raw()").kind())
                .isEqualTo(Kind.SQL);
        assertThat(call("@NativeQuery(\"select * from orders\") List<Order> raw();", "repo.raw()").entity())
                .isEqualTo("shop.Order");
    }

    @Test
    void an_entity_graph_makes_lazy_what_it_does_not_name_unless_it_is_a_load_graph() {
        assertThat(call("@EntityGraph(attributePaths = \"customer\") List<Order> findAll();", "repo.findAll()")
                .fetchesNothingElse()).isTrue();
        assertThat(call("@EntityGraph(attributePaths = \"customer\", type = EntityGraph.EntityGraphType.LOAD) List<Order>"
                + " findAll();",
                "repo.findAll()").fetchesNothingElse()).isFalse();
        assertThat(call("List<Order> findByStatus(String s);", "repo.findByStatus(text)").fetchesNothingElse()).isFalse();
    }

    @Test
    void an_entity_graph_is_fetched_whether_given_by_paths_or_by_name() {
        assertThat(call("@EntityGraph(attributePaths = {\"customer\", \"lines\"}) List<Order> findAll();", "repo.findAll()")
                .shape().fetches()).containsExactly("customer", "lines");
        assertThat(call("@EntityGraph(\"Order.withLines\") List<Order> findByStatus(String s);", "repo.findByStatus(text)")
                .shape().fetches()).containsExactly("lines", "lines.product");
    }

    @Test
    void a_page_goes_by_offset_and_counts() {
        Query page = call("Page<Order> findByStatus(String status, Pageable page);",
                "repo.findByStatus(text, PageRequest.of(page, 20))");
        assertThat(page.paging()).isEqualTo(new Paging(Form.OFFSET, 1, true, false));
        assertThat(page.rows()).isEqualTo(Rows.MANY);
        assertThat(call("Slice<Order> findByStatus(String status, Pageable page);",
                "repo.findByStatus(text, PageRequest.of(page, 20))").paging()).isEqualTo(new Paging(Form.OFFSET, 1, false, false));
        assertThat(call("", "repo.findAll(PageRequest.of(page, 20))").paging()).isEqualTo(new Paging(Form.OFFSET, 0, true, false));
        assertThat(call("", "repo.findAll(Pageable.unpaged())").paging()).isEqualTo(Paging.NONE);
    }

    @Test
    void the_sort_of_a_page_is_read_where_the_call_spells_it() {
        assertThat(sorted("PageRequest.of(page, 20, Sort.by(\"status\").descending().and(Sort.by(\"id\")))"))
                .containsExactly("status desc", "id");
        assertThat(sorted("PageRequest.of(page, 20, Sort.Direction.DESC, \"status\", \"id\")"))
                .containsExactly("status desc", "id desc");
        assertThat(sorted("PageRequest.of(page, 20, Sort.by(Sort.Order.desc(\"status\"), Sort.Order.asc(\"id\")))"))
                .containsExactly("status desc", "id");
        assertThat(sorted("Sort.by(Sort.Direction.ASC, \"status\")")).containsExactly("status");
        assertThat(sorted("PageRequest.of(page, 20).withSort(Sort.by(\"status\"))")).containsExactly("status");
    }

    @Test
    void a_sort_that_is_not_known_leaves_the_order_open() {
        Query page = call("", "repo.findAll(PageRequest.of(page, 20, Sort.by(text)))");
        assertThat(page.shape().order()).isEmpty();
        assertThat(page.paging().sorts()).isTrue();
    }

    private List<String> sorted(String argument) {
        return call("", "repo.findAll(" + argument + ")").shape().order().stream()
                .map(each -> each.column() + (each.descending() ? " desc" : "")).toList();
    }

    @Test
    void a_window_goes_by_key_unless_its_position_is_an_offset() {
        String window = "Window<Order> findByStatusOrderById(String status, ScrollPosition position, Limit limit);";
        assertThat(call(window, "repo.findByStatusOrderById(text, ScrollPosition.keyset(), Limit.of(20))").paging().form())
                .isEqualTo(Form.KEYSET);
        assertThat(call(window, "repo.findByStatusOrderById(text, ScrollPosition.offset(), Limit.of(20))").paging().form())
                .isEqualTo(Form.OFFSET);
    }

    @Test
    void a_limit_is_no_page() {
        Query first = call("Order findFirstByStatusOrderByIdDesc(String s);", "repo.findFirstByStatusOrderByIdDesc(text)");
        assertThat(first.rows()).isEqualTo(Rows.ONE);
        assertThat(first.paging().form()).isEqualTo(Form.LIMIT);
        Query ten = call("List<Order> findTop10ByStatus(String s);", "repo.findTop10ByStatus(text)");
        assertThat(ten.rows()).isEqualTo(Rows.MANY);
        assertThat(ten.shape().limit().rows()).isEqualTo(10);
        assertThat(call("List<Order> findByStatus(String s, Limit limit);", "repo.findByStatus(text, Limit.of(3))").paging())
                .isEqualTo(new Paging(Form.LIMIT, 1, false, false));
    }

    @Test
    void wrappers_of_one_row_yield_one() {
        assertThat(call("Optional<Order> findByTotal(BigDecimal t);", "repo.findByTotal(null)").rows()).isEqualTo(Rows.ONE);
        assertThat(call("Stream<Order> findByTotal(BigDecimal t);", "repo.findByTotal(null)").rows()).isEqualTo(Rows.MANY);
        assertThat(call("java.util.concurrent.CompletableFuture<List<Order>> findByTotal(BigDecimal t);",
                "repo.findByTotal(null)").rows()).isEqualTo(Rows.MANY);
    }

    @Test
    void projections_yield_no_entity() {
        Query byInterface = call("interface Line { String getStatus(); } List<Line> findByTotal(BigDecimal t);",
                "repo.findByTotal(null)");
        assertThat(byInterface.entity()).isEmpty();
        assertThat(byInterface.shape().projection()).isEqualTo(Projection.COLUMNS);
        assertThat(call("record Line(String status) { } List<Line> findByTotal(BigDecimal t);", "repo.findByTotal(null)")
                .shape().projection()).isEqualTo(Projection.CONSTRUCTOR);
    }

    @Test
    void a_modifying_query_writes() {
        Query query = call("@Modifying @Query(\"update Order o set o.status = 'PAID' where o.id = :id\") int pay(Long id);",
                "repo.pay(id)");
        assertThat(query.writes()).isTrue();
        assertThat(query.rows()).isEqualTo(Rows.NONE);
        assertThat(query.entity()).isEqualTo("shop.Order");
    }

    @Test
    void default_methods_and_fragments_are_code() {
        assertThat(calls("default Order first() { return null; }", "repo.first()").all()).isEmpty();
        assertThat(BoundCalls.of("""
                interface Search { List<Order> search(String text); }
                class SearchImpl implements Search { public List<Order> search(String text) { return List.of(); } }
                interface OrderRepository extends JpaRepository<Order, Long>, Search { }
                class Service { OrderRepository repo; void run() { repo.search("a"); } }
                """).all()).isEmpty();
    }

    @Test
    void the_entity_is_found_through_generic_base_interfaces() {
        Query query = BoundCalls.of("""
                @NoRepositoryBean interface Base<I, T> extends CrudRepository<T, I> { Optional<T> findByName(String name); }
                interface ProductRepository extends Base<String, Product> { }
                class Service { ProductRepository repo; void run() { repo.findByName("a"); } }
                """).only();
        assertThat(query.label()).isEqualTo("ProductRepository.findByName");
        assertThat(query.entity()).isEqualTo("shop.Product");
        assertThat(query.rows()).isEqualTo(Rows.ONE);
        assertThat(query.shape().unknown()).isEmpty();
    }

    @Test
    void a_repository_definition_makes_a_repository() {
        Query query = BoundCalls.of("""
                @RepositoryDefinition(domainClass = Customer.class, idClass = Long.class)
                interface Customers { List<Customer> findByEmail(String email); }
                class Service { Customers repo; void run() { repo.findByEmail("a"); } }
                """).only();
        assertThat(query.entity()).isEqualTo("shop.Customer");
        assertThat(query.shape().predicates()).extracting(each -> each.column()).containsExactly("email");
    }

    @Test
    void a_named_query_of_the_entity_goes_before_the_name() {
        Query query = BoundCalls.of("""
                interface CustomerRepository extends JpaRepository<Customer, Long> { List<Customer> richest(BigDecimal credit); }
                class Service { CustomerRepository repo; void run() { repo.richest(null); } }
                """).only();
        assertThat(query.kind()).isEqualTo(Kind.JPQL);
        assertThat(query.text()).contains("c.credit > :credit");
    }

    @Test
    void a_specification_keeps_its_conditions_to_itself() {
        Query query = BoundCalls.of("""
                interface OrderRepository extends JpaRepository<Order, Long>, JpaSpecificationExecutor<Order> { }
                class Service { OrderRepository repo; void run(org.springframework.data.jpa.domain.Specification<Order> s,
                    Pageable page) { repo.findAll(s, page); } }
                """).only();
        assertThat(query.kind()).isEqualTo(Kind.CRITERIA);
        assertThat(query.entity()).isEqualTo("shop.Order");
        assertThat(query.shape().unknown()).isNotEmpty();
        assertThat(query.paging()).isEqualTo(new Paging(Form.OFFSET, 1, true));
    }

    @Test
    void other_stores_send_statements_without_claims() {
        Query query = BoundCalls.of("""
                class Visit { String id; }
                interface VisitRepository extends org.springframework.data.mongodb.repository.MongoRepository<Visit, String> {
                    List<Visit> findByPage(String page); }
                class Service { VisitRepository repo; void run() { repo.findByPage("a"); } }
                """).only();
        assertThat(query.label()).isEqualTo("VisitRepository.findByPage");
        assertThat(query.rows()).isEqualTo(Rows.MANY);
        assertThat(query.shape().unknown()).containsExactly("a store without SQL");
    }

    @Test
    void a_method_reference_is_bound_too() {
        Query query = BoundCalls.of("""
                interface OrderRepository extends JpaRepository<Order, Long> { }
                class Service { OrderRepository repo; Object run(List<Long> ids) {
                    return ids.stream().map(repo::findById).toList(); } }
                """).only();
        assertThat(query.label()).isEqualTo("OrderRepository.findById");
    }

    private static Query call(String methods, String call) {
        return calls(methods, call).only();
    }

    private static BoundCalls calls(String methods, String call) {
        return BoundCalls.of("interface OrderRepository extends JpaRepository<Order, Long> { " + methods + " }\n"
                + "class Service { OrderRepository repo; void run(Long id, List<Long> ids, String text, int page, Order order) { "
                + call + "; } }");
    }
}
