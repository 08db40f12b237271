package dev.seqscan.query.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Kind;
import dev.seqscan.query.Query.Paging.Form;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Operator;
import org.junit.jupiter.api.Test;

class JpaBinderTest {

    @Test
    void find_is_a_look_up_by_primary_key() {
        Query query = ofBody("em.find(Order.class, id);");
        assertThat(query.kind()).isEqualTo(Kind.LOOKUP_BY_ID);
        assertThat(query.label()).isEqualTo("EntityManager.find(Order)");
        assertThat(query.entity()).isEqualTo("shop.Order");
        assertThat(query.rows()).isEqualTo(Rows.ONE);
        assertThat(query.shape().predicates()).singleElement().satisfies(predicate -> {
            assertThat(predicate.table()).isEqualTo("orders");
            assertThat(predicate.column()).isEqualTo("id");
            assertThat(predicate.operator()).isEqualTo(Operator.EQUAL);
        });
    }

    @Test
    void a_reference_sends_nothing() {
        assertThat(BoundCalls.ofBody("em.getReference(Order.class, id); session.load(Order.class, id); em.clear();").all())
                .isEmpty();
    }

    @Test
    void hibernates_load_access_is_a_look_up() {
        assertThat(ofBody("session.byId(Order.class).load(id);").entity()).isEqualTo("shop.Order");
        Query many = ofBody("session.byMultipleIds(Order.class).multiLoad(ids);");
        assertThat(many.acceptsMany()).isTrue();
        assertThat(many.rows()).isEqualTo(Rows.MANY);
    }

    @Test
    void a_method_of_the_program_that_creates_queries_may_take_the_text_behind_other_things() {
        Query query = BoundCalls.of("""
                class Context { org.hibernate.Session session; }
                abstract class Dao { jakarta.persistence.Query createQuery(Context context, String text) {
                    return context.session.createQuery(text); } }
                class OrderDao extends Dao { void close(Context context, String status) {
                    String text = "update Order o set o.status = 'closed' " + "where o.status = :status";
                    jakarta.persistence.Query query = createQuery(context, text);
                    query.setParameter("status", status);
                    query.executeUpdate(); } }
                """).only();
        assertThat(query.shape().unknown()).isEmpty();
        assertThat(query.shape().command()).isEqualTo(Command.UPDATE);
    }

    @Test
    void the_name_of_a_mapping_is_no_statement() {
        Query query = ofBody("em.createNativeQuery(text, \"orders\").getResultList();");
        assertThat(query.shape().unknown()).containsExactly("the text is put together at run time");
    }

    @Test
    void persist_merge_and_remove_write_the_entity_of_their_argument() {
        assertThat(BoundCalls.ofBody("em.persist(order); em.merge(order); em.remove(order);").all())
                .extracting(query -> query.shape().command(), Query::entity, Query::rows)
                .containsExactly(tuple(Command.INSERT), tuple(Command.UPDATE), tuple(Command.DELETE));
    }

    private static org.assertj.core.groups.Tuple tuple(Command command) {
        return org.assertj.core.groups.Tuple.tuple(command, "shop.Order", Rows.NONE);
    }

    @Test
    void a_query_is_sent_by_the_call_that_asks_for_its_result() {
        Query query = ofBody("em.createQuery(\"select o from Order o where o.status = :s\", Order.class)"
                + ".setParameter(\"s\", text).getResultList();");
        assertThat(query.kind()).isEqualTo(Kind.JPQL);
        assertThat(query.label()).isEqualTo("query \"select o from Order o where o.status =..\"");
        assertThat(query.text()).isEqualTo("select o from Order o where o.status = :s");
        assertThat(query.entity()).isEqualTo("shop.Order");
        assertThat(query.rows()).isEqualTo(Rows.MANY);
        assertThat(query.paging().form()).isEqualTo(Form.NONE);
        assertThat(query.shape().predicates()).singleElement().satisfies(predicate ->
                assertThat(predicate.column()).isEqualTo("status"));
    }

    @Test
    void limits_and_hints_are_set_on_a_variable() {
        Query query = ofBody("TypedQuery<Order> q = em.createQuery(\"from Order o order by o.id\", Order.class);"
                + " q.setFirstResult(page * 20); q.setMaxResults(20);"
                + " q.setHint(\"jakarta.persistence.fetchgraph\", em.getEntityGraph(\"Order.withLines\"));"
                + " List<Order> all = q.getResultList();");
        assertThat(query.paging().form()).isEqualTo(Form.OFFSET);
        assertThat(query.shape().limit()).isEqualTo(new Limit(20, Limit.VARIABLE));
        assertThat(query.shape().fetches()).containsExactly("lines", "lines.product");
    }

