package dev.seqscan.program;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rarer parts of the language: for every call of a text the linker and the JDK's compiler must agree. */
class OddJavaTest {

    @TempDir
    Path folder;

    @Test
    void inner_classes_of_generic_classes_see_the_type_parameters_around_them() throws IOException {
        agree("""
                class Page<T> implements Iterable<T> {
                    class Cursor implements Iterator<T> {
                        T last;
                        public boolean hasNext() { return last != null && last.hashCode() > 0; }
                        public T next() { return last; }
                        Page<T> page() { return Page.this; }
                    }
                    class Nested { Cursor cursor() { return new Cursor(); } }
                    public Cursor iterator() { return new Cursor(); }
                    static class Builder<S extends CharSequence> { List<S> parts = new ArrayList<>(); S first() { return parts.get(0); } }
                    void own() { iterator().next().hashCode(); new Nested().cursor().last.toString(); }
                }
                class Uses {
                    void run(Page<String> page) {
                        for (String each : page) { each.length(); }
                        new Page.Builder<StringBuilder>().first().append(1).reverse();
                        page.new Nested().cursor().hasNext();
                    }
                }
                """);
    }

    @Test
    void type_parameters_may_have_several_bounds_and_name_themselves() throws IOException {
        agree("""
                interface Named { String name(); }
                interface Node<N extends Node<N>> { N parent(); List<N> children(); default N self() { return parent(); } }
                class Leaf implements Node<Leaf> { public Leaf parent() { return this; } public List<Leaf> children() { return null; } int size() { return 1; } }
                class Uses {
                    <E extends Enum<E> & Named> String label(E value) { return value.name().trim() + value.ordinal() + value.compareTo(value); }
                    <T extends Comparable<T>> T max(Collection<? extends T> all) { Iterator<? extends T> i = all.iterator(); T best = i.next(); best.compareTo(i.next()); return best; }
                    <T extends Number & Comparable<? super T>> int order(List<T> all) { return all.get(0).compareTo(all.get(1)) + all.get(0).intValue(); }
                    <N extends Node<N>> void walk(N node) { node.parent().parent().children().get(0).self().hashCode(); node.children().forEach(c -> c.parent().children()); }
                    void run(Leaf leaf) { leaf.self().size(); walk(leaf); max(List.of("a", "b")).length(); order(List.of(1, 2)); leaf.children().get(0).parent().size(); }
                }
                """);
    }

    @Test
    void anonymous_and_local_classes_hide_names_around_them() throws IOException {
        agree("""
                class Order { String id; Integer total() { return 1; } }
                abstract class Job<R> { R result; abstract R call(int n); R twice() { return call(2); } }
                class Uses {
                    Order value = new Order();
                    void run(String value) {
                        value.length();
                        Job<Order> job = new Job<>() {
                            Order value = new Order();
                            Order call(int n) { value.total(); this.value.total(); Uses.this.value.total().byteValue(); twice().total(); return result; }
                        };
                        job.twice().total();
                        class Local<T> extends Job<T> {
                            class Deeper { T t; Local<T> up() { return Local.this; } }
                            T call(int n) { value.length(); return new Deeper().up().twice(); }
                        }
                        new Local<String>().call(1).trim();
                        record Point(int x, List<Order> orders) { Point { orders.size(); } static Point of(Order o) { return new Point(1, List.of(o)); } }
                        Point.of(null).orders().get(0).total();
                        Runnable r = new Runnable() { int n = 0; public void run() { helper(n).trim(); } String helper(int i) { return "" + i; } };
                        r.run();
                        new Object() { void hello(Order o) { o.total(); } }.hello(new Order());
                        var counter = new Object() { int count = 0; Order next() { count++; return value(); } Order value() { return new Order(); } };
                        counter.next().total();
                    }
                    enum Kind { A { String text() { return name().trim(); } }, B; String text() { return name(); } }
                    interface Sized { int size(); default String text() { return String.valueOf(size()); } }
                    void more(Sized sized) { Kind.valueOf("A").text().length(); sized.text().length(); }
                    void other() { class Local { Order order() { return value; } } new Local().order().total(); }
                }
                """);
    }

