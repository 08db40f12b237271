package dev.seqscan.program;

import static dev.seqscan.program.LinkedTexts.body;
import static dev.seqscan.program.LinkedTexts.classes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Types that libraries carry along: of elements, values, entities. */
class LibraryTypesTest {

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
    void reactive_stages_carry_their_values() {
        LinkedTexts texts = classes("""
                import reactor.core.publisher.*;
                import io.smallrye.mutiny.*;
                class Service {
                    Mono<Order> load(long id) { return null; }
                    Uni<Order> find(long id) { return null; }
                    void run(List<Long> ids) {
                        var named = load(1).map(Order::getCustomer).flatMap(c -> Mono.just(c.getName())).defaultIfEmpty("none").block();
                        var lines = load(1).flatMapMany(o -> Flux.fromIterable(o.getLines())).concatMap(l -> Mono.just(l.getProduct())).collectList();
                        var byName = Flux.fromIterable(ids).flatMap(this::load).collectMap(Order::getName, Order::getCustomer);
                        var grouped = Flux.just(new Order()).groupBy(Order::getCustomer).flatMap(g -> g.collectList());
                        var zipped = load(1).zipWith(load(2), (a, b) -> b.getCustomer()).switchIfEmpty(Mono.error(new RuntimeException()));
                        var all = Flux.merge(load(1), load(2)).sort().reduce((a, b) -> a).onErrorResume(e -> load(3));
                        var uni = find(1).onItem().transform(Order::getCustomer).onItem().ifNull().continueWith(new Customer());
                        var chained = find(1).chain(o -> find(2)).map(o -> o.getCustomer()).await().indefinitely();
                        var multi = Multi.createFrom().iterable(ids).onItem().transformToUniAndConcatenate(id -> find(id)).map(o -> o.getCustomer()).collect().asList();
                        var both = Uni.combine().all().unis(find(1), find(2)).asTuple().map(t -> t.getItem2());
                        use(named, lines, byName, grouped, zipped, all, uni, chained, multi, both);
                    }
                }
                """);

        assertThat(texts.type("named")).isEqualTo("java.lang.String");
        assertThat(texts.type("lines")).isEqualTo("reactor.core.publisher.Mono<java.util.List<com.shop.Product>>");
        assertThat(texts.type("byName"))
                .isEqualTo("reactor.core.publisher.Mono<java.util.Map<java.lang.String, com.shop.Customer>>");
        assertThat(texts.type("grouped")).isEqualTo("reactor.core.publisher.Flux<java.util.List<com.shop.Order>>");
        assertThat(texts.type("zipped")).isEqualTo("reactor.core.publisher.Mono<com.shop.Customer>");
        assertThat(texts.type("all")).isEqualTo("reactor.core.publisher.Mono<com.shop.Order>");
        assertThat(texts.type("uni")).isEqualTo("io.smallrye.mutiny.Uni<com.shop.Customer>");
        assertThat(texts.type("chained")).isEqualTo("com.shop.Customer");
        assertThat(texts.type("multi")).isEqualTo("io.smallrye.mutiny.Uni<java.util.List<com.shop.Customer>>");
        assertThat(texts.type("both")).isEqualTo("io.smallrye.mutiny.Uni<com.shop.Order>");
    }

    @Test
    void providers_and_bases_of_frameworks_give_what_they_hold() {
        LinkedTexts texts = classes("""
                class OrderDao extends io.dropwizard.hibernate.AbstractDAO<Order> {
                    com.google.inject.Provider<jakarta.persistence.EntityManager> guice;
                    javax.inject.Provider<javax.persistence.EntityManager> old;
                    jakarta.inject.Provider<jakarta.persistence.EntityManager> current;
                    OrderDao(org.hibernate.SessionFactory sessions) { super(sessions); }
                    void run() {
                        use(guice.get().find(Order.class, 1L), old.get().find(Order.class, 1L), current.get());
                        use(list(namedTypedQuery("x")).get(0), currentSession(), get(1L));
                    }
                }
                """);

        assertThat(texts.type("guice.get()")).isEqualTo("jakarta.persistence.EntityManager");
        assertThat(texts.type("old.get()")).isEqualTo("javax.persistence.EntityManager");
        assertThat(texts.type("old.get().find(Order.class, 1L)")).isEqualTo("com.shop.Order");
        assertThat(texts.type("current.get()")).isEqualTo("jakarta.persistence.EntityManager");
        assertThat(texts.type("list(namedTypedQuery(\"x\")).get(0)")).isEqualTo("com.shop.Order");
        assertThat(texts.type("currentSession()")).isEqualTo("org.hibernate.Session");
        assertThat(texts.type("get(1L)")).isEqualTo("com.shop.Order");
    }

    @Test
    void collections_have_the_ends_that_newer_versions_of_java_give_them() {
        LinkedTexts texts = body("""
                use(orders.getFirst(), orders.reversed().getLast().getCustomer(), new LinkedHashSet<Order>().getFirst());
                use(new TreeMap<String, Order>().firstEntry().getValue(), new LinkedHashMap<String, Order>().lastEntry().getKey());
                """);

        assertThat(texts.type("orders.getFirst()")).isEqualTo("com.shop.Order");
        assertThat(texts.type("orders.reversed().getLast().getCustomer()")).isEqualTo("com.shop.Customer");
        assertThat(texts.type("new LinkedHashSet<Order>().getFirst()")).isEqualTo("com.shop.Order");
        assertThat(texts.type("new TreeMap<String, Order>().firstEntry().getValue()")).isEqualTo("com.shop.Order");
        assertThat(texts.type("new LinkedHashMap<String, Order>().lastEntry().getKey()")).isEqualTo("java.lang.String");
    }

    @Test
    void what_every_object_has_is_known_of_classes_that_are_not() {
        LinkedTexts texts = body("""
                org.elsewhere.Money money = null;
                use(money.toString().trim(), money.hashCode(), money.amount().toString().length(), money.equals(order));
                """);

        assertThat(texts.type("money.toString().trim()")).isEqualTo("java.lang.String");
        assertThat(texts.type("money.hashCode()")).isEqualTo("int");
        assertThat(texts.type("money.amount().toString().length()")).isEqualTo("int");
        assertThat(texts.type("money.equals(order)")).isEqualTo("boolean");
        assertThat(texts.type("money.amount()")).startsWith("<unknown");
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
}