    @Test
    void a_limit_alone_is_no_paging() {
        assertThat(ofBody("em.createQuery(\"from Order\", Order.class).setMaxResults(50).getResultList();").paging().form())
                .isEqualTo(Form.LIMIT);
        assertThat(ofBody("em.createQuery(\"from Order\", Order.class).setFirstResult(0).setMaxResults(1).getResultList();")
                .rows()).isEqualTo(Rows.ONE);
    }

    @Test
    void a_graph_built_in_code_is_read_with_its_subgraphs() {
        Query query = ofBody("EntityGraph<Order> graph = em.createEntityGraph(Order.class);"
                + " graph.addAttributeNodes(\"customer\"); Subgraph<OrderLine> line = graph.addSubgraph(\"lines\");"
                + " line.addAttributeNodes(\"product\");"
                + " em.createQuery(\"from Order\", Order.class).setHint(\"javax.persistence.loadgraph\", graph).getResultList();");
        assertThat(query.shape().fetches()).containsExactly("customer", "lines", "lines.product");
    }

    @Test
    void a_fetch_graph_makes_lazy_what_it_does_not_name() {
        String query = "em.createQuery(\"from Order\", Order.class)";
        assertThat(ofBody(query + ".setHint(\"jakarta.persistence.fetchgraph\", em.getEntityGraph(\"Order.withLines\")).getResultList();")
                .fetchesNothingElse()).isTrue();
        assertThat(ofBody(query + ".setHint(\"jakarta.persistence.loadgraph\", em.getEntityGraph(\"Order.withLines\")).getResultList();")
                .fetchesNothingElse()).isFalse();
        assertThat(ofBody(query + ".getResultList();").fetchesNothingElse()).isFalse();
    }

    @Test
    void a_criteria_query_of_an_interface_yields_the_entity_that_it_reads_from() {
        Query query = BoundCalls.of("""
                interface Note { }
                @Entity class NoteImpl implements Note { @Id Long id; }
                class Notes { EntityManager em;
                    List<Note> all() {
                        jakarta.persistence.criteria.CriteriaQuery<Note> query = em.getCriteriaBuilder().createQuery(Note.class);
                        query.select(query.from(NoteImpl.class));
                        return em.createQuery(query).getResultList();
                    }
                }
                """).only();
        assertThat(query.entity()).isEqualTo("shop.NoteImpl");
    }

    @Test
    void find_takes_a_graph_as_a_property() {
        Query query = ofBody("EntityGraph<?> g = em.getEntityGraph(\"Order.withLines\");"
                + " em.find(Order.class, id, Map.of(\"jakarta.persistence.fetchgraph\", g));");
        assertThat(query.shape().fetches()).contains("lines");
    }

    @Test
    void a_named_query_is_found_on_its_entity() {
        Query query = ofBody("em.createNamedQuery(\"Customer.richest\", Customer.class).getResultList();");
        assertThat(query.label()).isEqualTo("named query Customer.richest");
        assertThat(query.text()).startsWith("select c from Customer c");
        assertThat(query.place().file()).isEqualTo("shop/Shop.java");
        assertThat(query.shape().predicates()).extracting(each -> each.column()).containsExactly("credit");
    }

    @Test
    void a_native_query_is_sql() {
        Query query = ofBody("em.createNativeQuery(\"select * from orders\", Order.class).getResultList();");
        assertThat(query.kind()).isEqualTo(Kind.SQL);
        assertThat(query.entity()).isEqualTo("shop.Order");
    }