    @Test
    void switches_patterns_and_conditions_of_every_kind() throws IOException {
        agree("""
                sealed interface Shape permits Circle, Square { }
                record Circle(double r, String name) implements Shape { }
                record Square(Integer side, List<String> names) implements Shape { }
                class Uses {
                    Long field = 2L;
                    String run(Object o, Shape s, DayOfWeekLike d, String text, int n) {
                        if (o instanceof String text2 && text2.length() > 2) { text2.trim(); } else if (o instanceof Integer i) { i.intValue(); }
                        if (!(o instanceof List<?> list)) { return "x".trim(); }
                        list.get(0).hashCode();
                        String label = switch (d) { case MON, TUE -> { String v = d.name().trim(); yield v.toLowerCase(); } default -> text.trim(); };
                        label.length();
                        switch (text) { case "a": String inner = text.trim(); inner.length(); break; case "b": inner = "y"; inner.trim(); default: text.length(); }
                        switch (d) { case MON -> text.trim(); case TUE -> label.length(); default -> throw new IllegalStateException(label.trim()); }
                        int k = switch (n) { case 1 -> { switch (text) { case "z" -> text.trim(); default -> text.length(); } yield text.length(); } default -> 4; };
                        (n > 1 ? "a" : text).length();
                        (n > 1 ? list : new ArrayList<String>()).size();
                        Integer boxed = n > 1 ? n : null;
                        boxed.intValue();
                        String.valueOf(n > 1 ? 1 : 2L).length();
                        outer: for (String each : List.of("a")) { for (char c : each.toCharArray()) { if (c == 'x') continue outer; String.valueOf(c).trim(); } }
                        for (Object field : list) { if (field instanceof Circle field2) { field2.name().length(); } }
                        field.longValue();
                        Object up = o;
                        while (!(up instanceof Square found)) { up = ((List<?>) up).get(0); }
                        found.names().get(0).trim();
                        Object field3 = o instanceof Long field ? field.longValue() : field;
                        field.intValue();
                        return label;
                    }
                }
                enum DayOfWeekLike { MON, TUE; static final Map<String, DayOfWeekLike> ALL = new HashMap<>(); static { for (DayOfWeekLike d : values()) ALL.put(d.name(), d); } }
                """);
    }

