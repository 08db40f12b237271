package dev.seqscan.program;

import static dev.seqscan.program.LinkedTexts.body;
import static dev.seqscan.program.LinkedTexts.classes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkerTest {

    @Test
    void locals_and_fields_have_their_declared_types() {
        LinkedTexts texts = body("""
                int count = 1, sizes[] = {2};
                var first = orders.get(0);
                this.order = first;
                use(count, sizes, first, this.order.buyer, sizes.length, order.key, order.id());
                """);

        assertThat(texts.type("count")).isEqualTo("int");
        assertThat(texts.type("sizes")).isEqualTo("int[]");
        assertThat(texts.type("first")).isEqualTo("com.shop.Order");
        assertThat(texts.type("this.order.buyer")).isEqualTo("com.shop.Customer");
        assertThat(texts.type("sizes.length")).isEqualTo("int");
        assertThat(texts.type("order.key")).isEqualTo("java.lang.Long");
        assertThat(texts.type("order.id()")).isEqualTo("java.lang.Long");
    }

    @Test
    void operators_promote_numbers_and_join_texts() {
        LinkedTexts texts = body("use(1 + 2L, 'a' + 1, \"a\" + 1, 1 < 2, 1 << 2L, -(byte) 1, !true, 1.0f * 2, order + \"x\", 5 & 3L);");

        assertThat(texts.type("1 + 2L")).isEqualTo("long");
        assertThat(texts.type("'a' + 1")).isEqualTo("int");
        assertThat(texts.type("\"a\" + 1")).isEqualTo("java.lang.String");
        assertThat(texts.type("1 < 2")).isEqualTo("boolean");
        assertThat(texts.type("1 << 2L")).isEqualTo("int");
        assertThat(texts.type("-(byte) 1")).isEqualTo("int");
        assertThat(texts.type("1.0f * 2")).isEqualTo("float");
        assertThat(texts.type("order + \"x\"")).isEqualTo("java.lang.String");
    }

    @Test
    void a_generic_base_class_is_seen_with_the_arguments_of_the_class_that_extends_it() {
        LinkedTexts texts = classes("""
                abstract class Dao<E extends Identified<K>, K> {
                    List<E> all() { E first = load(null); use(first.id()); return List.of(first); }
                    E load(K key) { return null; }
                }
                class OrderDao extends Dao<Order, Long> {
                    void run() { for (Order each : all()) { use(load(1L).getCustomer(), all().get(0)); } }
                }
                """);

        assertThat(texts.type("first")).isEqualTo("E");
        assertThat(texts.type("first.id()")).isEqualTo("K");
        assertThat(texts.type("load(1L)")).isEqualTo("com.shop.Order");
        assertThat(texts.type("all().get(0)")).isEqualTo("com.shop.Order");
    }

    @Test
    void patterns_declare_variables() {
        LinkedTexts texts = body("""
                if (input instanceof Order found && found.isOpen()) { use(found.getCustomer()); }
                if (!(input instanceof Customer guarded)) { return; }
                use(guarded.getAge());
                if (input instanceof Total(var who, var sum)) { use(who, sum); }
                if (input instanceof Pair<?, ?>(Order left, Total(Customer inner, var deep))) { use(left, inner, deep); }
                var text = switch (input) {
                    case Order o when o.isOpen() -> o.getName();
                    case Customer c -> c.getRating().name();
                    default -> "";
                };
                use(text);
                """);

        assertThat(texts.type("found.getCustomer()")).isEqualTo("com.shop.Customer");
        assertThat(texts.type("guarded.getAge()")).isEqualTo("int");
        assertThat(texts.type("who")).isEqualTo("com.shop.Customer");
        assertThat(texts.type("sum")).isEqualTo("java.math.BigDecimal");
        assertThat(texts.type("left")).isEqualTo("com.shop.Order");
        assertThat(texts.type("deep")).isEqualTo("java.math.BigDecimal");
        assertThat(texts.type("c.getRating().name()")).isEqualTo("java.lang.String");
        assertThat(texts.type("text")).isEqualTo("java.lang.String");
    }

    @Test
    void switches_and_conditions_give_a_common_type() {
        LinkedTexts texts = body("""
                var other = switch (order.getCustomer().getRating()) { case GOOD -> order; case BAD -> { yield orders.get(1); } };
                var named = order.isOpen() ? order : order.getCustomer();
                var number = order.isOpen() ? 1 : Long.valueOf(2);
                var list = order.isOpen() ? orders : new ArrayList<Order>();
                List<Order> empty = order.isOpen() ? Collections.emptyList() : orders;
                use(other, named, number, list, Customer.Rating.GOOD.other(), Customer.Rating.values()[0]);
                """);

        assertThat(texts.type("other")).isEqualTo("com.shop.Order");
        assertThat(texts.type("named")).isEqualTo("com.shop.Named<java.lang.Long>");
        assertThat(texts.type("number")).isEqualTo("long");
        assertThat(texts.type("list")).isEqualTo("java.util.List<com.shop.Order>");
        assertThat(texts.type("Collections.emptyList()")).isEqualTo("java.util.List<com.shop.Order>");
        assertThat(texts.type("Customer.Rating.GOOD.other()")).isEqualTo("com.shop.Customer.Rating");
        assertThat(texts.type("Customer.Rating.values()[0]")).isEqualTo("com.shop.Customer.Rating");
    }

    @Test
    void records_and_lombok_have_made_members() {
        LinkedTexts texts = body("""
                var total = new Total(order.getBuyer(), null);
                var pair = new Pair<>(order, "x");
                use(total.customer(), pair.left(), pair.right(), order.isOpen(), new Pair<>(1, order).right());
                """);

        assertThat(texts.type("order.getBuyer()")).isEqualTo("com.shop.Customer");
        assertThat(texts.type("total.customer()")).isEqualTo("com.shop.Customer");
        assertThat(texts.type("pair.left()")).isEqualTo("com.shop.Order");
        assertThat(texts.type("pair.right()")).isEqualTo("java.lang.String");
        assertThat(texts.type("new Pair<>(1, order)")).isEqualTo("com.shop.Pair<java.lang.Integer, com.shop.Order>");
    }

    @Test
    void a_method_for_the_argument_s_own_class_goes_before_one_of_which_it_is_not_known_whether_it_fits() {
        LinkedTexts texts = classes("""
                class Draft extends lib.Unread { }
                class Prints {
                    int fill(Draft draft, Object context) { return 1; } String fill(Iterable<Draft> drafts, Object context) { return null; }
                    long show(Draft draft, String context) { return 1; } char show(Iterable<Draft> drafts, Object context) { return 'c'; }
                    int print(Draft draft, Object context) { return 1; } String print(Iterable<Draft> drafts, String context) { return null; }
                    void run(Draft draft, List<Draft> drafts, String context) {
                        use(fill(draft, context), fill(drafts, context), show(draft, context), print(draft, context));
                    }
                }
                """);

        assertThat(texts.type("fill(draft, context)")).isEqualTo("int");
        assertThat(texts.type("fill(drafts, context)")).isEqualTo("java.lang.String");
        assertThat(texts.type("show(draft, context)")).isEqualTo("long");
        assertThat(texts.type("print(draft, context)")).as("either may be meant").startsWith("<unknown");
    }

    @Test
    void nested_inner_local_and_anonymous_classes_see_what_is_around_them() {
        LinkedTexts texts = body("""
                class Local extends Order { Customer first() { return getCustomer(); } String seen() { return order.getName(); } }
                var local = new Local();
                Order.Shipment shipment = order.new Shipment();
                Supplier<Customer> supplier = new Supplier<>() {
                    private Customer kept = order.getCustomer();
                    public Customer get() { helper(); return this.kept; }
                    Order helper() { return orders.get(2); }
                };
                var twice = new Object() { int count = 1; Order both() { return order; } };
                use(local.first(), shipment.order(), supplier.get(), twice.both(), new Order.Draft<>().with(null));
                var draft = new Order.Draft<Customer>().with(null).get();
                use(draft);
                """);

        assertThat(texts.type("local.first()")).isEqualTo("com.shop.Customer");
        assertThat(texts.type("shipment.order()")).isEqualTo("com.shop.Order");
        assertThat(texts.type("supplier.get()")).isEqualTo("com.shop.Customer");
        assertThat(texts.type("this.kept")).isEqualTo("com.shop.Customer");
        assertThat(texts.type("helper()")).isEqualTo("com.shop.Order");
        assertThat(texts.type("twice.both()")).isEqualTo("com.shop.Order");
        assertThat(texts.type("draft")).isEqualTo("com.shop.Customer");
    }

    @Test
    void from_outside_an_inner_class_does_not_tell_what_the_outer_type_parameters_are() {
        LinkedTexts texts = classes("""
                class Page<T> { Cursor cursor() { return null; } class Cursor { T last; T next() { return last; } } T own() { return cursor().next(); } }
                class Service { void run(Page<Order> page) { use(page.cursor(), page.cursor().next(), page.cursor().last); } }
                """);

        assertThat(texts.type("page.cursor()")).isEqualTo("com.shop.Page.Cursor");
        assertThat(texts.type("page.cursor().next()")).startsWith("<unknown");
        assertThat(texts.type("page.cursor().last")).startsWith("<unknown");
        assertThat(texts.type("cursor().next()")).isEqualTo("T");
    }

    @Test
    void overloads_are_told_apart_by_their_arguments() {
        LinkedTexts texts = classes("""
                class Prints {
                    int to(Object o) { return 1; } String to(String s) { return s; } Order to(Order... o) { return null; }
                    long to(long l) { return l; } Customer to(Integer i) { return null; } Product to(Named<?> n) { return null; }
                    void run(Order o, Callable<String> c) {
                        use(to("x"), to(1), to('c'), to((short) 2), to(o), to(o, o), to(), to(3.0), to(Integer.valueOf(4)));
                        use(exec(() -> "a"), exec(() -> { }), exec(() -> { throw new RuntimeException(); }), each(o::getName));
                    }
                    <V> V exec(Callable<V> c) { return null; } void exec(Runnable r) { }
                    <V> V each(Supplier<V> s) { return null; }
                }
                """);

        assertThat(texts.type("to(\"x\")")).isEqualTo("java.lang.String");
        assertThat(texts.type("to(1)")).isEqualTo("long");
        assertThat(texts.type("to('c')")).isEqualTo("long");
        assertThat(texts.type("to(o)")).isEqualTo("com.shop.Product");
        assertThat(texts.type("to(o, o)")).isEqualTo("com.shop.Order");
        assertThat(texts.type("to()")).isEqualTo("com.shop.Order");
        assertThat(texts.type("to(3.0)")).isEqualTo("int");
        assertThat(texts.type("to(Integer.valueOf(4))")).isEqualTo("com.shop.Customer");
        assertThat(texts.type("exec(() -> \"a\")")).isEqualTo("java.lang.String");
        assertThat(texts.type("exec(() -> { })")).isEqualTo("void");
        assertThat(texts.type("each(o::getName)")).isEqualTo("java.lang.String");
    }

    @Test
    void a_base_class_that_is_not_known_may_have_the_method_that_is_meant() {
        LinkedTexts texts = classes("""
                class Settings extends org.elsewhere.Base {
                    Settings names(String... names) { use(names(), names("a"), names.length); return this; }
                }
                class Own { Own names(String... names) { use(this.names()); return this; } }
                class Found { <T extends org.elsewhere.Value> T value(String name) { return null; } Object run() { return value("a"); } }
                """);

        assertThat(texts.type("names()")).startsWith("<unknown");
        assertThat(texts.type("names(\"a\")")).isEqualTo("com.shop.Settings");
        assertThat(texts.type("this.names()")).isEqualTo("com.shop.Own");
        assertThat(texts.type("value(\"a\")")).isEqualTo("org.elsewhere.Value");
    }

    @Test
    void an_unknown_class_stays_unknown_and_spoils_nothing_else() {
        LinkedTexts texts = body("""
                org.elsewhere.Client client = new org.elsewhere.Client(orders.get(0));
                var answer = client.send(order.getCustomer());
                client.orders(orders.size()).forEach(o -> use(o, orders.get(3)));
                """);

        assertThat(texts.type("client")).isEqualTo("org.elsewhere.Client");
        assertThat(texts.type("orders.get(0)")).isEqualTo("com.shop.Order");
        assertThat(texts.type("order.getCustomer()")).isEqualTo("com.shop.Customer");
        assertThat(texts.type("client.send(order.getCustomer())")).startsWith("<unknown");
        assertThat(texts.type("orders.get(3)")).isEqualTo("com.shop.Order");
    }
}