    @Test
    void a_text_put_together_under_conditions_has_optional_predicates() {
        Query query = ofBody("StringBuilder jpql = new StringBuilder(\"select o from Order o where o.total > 0\");"
                + " if (flag) { jpql.append(\" and o.status = :status\"); }"
                + " em.createQuery(jpql.toString(), Order.class).getResultList();");
        assertThat(query.shape().predicates()).extracting(each -> each.column(), each -> each.optional())
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("total", false),
                        org.assertj.core.groups.Tuple.tuple("status", true));
    }

    @Test
    void a_criteria_query_tells_its_entity_and_fetches() {
        Query query = ofBody("jakarta.persistence.criteria.CriteriaBuilder cb = em.getCriteriaBuilder();"
                + " jakarta.persistence.criteria.CriteriaQuery<Order> cq = cb.createQuery(Order.class);"
                + " jakarta.persistence.criteria.Root<Order> root = cq.from(Order.class); root.fetch(\"lines\").fetch(\"product\");"
                + " em.createQuery(cq).getResultList();");
        assertThat(query.kind()).isEqualTo(Kind.CRITERIA);
        assertThat(query.entity()).isEqualTo("shop.Order");
        assertThat(query.shape().fetches()).contains("lines", "lines.product");
        assertThat(query.shape().unknown()).isEmpty();
    }

    @Test
    void a_query_that_comes_from_elsewhere_is_still_sent() {
        Query query = BoundCalls.of("class Dao { List<Order> run(TypedQuery<Order> q) { return q.getResultList(); } }").only();
        assertThat(query.entity()).isEqualTo("shop.Order");
        assertThat(query.shape().unknown()).containsExactly("the query is created elsewhere");
    }

    @Test
    void a_query_made_by_a_private_method_is_followed() {
        Query query = BoundCalls.of("class Dao { EntityManager em; Order run() { return open().setMaxResults(1).getSingleResult(); }"
                + " private TypedQuery<Order> open() { return em.createQuery(\"from Order o where o.status = 'OPEN'\", Order.class); } }")
                .only();
        assertThat(query.text()).startsWith("from Order o");
        assertThat(query.rows()).isEqualTo(Rows.ONE);
    }

    @Test
    void a_query_for_a_list_of_values_takes_many() {
        assertThat(ofBody("em.createQuery(\"from Order o where o.id in :ids\", Order.class).setParameter(\"ids\", ids)"
                + ".getResultList();").acceptsMany()).isTrue();
        assertThat(ofBody("em.createQuery(\"from Order o where o.status in ('NEW', 'PAID')\", Order.class).getResultList();")
                .acceptsMany()).isFalse();
    }

    @Test
    void a_text_of_which_nothing_is_known_is_named_after_the_call() {
        Query query = ofBody("em.createQuery(text).getResultList();");
        assertThat(query.label()).isEqualTo("createQuery");
        assertThat(query.shape().unknown()).containsExactly("the text is put together at run time");
    }

    @Test
    void a_change_tells_what_it_changes() {
        Query query = ofBody("em.createQuery(\"update Order o set o.status = 'X' where o.customer = :c\").executeUpdate();");
        assertThat(query.writes()).isTrue();
        assertThat(query.rows()).isEqualTo(Rows.NONE);
        assertThat(query.entity()).isEqualTo("shop.Order");
    }

    @Test
    void a_text_given_to_the_method_that_makes_the_query_is_followed() {
        BoundCalls calls = BoundCalls.of("""
                abstract class Base { EntityManager em;
                    protected jakarta.persistence.Query query(Order order, String text) {
                        return em.createNativeQuery(text + " returning *", Order.class).setParameter("id", order.id);
                    }
                }
                class Dao extends Base {
                    private static final String INSERT = "insert into orders (id) values (:id) on conflict (id) do nothing";
                    Order write(Order order) { return (Order) query(order, INSERT).getSingleResult(); }
                }
                """);
        assertThat(calls.only().shape().command()).isEqualTo(Command.INSERT);
        assertThat(calls.only().writes()).isTrue();
        assertThat(calls.only().advice().many()).doesNotContain("in :values");
        assertThat(calls.only().rows()).isEqualTo(Rows.ONE);
    }

    @Test
    void a_text_that_is_executed_changes_something_even_if_it_is_not_known() {
        assertThat(ofBody("em.createNativeQuery(text).executeUpdate();").writes()).isTrue();
        assertThat(BoundCalls.of("class Dao { int run(jakarta.persistence.Query q) { return q.executeUpdate(); } }").only().writes())
                .isTrue();
        assertThat(ofBody("em.createNativeQuery(text).getResultList();").writes()).isFalse();
    }

    @Test
    void a_base_class_of_data_access_objects_hands_its_calls_on_to_the_session() {
        BoundCalls calls = BoundCalls.of("""
                @NamedQuery(name = "Note.all", query = "select n from Note n")
                @Entity class Note { @Id Long id; }
                class BaseDao<T> extends io.dropwizard.hibernate.AbstractDAO<T> {
                    BaseDao(org.hibernate.SessionFactory sessions) { super(sessions); }
                    T byId(Long id) { return get(id); }
                }
                class NoteDao extends BaseDao<Note> {
                    NoteDao(org.hibernate.SessionFactory sessions) { super(sessions); }
                    Note one(Long id) { return get(id); }
                    List<Note> all() { return list(namedTypedQuery("Note.all")); }
                    Note first() { org.hibernate.query.Query<Note> query = query("from Note").setMaxResults(1); return uniqueResult(query); }
                    List<Note> asked() { return list(criteriaQuery()); }
                    Note add(Note note) { return persist(note); }
                    void drop(Note note) { currentSession().remove(note); }
                }
                """);
        assertThat(calls.all()).extracting(Query::label, Query::entity, Query::rows, query -> query.shape().command()).containsExactly(
                row("BaseDao.get", "", Rows.ONE, Command.SELECT), row("NoteDao.get(Note)", "shop.Note", Rows.ONE, Command.SELECT),
                row("named query Note.all", "shop.Note", Rows.MANY, Command.SELECT),
                row("query \"from Note\"", "shop.Note", Rows.ONE, Command.SELECT),
                row("NoteDao.list", "shop.Note", Rows.MANY, Command.OTHER),
                row("NoteDao.persist(Note)", "shop.Note", Rows.NONE, Command.INSERT),
                row("Session.remove(Note)", "shop.Note", Rows.NONE, Command.DELETE));
    }

    @Test
    void a_template_and_the_session_of_a_base_class_send_what_a_session_would() {
        BoundCalls calls = BoundCalls.of("""
                class OrderDao extends org.springframework.orm.hibernate5.support.HibernateDaoSupport {
                    Order one(Long id) { return getHibernateTemplate().get(Order.class, id); }
                    List<?> open() { return getHibernateTemplate().find("from Order o where o.status = ?0", "OPEN"); }
                    List<Order> all() { return getHibernateTemplate().loadAll(Order.class); }
                    void drop(Order order) { getHibernateTemplate().delete(order); }
                    void close() { getHibernateTemplate().bulkUpdate("update Order set status = 'CLOSED'"); }
                    void add(Order order) { currentSession().persist(order); }
                }
                """);
        assertThat(calls.all()).extracting(Query::label, Query::entity, Query::rows, query -> query.shape().command()).containsExactly(
                row("HibernateTemplate.get(Order)", "shop.Order", Rows.ONE, Command.SELECT),
                row("HibernateTemplate.find", "shop.Order", Rows.MANY, Command.SELECT),
                row("HibernateTemplate.loadAll", "shop.Order", Rows.MANY, Command.SELECT),
                row("HibernateTemplate.delete(Order)", "shop.Order", Rows.NONE, Command.DELETE),
                row("HibernateTemplate.bulkUpdate", "shop.Order", Rows.NONE, Command.UPDATE),
                row("Session.persist(Order)", "shop.Order", Rows.NONE, Command.INSERT));
    }

    @Test
    void of_a_name_that_is_put_together_holds_what_holds_of_all_queries_it_may_mean() {
        String queries = """
                @NamedQuery(name = "shop.Note.findOpen", query = "select n from Note n where n.open = true")
                @Entity class Note { @Id Long id; boolean open; }
                @NamedQuery(name = "shop.Task.findOpen", query = "select t from Task t where t.open = true")
                @NamedQuery(name = "shop.Task.countOpen", query = "select count(t) from Task t")
                @Entity class Task { @Id Long id; boolean open; }
                class Dao<T> { EntityManager em; Class<T> type;
                    List<T> run() { return em.createNamedQuery("shop." + type.getSimpleName() + "%s", type).getResultList(); }
                }
                """;
        Query open = BoundCalls.of(queries.formatted(".findOpen")).only();
        assertThat(open.shape().projection()).isEqualTo(QueryShape.Projection.ENTITY);
        assertThat(open.shape().unknown()).containsExactly("one of several named queries");
        assertThat(BoundCalls.of(queries.formatted("")).only().shape().projection()).isEqualTo(QueryShape.Projection.NONE);
    }

    @Test
    void what_sessions_could_do_before_is_still_known() {
        assertThat(BoundCalls.ofBody("session.save(order); session.saveOrUpdate(order); session.update(order); session.delete(order);"
                + " session.createSQLQuery(\"select * from orders\").list();").all()).extracting(query -> query.shape().command())
                .containsExactly(Command.INSERT, Command.UPDATE, Command.UPDATE, Command.DELETE, Command.SELECT);
        assertThat(ofBody("org.hibernate.SQLQuery query = session.createSQLQuery(\"select * from orders\");"
                + " query.setParameter(\"id\", id).list();").shape().command()).isEqualTo(Command.SELECT);
    }

    private static org.assertj.core.groups.Tuple row(String label, String entity, Rows rows, Command command) {
        return org.assertj.core.groups.Tuple.tuple(label, entity, rows, command);
    }

    private static Query ofBody(String body) {
        return BoundCalls.ofBody(body).only();
    }
}