    @Test
    void functions_in_every_place() throws IOException {
        agree("""
                class Order { String id; BigDecimal sum; Order(String id) { this.id = id; } Order() { } String getId() { return id; } BigDecimal getSum() { return sum; } List<Order> parts() { return null; } static boolean isBig(Order o) { return true; } Optional<Order> next() { return null; } int compare(Order o) { return 0; } }
                class Uses {
                    interface Step<A, B> { B go(A a) throws Exception; default <C> Step<A, C> then(Step<? super B, ? extends C> next) { return a -> next.go(go(a)); } static <X> Step<X, X> same() { return x -> x; } }
                    interface OrderMaker extends Function<String, Order> { }
                    Function<Order, String> field = o -> o.getId().trim();
                    Supplier<Supplier<List<Order>>> deep = () -> () -> new ArrayList<>();
                    <A> void twice(BiFunction<? super A, ? super A, ? extends A> f, A a) { f.apply(a, a).hashCode(); }
                    <T, R> List<R> each(Collection<? extends T> all, Function<? super T, ? extends R> f) { return all.stream().<R>map(f).collect(Collectors.toList()); }
                    void run(List<Order> orders, Map<String, List<Order>> byId, ExecutorService pool) throws Exception {
                        each(orders, Order::getId).get(0).trim();
                        each(orders, o -> o.getSum()).get(0).negate();
                        deep.get().get().get(0).getId().length();
                        OrderMaker maker = Order::new; maker.apply("x").getId().trim(); maker.andThen(Order::getId).apply("y").length();
                        Step<String, Order> step = Order::new;
                        step.then(Order::getSum).then(BigDecimal::negate).go("x").abs();
                        Step.<String>same().then(String::length).go("a").intValue();
                        orders.stream().filter(Order::isBig).sorted(Order::compare).map(Order::next).flatMap(Optional::stream).map(Order::getId).map(String::trim).forEach(System.out::println);
                        orders.stream().collect(Collectors.groupingBy(Order::getId, LinkedHashMap::new, Collectors.mapping(Order::getSum, Collectors.reducing(BigDecimal.ZERO, BigDecimal::add)))).values().iterator().next().abs();
                        orders.stream().collect(Collectors.teeing(Collectors.counting(), Collectors.averagingInt(o -> o.parts().size()), (n, avg) -> n.intValue() + avg.intValue())).intValue();
                        orders.stream().collect(Collectors.collectingAndThen(Collectors.toList(), all -> all.get(0))).getId();
                        orders.stream().collect(Collectors.partitioningBy(o -> o.id == null, Collectors.counting())).get(true).intValue();
                        orders.stream().map(o -> { if (o.id == null) { return null; } return o.parts(); }).filter(Objects::nonNull).flatMap(List::stream).mapToInt(o -> o.getId().length()).boxed().map(Integer::byteValue).toList().get(0).intValue();
                        orders.stream().reduce(BigDecimal.ZERO, (acc, o) -> acc.add(o.getSum()), BigDecimal::add).abs();
                        orders.stream().collect(ArrayList<Order>::new, ArrayList::add, ArrayList::addAll).get(0).getId();
                        byId.entrySet().stream().sorted(Map.Entry.comparingByKey(Comparator.reverseOrder())).map(e -> e.getValue().get(0)).findFirst().get().getId();
                        byId.entrySet().stream().sorted(Map.Entry.<String, List<Order>>comparingByKey().reversed()).map(Map.Entry::getValue).findFirst().orElseThrow().get(0).getId();
                        byId.entrySet().stream().max(Map.Entry.comparingByValue(Comparator.comparingInt(List::size))).map(Map.Entry::getKey).orElse("").trim();
                        byId.computeIfAbsent("a", k -> new ArrayList<>()).add(new Order(byId.merge("a", List.of(), (a, b) -> a.isEmpty() ? b : a).get(0).getId()));
                        byId.values().stream().flatMap(Collection::stream).collect(Collectors.toMap(o -> o.getId(), Function.identity(), (a, b) -> b, TreeMap::new)).firstEntry().getValue().getSum().abs();
                        pool.submit(() -> orders.get(0)).get().getId(); pool.submit(() -> { orders.clear(); }).get();
                        pool.invokeAll(orders.stream().<Callable<String>>map(o -> () -> o.getId().trim()).toList()).get(0).get().length();
                        twice((a, b) -> a.getId().isEmpty() ? a : b, orders.get(0));
                        Comparator.comparing((Order o) -> o.getId().length()).thenComparing(Order::getSum, Comparator.nullsLast(Comparator.naturalOrder())).reversed().compare(null, null);
                        BiFunction<String, Integer, Character> at = String::charAt; at.andThen(c -> c.charValue()).apply("a", 0).compareTo('a');
                        Function<Integer, Order[]> many = Order[]::new; many.apply(3)[0].getId().trim();
                        IntFunction<List<String>> lists = ArrayList::new; lists.apply(3).get(0).trim();
                        Stream.of(1, 2).map(n -> n > 1 ? "a" : null).toList().get(0).trim();
                        Stream.of(orders.get(0), null).map(var -> var.getId()).count();
                        CompletableFuture.supplyAsync(() -> orders.get(0)).thenCompose(o -> CompletableFuture.completedFuture(o.getId())).thenApply(String::length).join().intValue();
                        Optional.ofNullable(orders.get(0)).map(o -> o.parts()).filter(p -> !p.isEmpty()).map(p -> p.get(0)).or(() -> Optional.of(new Order())).get().getId();
                        ((Function<Order, String>) o -> o.getId().trim()).apply(orders.get(0)).length();
                        Function<Order, Function<Order, String>> curried = a -> b -> a.getId().concat(b.getId()); curried.apply(null).apply(null).trim();
                        this.<Order, BigDecimal>each(orders, Order::getSum).get(0).abs();
                        Collections.max(orders, (a, b) -> a.getSum().compareTo(b.getSum())).getId();
                        orders.toArray(new Order[0])[0].getId(); orders.toArray(Order[]::new)[0].getId();
                        Arrays.stream(new Order[1]).map(Order::getId).toArray(String[]::new)[0].trim();
                        IntStream.range(0, 3).mapToObj(i -> orders.get(i)).map(o -> Map.entry(o.getId(), o)).toList().get(0).getValue().getSum().abs();
                        new TreeMap<>(Comparator.comparing(String::length)).headMap("a").size();
                        new Thread(() -> orders.get(0).getId().trim()).start();
                    }
                }
                """);
    }

