package dev.seqscan.schema.liquibase;

import dev.seqscan.schema.Product;
import dev.seqscan.schema.Products;
import java.util.Set;
import java.util.TreeSet;

/** Tells for which database products a part of a changelog is meant. */
final class Conditions {

    private final Product product;

    Conditions(Product product) {
        this.product = product;
    }

    /** Products that a list {@code postgresql, h2} names without excluding them. */
    static Set<Product> named(String list) {
        Set<Product> named = new TreeSet<>();
        for (String each : list.split(",")) {
            if (!each.strip().startsWith("!")) {
                named.add(Products.ofName(each.strip()));
            }
        }
        named.remove(Product.UNKNOWN);
        return named;
    }

    /** Whether a list {@code postgresql, h2} or {@code !h2} holds for the product (Liquibase documentation, "dbms"). */
    boolean holdsFor(String list) {
        boolean positive = false;
        for (String each : list.split(",")) {
            String name = each.strip();
            if (name.startsWith("!")) {
                if (is(name.substring(1).strip())) {
                    return false;
                }
            } else if (name.equalsIgnoreCase("all") || is(name)) {
                return true;
            } else {
                positive |= !name.isEmpty();
            }
        }
        return !positive;
    }

    /** MariaDB is often reached by the driver of MySQL, and is MySQL to Liquibase then. */
    private boolean is(String name) {
        Product named = Products.ofName(name);
        return named != Product.UNKNOWN && (named == product || named == Product.MYSQL && product == Product.MARIADB);
    }

    /** Whether preconditions hold, as far as they ask for the product; all others are not known. */
    Truth holds(Node conditions) {
        Truth result = Truth.YES;
        for (Node each : conditions.children()) {
            result = result.and(single(each));
        }
        return result;
    }

    private Truth single(Node condition) {
        return switch (condition.name()) {
            case "dbms" -> Truth.of(holdsFor(condition.attribute("type").orElse(condition.text())));
            case "not" -> holds(condition).not();
            case "and" -> holds(condition);
            case "or" -> condition.children().stream().map(this::single).reduce(Truth.NO, Truth::or);
            default -> Truth.UNKNOWN;
        };
    }
}
