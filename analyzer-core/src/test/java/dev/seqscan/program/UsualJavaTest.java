package dev.seqscan.program;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What applications write every day: for every call of a text the linker and the JDK's compiler must agree. */
class UsualJavaTest {

    private static final String DOMAIN = """
            record Product(Long id, String name, BigDecimal price) { boolean dear() { return price.signum() > 0; } }
            record Line(Product product, int quantity) { }
            enum Status { OPEN, SENT; Status next() { return SENT; } }
            interface Identified<K extends Comparable<K>> { K id(); default String label() { return id().toString(); } }
            abstract class Base<K extends Comparable<K>> implements Identified<K> { protected K key; public K id() { return key; } }
            class Customer extends Base<Long> { String name; String getName() { return name; } }
            class Order extends Base<String> {
                Customer customer; List<Line> lines = new ArrayList<>(); Status status;
                Customer getCustomer() { return customer; } List<Line> getLines() { return lines; } Status getStatus() { return status; }
                Optional<Customer> buyer() { return Optional.ofNullable(customer); }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void futures_carry_what_their_stages_give() throws IOException {
        agree("""
                class Futures {
                    Executor pool;
                    CompletableFuture<Order> load(String id) { return CompletableFuture.supplyAsync(() -> new Order(), pool); }
                    CompletionStage<List<Line>> lines(Order order) { return CompletableFuture.completedStage(order.getLines()); }
                    void run(List<String> ids, ExecutorService threads) throws Exception {
                        load("a").thenApply(Order::getCustomer).thenApply(c -> c.getName()).thenAccept(n -> n.length());
                        load("a").thenCompose(o -> load(o.id())).thenCombine(load("b"), (l, r) -> Map.entry(l, r.getCustomer()))
                                .thenApply(e -> e.getValue().getName()).join().trim();
                        load("a").thenCompose(this::lines).thenApply(l -> l.get(0).product()).get().name().length();
                        load("a").handle((o, e) -> e == null ? o : null).join().getLines().size();
                        load("a").exceptionally(e -> { e.getMessage(); return new Order(); }).whenComplete((o, e) -> o.getStatus()).join().id();
                        List<CompletableFuture<Order>> all = ids.stream().map(this::load).collect(Collectors.toList());
                        CompletableFuture.allOf(all.toArray(new CompletableFuture[0])).join();
                        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                                .thenApply(done -> all.stream().map(CompletableFuture::join).collect(Collectors.toList()))
                                .join().get(0).getCustomer().getName();
                        Future<Order> one = threads.submit(() -> load("x").join());
                        one.get().getCustomer().getName();
                        for (Future<String> each : threads.invokeAll(List.<Callable<String>>of(() -> "a", () -> "b"))) { each.get().length(); }
                        load("c").acceptEither(load("d"), o -> o.getLines().forEach(l -> l.product().dear()));
                    }
                }
                """);
    }

    @Test
    void entries_of_maps_keep_key_and_value_through_streams() throws IOException {
        agree("""
                import static java.util.Map.Entry.comparingByValue;
                import static java.util.stream.Collectors.*;
                class Entries {
                    void run(List<Order> orders, Map<Customer, List<Order>> byCustomer) {
                        byCustomer.entrySet().stream().filter(e -> e.getValue().size() > 1).map(Map.Entry::getKey).map(Customer::getName).forEach(n -> n.trim());
                        byCustomer.entrySet().stream().sorted(Map.Entry.comparingByKey(Comparator.comparing(Customer::getName)))
                                .flatMap(e -> e.getValue().stream().map(o -> Map.entry(e.getKey().getName(), o)))
                                .collect(toMap(Map.Entry::getKey, e -> e.getValue().getLines(), (a, b) -> a, TreeMap::new)).firstEntry().getValue().get(0).product();
                        orders.stream().collect(groupingBy(Order::getStatus, counting())).entrySet().stream()
                                .max(comparingByValue()).map(Map.Entry::getKey).get().next();
                        orders.stream().collect(collectingAndThen(toMap(Order::id, Function.identity()), Collections::unmodifiableMap)).get("a").getCustomer();
                        orders.stream().collect(groupingBy(Order::getCustomer, LinkedHashMap::new, mapping(Order::getLines, toList()))).values().iterator().next().get(0).get(0).product();
                        orders.stream().collect(teeing(counting(), mapping(Order::id, joining()), (n, s) -> s.repeat(n.intValue()))).length();
                        orders.stream().collect(partitioningBy(o -> o.getLines().isEmpty(), groupingBy(Order::getStatus))).get(true).get(Status.OPEN).get(0).id();
                        orders.stream().flatMap(o -> o.getLines().stream()).collect(groupingBy(Line::product, summingInt(Line::quantity))).forEach((p, n) -> { p.name(); n.intValue(); });
                        orders.stream().collect(flatMapping(o -> o.getLines().stream(), filtering(l -> l.quantity() > 1, toCollection(ArrayDeque::new)))).getFirst().product();
                        orders.stream().map(o -> new AbstractMap.SimpleEntry<>(o.id(), o)).map(e -> e.getValue().getCustomer()).toList().get(0).getName();
                        byCustomer.merge(null, orders, (a, b) -> { a.addAll(b); return a; }).get(0).getStatus();
                        orders.stream().map(Order::buyer).flatMap(Optional::stream).map(Customer::label).distinct().count();
                        orders.stream().collect(reducing(BigDecimal.ZERO, o -> o.getLines().get(0).product().price(), BigDecimal::add)).negate();
                    }
                }
                """);
    }

    @Test
    void wildcards_and_bounds_give_what_they_allow() throws IOException {
        agree("""
                interface Repository<T extends Identified<K>, K extends Comparable<K>> {
                    Optional<T> find(K key); List<T> all(); <S extends T> S save(S value); <S extends T> List<S> saveAll(Iterable<S> values);
                    default T need(K key) { return find(key).orElseThrow(); }
                    default Map<K, T> byKey() { return all().stream().collect(Collectors.toMap(each -> each.id(), each -> each)); }
                }
                interface Orders extends Repository<Order, String> { List<? extends Order> open(); }
                abstract class Service<T extends Base<K>, K extends Comparable<K>, R extends Repository<T, K>> {
                    protected R repository; abstract R repository();
                    T load(K key) { return repository.find(key).map(t -> t).orElseGet(() -> repository().need(key)); }
                    String text(K key) { return load(key).id().toString() + repository.byKey().get(key).label(); }
                }
                class OrderService extends Service<Order, String, Orders> {
                    Orders repository() { return repository; }
                    <E extends Enum<E> & Comparable<E>> E first(Class<E> type) { return type.getEnumConstants()[0]; }
                    <T extends Comparable<? super T>> T max(Collection<? extends T> values) { return values.stream().max(Comparator.naturalOrder()).get(); }
                    void run(Map<? extends Customer, ? super List<Order>> map, Class<?> type, Supplier<? extends List<? extends Order>> given) throws Exception {
                        repository.open().get(0).getCustomer().getName();
                        repository.saveAll(repository.all()).get(0).getLines().size();
                        repository.save(load("a")).getStatus().next();
                        load("x").getCustomer().id().longValue();
                        repository.byKey().values().stream().map(Order::getCustomer).findAny().ifPresent(c -> c.getName());
                        for (Map.Entry<? extends Customer, ?> each : map.entrySet()) { each.getKey().getName(); each.getValue().hashCode(); }
                        for (Order each : given.get()) { each.getLines(); }
                        given.get().stream().map(o -> o.getCustomer()).map(Customer::getName).toList().get(0).trim();
                        first(Status.class).next(); max(List.of("a", "b")).trim(); max(Set.of(1)).intValue();
                        type.getDeclaredConstructor().newInstance().toString();
                        Comparator<? super Order> order = Comparator.comparing(Order::id); order.compare(null, null);
                    }
                }
                """);
    }

    @Test
    void switches_give_what_all_their_branches_have_in_common() throws IOException {
        agree("""
                class Switches {
                    Object any(Order order) { return order; }
                    void run(Order order, int n) {
                        var customer = switch (order.getStatus()) { case OPEN -> order.getCustomer(); case SENT -> { var first = order.buyer(); yield first.get(); } };
                        customer.getName().length();
                        (switch (n) { case 1, 2 -> order.getLines(); default -> List.<Line>of(); }).get(0).product();
                        String text = switch (n) { case 1: yield order.id(); default: throw new IllegalStateException(order.label()); };
                        text.trim();
                        List<Line> lines = switch (n) { case 0 -> new ArrayList<>(); default -> Collections.emptyList(); };
                        lines.get(0).product().name();
                        if (any(order) instanceof Order o && o.getLines().size() > 1) { o.getCustomer().getName(); }
                        if (!(any(order) instanceof Base<?> base)) { return; }
                        base.id().toString(); base.label();
                        Identified<?> either = switch (n) { case 0 -> order; default -> order.getCustomer(); };
                        either.label().trim(); either.id().hashCode();
                    }
                }
                """);
    }

    @Test
    void classes_in_bodies_see_what_is_around_them() throws IOException {
        agree("""
                class Around {
                    enum Kind { A { Customer of(Order o) { return o.getCustomer(); } }; abstract Customer of(Order o); }
                    private final Map<Long, Customer> known = new HashMap<>(); Order last;
                    Iterator<Line> lines(Order order) {
                        record Pair<A, B>(A left, B right) { static <X> Pair<X, X> twice(X x) { return new Pair<>(x, x); } B other() { return right(); } }
                        class Counter extends Order { int n = order.getLines().size(); Customer own() { return known.get(getCustomer().id()); } Order top() { return last; } }
                        Counter counter = new Counter(); counter.own().getName(); counter.top().getLines(); counter.label();
                        Pair.twice(order).other().getCustomer(); new Pair<>(order, 1L).right().intValue(); new Pair<>(counter, "a").left().own().id();
                        Comparator<Order> byName = new Comparator<>() { @Override public int compare(Order a, Order b) { return key(a).compareTo(key(b)); } private String key(Order o) { return o.getCustomer().getName(); } };
                        byName.reversed().thenComparing(Order::id).compare(order, last);
                        Kind.valueOf("A").of(order).getName();
                        Runnable late = () -> { var found = known.computeIfAbsent(1L, id -> new Customer() { @Override String getName() { return id.toString() + last.id(); } }); found.getName(); };
                        late.run();
                        return new Iterator<Line>() {
                            int at = 0; public boolean hasNext() { return at < order.getLines().size(); } public Line next() { return order.getLines().get(at++); }
                        };
                    }
                }
                """);
    }

    @Test
    void static_imports_and_inherited_and_default_methods_are_found() throws IOException {
        agree("""
                import static java.util.Objects.requireNonNull;
                import static java.util.Optional.*;
                import static java.util.Comparator.comparing;
                import static java.util.stream.Collectors.toUnmodifiableList;
                interface Named { String getName(); default String upper() { return getName().toUpperCase(); } static Named of(String s) { return () -> s; } }
                interface Short extends Named { @Override default String upper() { return Named.super.upper().trim(); } }
                class Shop extends Base<UUID> implements Short, Iterable<Order>, Comparable<Shop> {
                    static final List<Shop> ALL = new CopyOnWriteArrayList<>(); List<Order> orders = new LinkedList<>();
                    public String getName() { return requireNonNull(super.id()).toString(); }
                    public Iterator<Order> iterator() { return orders.iterator(); }
                    public int compareTo(Shop other) { return id().compareTo(other.id()); }
                    void run(Shop shop) {
                        for (Order each : shop) { each.getCustomer().getName(); }
                        for (var each : this) { each.getLines().get(0).product(); }
                        shop.forEach(o -> o.getStatus().next()); shop.spliterator().estimateSize();
                        upper().length(); shop.label().length(); Named.of("a").upper().trim(); id().getMostSignificantBits();
                        ofNullable(shop).map(Shop::getName).or(() -> of("b")).get().trim();
                        orders.stream().sorted(comparing(Order::id).reversed()).collect(toUnmodifiableList()).get(0).getCustomer();
                        Collections.max(ALL).orders.get(0).label(); ALL.toArray(new Shop[0])[0].iterator().next().getLines();
                        new TreeMap<String, Order>(Map.of()).headMap("x").lastKey().trim(); new ConcurrentHashMap<Long, List<Order>>().values().stream().flatMap(List::stream).findFirst().get().id();
                        Stream.iterate(shop, s -> s).limit(2).map(s -> s.orders).mapToInt(List::size).boxed().map(n -> n.toString()).toArray(String[]::new)[0].trim();
                        IntStream.range(0, 3).mapToObj(orders::get).map(Order::getCustomer).iterator().next().getName();
                        Arrays.stream(Status.values()).map(Status::next).map(Enum::name).toList().get(0).trim();
                    }
                }
                """);
    }

    private void agree(String text) throws IOException {
        int types = Math.max(text.indexOf("class "), 0);
        int imports = text.lastIndexOf("import ", types);
        int end = imports < 0 ? 0 : text.indexOf('\n', imports) + 1;
        AgreedText.agree(folder, text.substring(0, end) + DOMAIN + text.substring(end));
    }
}