    @Test
    void overloads_that_only_a_function_tells_apart() throws IOException {
        agree("""
                interface Source { Integer open(int n); default String open(String s) { return s; } }
                interface Named { String name(); String label(); }
                interface Wide { Number value(); Object other(); }
                interface Narrow { Integer value(); }
                interface Both extends Wide, Narrow { }
                class Uses {
                    private static Integer secret(Class<?> c) { return 1; }
                    String with(Named n) { return ""; } Integer with(Supplier<String> s) { return 1; } Long times(Runnable r) { return 1L; } <T> List<T> times(Supplier<T> s) { return null; }
                    Integer both(String s) { return 1; } Long both(List<Integer> l) { return 1L; }
                    <T> T any(Class<T> type) { return null; } static <T> Class<T> load(String name) { return null; } void nothing() { }
                    Integer each(Function<String, Integer> f) { return 1; } Long each(BiFunction<String, String, Integer> f) { return 1L; }
                    void run(List<Integer> list, Both b, Source source, Consumer<Source> sources) {
                        with(() -> "a").intValue(); times(() -> nothing()).longValue(); times(() -> list.get(0)).get(0).intValue(); times(() -> { }).longValue(); times(this::nothing).longValue();
                        both(list.stream().map(n -> n + 1).collect(Collectors.toList())).longValue(); both(String.valueOf(1)).intValue();
                        any(load("x")); b.value().intValue(); sources.accept(n -> n + 1); source.open("a").trim(); source.open(1).intValue();
                        each(String::length).intValue(); each(String::compareTo).longValue(); each(s -> s.length()).intValue(); each((a, c) -> a.length()).longValue();
                        java.sql.Date.valueOf(java.time.LocalDate.now().query(java.time.LocalDate::from)).toLocalDate();
                        Optional.of(list).map(l -> Collections.emptyList()).get().size();
                    }
                }
                """);
    }

