package dev.seqscan.entity.xml;

import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How an element is fetched and what is done with it. The defaults are those of the attributes {@code lazy} and
 * {@code fetch} in the Hibernate ORM 3.6 reference ("Basic O/R mapping", "Collection mapping", "Fetching strategies"),
 * which {@code hibernate-mapping-3.0.dtd} leaves open: a to-one is {@code lazy="proxy"}, a collection {@code lazy="true"},
 * and both are fetched by {@code select}. A {@code fetch="join"} acts on look-ups and Criteria, and leaves what is lazy
 * lazy in queries.
 */
final class HbmFetching {

    private HbmFetching() {
    }

    /** Hibernate's fetch mode; {@code lazy} is an attribute that only a mapping file can give. */
    static AnnotationUse mode(XmlElement element, boolean lazy) {
        return AnnotationBuilder.hibernate("Fetch", element).constant("value", mode(element)).flag("lazy", lazy).build();
    }

    private static String mode(XmlElement element) {
        Optional<String> fetch = element.attribute("fetch");
        boolean outerJoin = element.attribute("outer-join").orElse("").equals("true");
        return fetch.map(each -> each.toUpperCase(Locale.ROOT)).orElse(outerJoin ? "JOIN" : "SELECT");
    }

    static String type(boolean lazy) {
        return lazy ? "LAZY" : "EAGER";
    }

    /** What a removal of the owner does to its other end; {@code all-delete-orphan} and lists of styles are Hibernate's. */
    static List<String> cascade(XmlElement element, HbmDefaults defaults) {
        List<String> found = new ArrayList<>();
        for (String style : element.attribute("cascade").orElse(defaults.cascade()).split(",")) {
            switch (style.strip()) {
                case "all", "all-delete-orphan" -> found.add("ALL");
                case "delete", "remove", "delete-orphan" -> found.add("REMOVE");
                default -> { }
            }
        }
        return found;
    }

    /** The cache and the batch size, of a class or of a collection. */
    static List<AnnotationUse> cacheAndBatch(XmlElement element) {
        List<AnnotationUse> uses = new ArrayList<>();
        element.child("cache").ifPresent(cache -> uses.add(AnnotationBuilder.hibernate("Cache", cache)
                .constant("usage", constant(cache.attribute("usage").orElse("read-write"))).build()));
        element.attribute("batch-size").flatMap(HbmFetching::number).ifPresent(size ->
                uses.add(AnnotationBuilder.hibernate("BatchSize", element).number("size", size).build()));
        return uses;
    }

    private static String constant(String usage) {
        return usage.strip().replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Optional<Long> number(String text) {
        return text.strip().matches("\\d{1,9}") ? Optional.of(Long.valueOf(text.strip())) : Optional.empty();
    }
}
