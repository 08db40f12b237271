package dev.seqscan.program;

import dev.seqscan.source.Notices;
import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.java.JavaReader;
import dev.seqscan.testkit.javac.ComparedSources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Links Java texts against the JDK and the shipped signature index, and tells the type of an expression by its text. */
final class LinkedTexts {

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
    private static final Module MODULE = new Module("shop", "", Set.of(""));
    private static final ClassSource LIBRARIES = ComparedSources.shippedLibraries();

    private final Map<String, String> texts = new LinkedHashMap<>();
    private List<LinkedBody> bodies;

    /** A method body with a list of orders and an order in reach. */
    static LinkedTexts body(String statements) {
        return classes("class Service { private List<Order> orders; Order order; "
                + "<T> void run(Object input, T generic) {\n" + statements + "\n} }");
    }

    /** Classes beside the domain, which may use {@code use(..)} for any values. */
    static LinkedTexts classes(String text) {
        return new LinkedTexts().add(DOMAIN).add(IMPORTS + text);
    }

    LinkedTexts add(String text) {
        texts.put("File" + texts.size() + ".java", text);
        return this;
    }

    /** The type of the last expression with that text; {@code "none"} where there is no such expression. */
    String type(String expression) {
        String found = "none";
        for (LinkedBody body : bodies()) {
            for (Map.Entry<Expression, JavaType> each : body.types()) {
                if (text(body.owner().file().path(), each.getKey().span()).equals(expression)) {
                    found = each.getValue().toString();
                }
            }
        }
        return found;
    }

    /** The method that a call with that text means, as {@code com.shop.Order#getId()}. */
    String target(String call) {
        for (LinkedBody body : bodies()) {
            for (Map.Entry<Expression, JavaType> each : body.types()) {
                if (text(body.owner().file().path(), each.getKey().span()).equals(call)
                        && body.target(each.getKey()).isPresent()) {
                    return body.target(each.getKey()).get().key();
                }
            }
        }
        return "none";
    }

    private List<LinkedBody> bodies() {
        if (bodies == null) {
            bodies = new ArrayList<>();
            Program program = new Program(LIBRARIES);
            JavaReader reader = new JavaReader();
            Notices notices = new Notices();
            texts.forEach((path, text) ->
                    program.add(reader.read(new TextFile(path, text), notices), MODULE, false, notices));
            if (!notices.all().isEmpty()) {
                throw new AssertionError(notices.all().toString());
            }
            Linker linker = new Linker(new Shapes(program));
            program.classes().forEach(type -> bodies.addAll(linker.link(type)));
        }
        return bodies;
    }

    private String text(String path, Span span) {
        String[] lines = texts.get(path).split("\n", -1);
        if (span.startLine() == span.endLine()) {
            return lines[span.startLine() - 1].substring(span.startColumn() - 1, span.endColumn() - 1);
        }
        StringBuilder text = new StringBuilder(lines[span.startLine() - 1].substring(span.startColumn() - 1));
        for (int line = span.startLine() + 1; line < span.endLine(); line++) {
            text.append('\n').append(lines[line - 1]);
        }
        return text.append('\n').append(lines[span.endLine() - 1], 0, span.endColumn() - 1).toString();
    }
}
