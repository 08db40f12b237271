package dev.seqscan.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkerTest {

    private static final String DOMAIN = """
            package com.shop;
            import java.util.*;
            import lombok.Getter;
            interface Identified<K> { K id(); }
            abstract class Named<K> implements Identified<K> {
                protected K key;
                String name;
                String getName() { return name; }
                public K id() { return key; }
            }
            class Customer extends Named<Long> implements Comparable<Customer> {
                enum Rating { GOOD, BAD; Rating other() { return this == GOOD ? BAD : GOOD; } }
                boolean isActive() { return true; }
                int getAge() { return 3; }
                Rating getRating() { return Rating.GOOD; }
                public int compareTo(Customer other) { return 0; }
                static Customer unknown() { return new Customer(); }
            }
            class Product extends Named<String> { java.math.BigDecimal price; }
            class OrderLine { Product getProduct() { return null; } int getQuantity() { return 1; } }
            class Order extends Named<Long> {
                @Getter private Customer buyer;
                @Getter private boolean open;
                Customer getCustomer() { return buyer; }
                List<OrderLine> getLines() { return null; }
                Map<String, List<Product>> getGifts() { return null; }
                class Shipment { Order order() { return Order.this; } }
                static class Draft<T> { T value; Draft<T> with(T v) { return this; } T get() { return value; } }
            }
            interface Uses { static void use(Object... values) { } }
            record Total(Customer customer, java.math.BigDecimal sum) { }
            record Pair<A, B>(A left, B right) { }
            """;
    private static final String IMPORTS = """
            package com.shop;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            import java.util.stream.*;
            import static java.util.stream.Collectors.*;
            import static java.util.Map.Entry.comparingByKey;
            import static com.shop.Uses.use;
            """;

    /** A method body with a list of orders and an order in reach. */
    private static LinkedTexts body(String statements) {
        return classes("class Service { private List<Order> orders; Order order; "
                + "<T> void run(Object input, T generic) {\n" + statements + "\n} }");
    }

    private static LinkedTexts classes(String text) {
        return new LinkedTexts().add(DOMAIN).add(IMPORTS + text);
    }

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
    void stream_stages_carry_the_element_type() {
        LinkedTexts texts = body("""
                var active = orders.stream().map(Order::getCustomer).filter(c -> c.isActive()).collect(Collectors.toList());
                var products = orders.stream().flatMap(o -> o.getLines().stream()).map(l -> l.getProduct()).toList();
                var total = orders.stream().mapToInt(o -> o.getLines().size()).sum();
                var names = orders.stream().map(o -> o.getCustomer().getName()).toArray(String[]::new);
                var sum = products.stream().map(p -> p.price).reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
                orders.forEach(each -> each.getLines().forEach(line -> line.getProduct().getName()));
                use(active, products, total, names, sum);
                """);

        assertThat(texts.type("c.isActive()")).isEqualTo("boolean");
        assertThat(texts.type("active")).isEqualTo("java.util.List<com.shop.Customer>");
        assertThat(texts.type("products")).isEqualTo("java.util.List<com.shop.Product>");
        assertThat(texts.type("total")).isEqualTo("int");
        assertThat(texts.type("names")).isEqualTo("java.lang.String[]");
        assertThat(texts.type("sum")).isEqualTo("java.math.BigDecimal");
        assertThat(texts.target("line.getProduct().getName()")).isEqualTo("com.shop.Named#getName()");
    }

    @Test
    void collectors_nest() {
        LinkedTexts texts = body("""
                var byCustomer = orders.stream().collect(groupingBy(Order::getCustomer));
                var names = orders.stream().collect(groupingBy(o -> o.getCustomer(), mapping(o -> o.getName(), toSet())));
                var byId = orders.stream().collect(Collectors.toMap(Order::id, Function.identity()));
                var counts = orders.stream().collect(groupingBy(o -> o.isOpen(), TreeMap::new, counting()));
                var split = orders.stream().collect(partitioningBy(o -> o.isOpen()));
                var text = orders.stream().map(Order::getName).collect(joining(","));
                var tree = orders.stream().map(o -> o.getName()).collect(toCollection(TreeSet::new));
                var merged = orders.stream().collect(toMap(o -> o.getName(), o -> o, (a, b) -> a, LinkedHashMap::new));
                use(byCustomer, names, byId, counts, split, text, tree, merged);
                """);

        assertThat(texts.type("byCustomer")).isEqualTo("java.util.Map<com.shop.Customer, java.util.List<com.shop.Order>>");
        assertThat(texts.type("names")).isEqualTo("java.util.Map<com.shop.Customer, java.util.Set<java.lang.String>>");
        assertThat(texts.type("byId")).isEqualTo("java.util.Map<java.lang.Long, com.shop.Order>");
        assertThat(texts.type("counts")).isEqualTo("java.util.TreeMap<java.lang.Boolean, java.lang.Long>");
        assertThat(texts.type("split")).isEqualTo("java.util.Map<java.lang.Boolean, java.util.List<com.shop.Order>>");
        assertThat(texts.type("text")).isEqualTo("java.lang.String");
        assertThat(texts.type("tree")).isEqualTo("java.util.TreeSet<java.lang.String>");
        assertThat(texts.type("merged")).isEqualTo("java.util.LinkedHashMap<java.lang.String, com.shop.Order>");
    }

    @Test
    void optionals_keep_what_they_hold() {
        LinkedTexts texts = body("""
                var name = Optional.of(order).map(Order::getCustomer).map(c -> c.getName()).orElse("none");
                var customer = orders.stream().findFirst().flatMap(o -> Optional.ofNullable(o.getCustomer()))
                        .orElseThrow(() -> new IllegalStateException());
                Optional<Customer> none = Optional.empty();
                var either = none.orElseGet(Customer::new);
                use(name, customer, either);
                """);

        assertThat(texts.type("name")).isEqualTo("java.lang.String");
        assertThat(texts.type("customer")).isEqualTo("com.shop.Customer");
        assertThat(texts.type("either")).isEqualTo("com.shop.Customer");
        assertThat(texts.type("Optional.empty()")).isEqualTo("java.util.Optional<com.shop.Customer>");
    }

    @Test
    void loops_over_map_entries_know_key_and_value() {
        LinkedTexts texts = body("""
                for (Map.Entry<String, List<Product>> gift : order.getGifts().entrySet()) { use(gift.getValue().get(0)); }
                for (var entry : order.getGifts().entrySet()) { use(entry.getKey(), entry.getValue().get(1)); }
                order.getGifts().forEach((key, list) -> use(key, list));
                order.getGifts().computeIfAbsent("x", k -> new ArrayList<>()).add(null);
                for (int[] row : new int[2][3]) { use(row[0]); }
                """);

        assertThat(texts.type("gift.getValue().get(0)")).isEqualTo("com.shop.Product");
        assertThat(texts.type("entry.getKey()")).isEqualTo("java.lang.String");
        assertThat(texts.type("entry.getValue().get(1)")).isEqualTo("com.shop.Product");
        assertThat(texts.type("list")).isEqualTo("java.util.List<com.shop.Product>");
        assertThat(texts.type("order.getGifts().computeIfAbsent(\"x\", k -> new ArrayList<>())"))
                .isEqualTo("java.util.List<com.shop.Product>");
        assertThat(texts.type("row[0]")).isEqualTo("int");
    }

    @Test
    void comparators_are_chained() {
        LinkedTexts texts = body("""
                var byName = Comparator.comparing(Order::getName).thenComparing(o -> o.id());
                orders.sort(Comparator.comparing((Order o) -> o.getName()).reversed());
                var newest = orders.stream().max(Comparator.comparing(o -> o.getCustomer().getAge())).get();
                var sorted = order.getGifts().entrySet().stream().sorted(comparingByKey()).findFirst().get().getValue();
                var reversed = orders.stream().sorted(Comparator.comparing(Order::getName, Comparator.reverseOrder())).toList();
                use(byName, newest, sorted, reversed);
                """);

        assertThat(texts.type("byName")).isEqualTo("java.util.Comparator<com.shop.Order>");
        assertThat(texts.type("newest")).isEqualTo("com.shop.Order");
        assertThat(texts.type("sorted")).isEqualTo("java.util.List<com.shop.Product>");
        assertThat(texts.type("reversed")).isEqualTo("java.util.List<com.shop.Order>");
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
    void spring_data_repositories_give_their_entities() {
        LinkedTexts texts = classes("""
                interface OrderRepository extends org.springframework.data.jpa.repository.JpaRepository<Order, Long> {
                    org.springframework.data.domain.Page<Order> findByName(String name, org.springframework.data.domain.Pageable page);
                }
                class Service {
                    OrderRepository repo;
                    void run() {
                        for (var each : repo.findAll()) { use(each); }
                        use(repo.findAll(), repo.findById(1L), repo.saveAll(List.of(new Order())));
                        repo.findById(2L).ifPresent(found -> use(found));
                        use(repo.findByName("x", null).getContent(), repo.findByName("x", null).map(o -> o.getCustomer()));
                    }
                }
                """);

        assertThat(texts.type("each")).isEqualTo("com.shop.Order");
        assertThat(texts.type("repo.findAll()")).isEqualTo("java.util.List<com.shop.Order>");
        assertThat(texts.type("repo.findById(1L)")).isEqualTo("java.util.Optional<com.shop.Order>");
        assertThat(texts.type("repo.saveAll(List.of(new Order()))")).isEqualTo("java.util.List<com.shop.Order>");
        assertThat(texts.type("found")).isEqualTo("com.shop.Order");
        assertThat(texts.type("repo.findByName(\"x\", null).getContent()")).isEqualTo("java.util.List<com.shop.Order>");
        assertThat(texts.type("repo.findByName(\"x\", null).map(o -> o.getCustomer())"))
                .isEqualTo("org.springframework.data.domain.Page<com.shop.Customer>");
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
    void futures_and_reactive_types_carry_their_values() {
        LinkedTexts texts = classes("""
                import reactor.core.publisher.*;
                class Service {
                    Mono<Order> load(long id) { return Mono.just(new Order()); }
                    void run(List<Long> ids) {
                        var future = CompletableFuture.supplyAsync(() -> new Order()).thenApply(o -> o.getCustomer());
                        var joined = future.thenCombine(future, (a, b) -> a.getName()).join();
                        var flux = Flux.fromIterable(ids).flatMap(id -> load(id)).map(o -> o.getCustomer());
                        var list = flux.collectList().block();
                        var zip = Mono.zip(load(1), flux.next()).map(t -> t.getT2());
                        use(future, joined, flux, list, zip);
                    }
                }
                """);

        assertThat(texts.type("future")).isEqualTo("java.util.concurrent.CompletableFuture<com.shop.Customer>");
        assertThat(texts.type("joined")).isEqualTo("java.lang.String");
        assertThat(texts.type("flux")).isEqualTo("reactor.core.publisher.Flux<com.shop.Customer>");
        assertThat(texts.type("list")).isEqualTo("java.util.List<com.shop.Customer>");
        assertThat(texts.type("zip")).isEqualTo("reactor.core.publisher.Mono<com.shop.Customer>");
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
    void generic_methods_are_inferred_or_told_their_arguments() {
        LinkedTexts texts = classes("""
                class Generics {
                    static <T> T first(List<? extends T> list) { return list.get(0); }
                    static <T extends Named<?>> T checked(T value) { return value; }
                    static <A, B> Map<A, List<B>> group(Collection<? extends B> values, Function<? super B, ? extends A> key) { return null; }
                    <X> X[] array(X... values) { return values; }
                    void run(List<? extends Order> some, List<? super Order> any, Class<? extends Order> type) {
                        use(first(some), Generics.<Named<Long>>first(some), checked(some.get(0)), array("a", "b"), any.get(0));
                        use(group(some, Order::getCustomer), Arrays.asList(1, 2), List.of("a"), type.cast(null));
                        List<Customer> made = new ArrayList<>();
                        Map<String, Order> map = Map.of();
                        use(new HashMap<>(map), Collections.unmodifiableList(made), Objects.requireNonNull(map.get("x")));
                        int[] copy = new int[1]; use(copy.clone(), new Order[0].clone());
                        String text = this.<String>array()[0];
                    }
                }
                """);

        assertThat(texts.type("first(some)")).isEqualTo("com.shop.Order");
        assertThat(texts.type("Generics.<Named<Long>>first(some)")).isEqualTo("com.shop.Named<java.lang.Long>");
        assertThat(texts.type("checked(some.get(0))")).isEqualTo("com.shop.Order");
        assertThat(texts.type("array(\"a\", \"b\")")).isEqualTo("java.lang.String[]");
        assertThat(texts.type("any.get(0)")).isEqualTo("java.lang.Object");
        assertThat(texts.type("group(some, Order::getCustomer)"))
                .isEqualTo("java.util.Map<com.shop.Customer, java.util.List<com.shop.Order>>");
        assertThat(texts.type("Arrays.asList(1, 2)")).isEqualTo("java.util.List<java.lang.Integer>");
        assertThat(texts.type("type.cast(null)")).isEqualTo("com.shop.Order");
        assertThat(texts.type("new ArrayList<>()")).isEqualTo("java.util.ArrayList<com.shop.Customer>");
        assertThat(texts.type("new HashMap<>(map)")).isEqualTo("java.util.HashMap<java.lang.String, com.shop.Order>");
        assertThat(texts.type("Collections.unmodifiableList(made)")).isEqualTo("java.util.List<com.shop.Customer>");
        assertThat(texts.type("Objects.requireNonNull(map.get(\"x\"))")).isEqualTo("com.shop.Order");
        assertThat(texts.type("copy.clone()")).isEqualTo("int[]");
        assertThat(texts.type("new Order[0].clone()")).isEqualTo("com.shop.Order[]");
        assertThat(texts.type("this.<String>array()")).isEqualTo("java.lang.String[]");
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