    @Test
    void raw_types_wildcards_and_casts() throws IOException {
        agree("""
                class Box<T extends CharSequence> { T value; T get() { return value; } List<T> all() { return null; } <S> Map<S, T> map(S key) { return null; } static <Q> Box<String> of(Q q) { return null; } }
                class Sub extends Box { }
                class Uses {
                    @SuppressWarnings({"rawtypes", "unchecked"})
                    void run(List raw, Map<String, ?> any, List<? super Integer> lower, Class<?> type, Box box, Box<?> open, Object[] os, Collection<? extends Map<String, ? extends List<? extends Number>>> deep) throws Exception {
                        raw.get(0).hashCode(); for (Object o : raw) { o.hashCode(); } ((List<String>) raw).get(0).trim();
                        raw.iterator().next().toString(); raw.stream().map(o -> o.toString()).findFirst().get().hashCode();
                        any.get("a").hashCode(); any.entrySet().iterator().next().getValue().hashCode(); any.keySet().iterator().next().trim();
                        lower.get(0).hashCode(); lower.add(3);
                        type.getSimpleName().trim(); type.getConstructor().newInstance().hashCode(); type.asSubclass(Number.class).cast(null).intValue();
                        box.get().length(); box.all().get(0).hashCode(); box.map("a").size(); Box.of(1).get().trim(); new Sub().get().length();
                        open.get().length(); open.all().get(0).length(); open.map(1).values().iterator().next().length();
                        os.clone()[0].hashCode(); new int[][] {{1}}.clone()[0].clone(); os.getClass().getComponentType().getName();
                        deep.iterator().next().get("a").get(0).intValue(); deep.stream().flatMap(m -> m.values().stream()).flatMap(l -> l.stream()).mapToInt(Number::intValue).sum();
                        getClass().getName().trim(); "a".getClass().cast("b").trim();
                        Collections.sort((List) raw); new ArrayList(raw).get(0).hashCode(); Arrays.asList(1, 2.0).get(0).intValue(); Arrays.asList(raw, new ArrayList<String>()).get(0).size();
                        Map.of("a", 1).entrySet().toArray(new Map.Entry[0])[0].getKey().hashCode();
                        Enum.valueOf(Thread.State.class, "NEW").name().trim(); EnumSet.allOf(Thread.State.class).clone().stream().findFirst().get().ordinal(); new EnumMap<>(Map.of(Thread.State.NEW, "a")).get(Thread.State.NEW).trim();
                        Integer.valueOf(3).compareTo(4); ((Comparable<String>) "a").compareTo("b"); (1 + "a" + 2L).trim(); ((Object) "a").hashCode(); ((char) 65 + "").trim(); Character.toString('a' + 1);
                        int[] counts = {1}; counts[0]++; String.valueOf(counts[0]).trim(); long big = 1; big += counts.length; Long.valueOf(big).intValue();
                    }
                }
                """);
    }

    @Test
    void constructors_super_calls_and_statics() throws IOException {
        agree("""
                interface Greeter { private String secret() { return "a"; } default String greet() { return secret().trim(); } static Greeter plain() { return new Greeter() { }; } }
                class Base<T> implements Greeter { protected T it; static int count; private int hidden() { return 1; } <X> Base(X x, List<? extends X> more) { x.hashCode(); } Base(T it) { this.it = it; } protected T it() { return it; } public String greet() { return Greeter.super.greet().trim(); } static <Z> Z pick(Z... all) { return all[0]; } }
                class Sub extends Base<String> {
                    Sub() { this("a".trim()); }
                    Sub(String s) { super(s.concat("b")); super.it().trim(); this.it.length(); }
                    Sub(int n) { super(n, List.of(n)); }
                    protected String it() { return super.it().trim(); }
                    class In { String up() { return Sub.this.it().trim() + Sub.super.it().trim() + it.length(); } }
                    static Sub make() { return new Sub(); }
                    String var(String... parts) { return parts[0].trim(); } Integer var(Object o) { return 1; } Long var(int n) { return 1L; } Double var(long n) { return 1d; } Character var(Integer n) { return 'a'; }
                    void run(StringBuilder b, PrintStream out, List<Integer> list, char[] cs) {
                        pick("a", "b").trim(); pick(1, 2).intValue(); Base.pick(list).get(0); new In().up().trim(); make().it().length(); this.new In().up();
                        var("a").intValue(); var("a", "b").trim(); var(1).intValue(); var(1L).intValue(); var((short) 1).intValue(); var(Integer.valueOf(1)).charValue(); var('c').intValue(); var(1.0).intValue(); var().trim();
                        list.remove(1).intValue(); list.remove(Integer.valueOf(1)); b.append(cs).append('c').append(1L).append(b).append((Object) "x").reverse(); out.println(cs); out.printf("%s", 1).println('a');
                        Greeter.plain().greet().length(); new Sub(3) { String extra() { return it().trim() + greet().trim(); } }.extra().length();
                        String.format("%s %d", "a", 1).trim(); String.join(",", list.stream().map(String::valueOf).toList()).trim(); Objects.hash(1, "a"); List.of(1, 2, 3).indexOf(2); Math.max(1, 2L); BigDecimal.valueOf(1).add(BigDecimal.valueOf(1.0)).setScale(2, RoundingMode.UP).toPlainString();
                    }
                }
                """);
    }

    private void agree(String text) throws IOException {
        AgreedText.agree(folder, text);
    }
}
