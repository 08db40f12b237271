package dev.seqscan.schema.liquibase;

import dev.seqscan.schema.Product;
import dev.seqscan.schema.Products;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.SchemaReplay;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Replays the changelogs of one application. */
public final class LiquibaseMigrations {

    private final ChangelogFiles files;
    private final Set<String> contexts;
    private final Product hint;
    private final Notices notices;
    private final List<Changelog> roots;
    private final boolean rootMissing;

    /**
     * Prepares for one application.
     *
     * @param changelogs that may be included, see {@link ChangelogReader}
     * @param scripts in SQL, with Liquibase's comments or without
     * @param root the changelog that the settings name, if they do
     * @param contexts that the settings name, in lower case; none where they name none
     * @param hint the product that settings or drivers tell, or {@link Product#UNKNOWN}
     */
    public LiquibaseMigrations(Collection<Changelog> changelogs, Collection<TextFile> scripts, Optional<String> root,
            Set<String> contexts, Product hint, Notices notices) {
        this.files = new ChangelogFiles(changelogs, scripts);
        this.contexts = Set.copyOf(contexts);
        this.hint = hint;
        this.notices = notices;
        Optional<Changelog> named = root.flatMap(name -> files.changelog(name, false, ""));
        this.rootMissing = root.isPresent() && named.isEmpty();
        this.roots = named.map(List::of).orElseGet(() -> new Roots(files).find());
    }

    /** Whether there is any changelog. */
    public boolean isUsed() {
        return !roots.isEmpty();
    }

    /** Whether the settings name a changelog that is not there. */
    public boolean isRootMissing() {
        return rootMissing;
    }

    /**
     * One schema for each product that change sets are meant for, else one for all; only those with tables.
     *
     * @param mapped the tables of the mapping on a product, on which changes may build, or none
     */
    public List<Schema> schemas(Function<Product, Map<String, Table>> mapped) {
        List<Schema> schemas = new ArrayList<>();
        for (Product product : products()) {
            SchemaReplay replay = new SchemaReplay(product, Map.of(), mapped.apply(product), notices);
            ChangelogReplay walk = new ChangelogReplay(files, contexts, replay, notices);
            for (Changelog root : roots) {
                walk.replay(root, replay.schema());
            }
            Schema schema = replay.schema();
            if (!schema.tables().isEmpty()) {
                schemas.add(schema);
            }
        }
        return schemas;
    }

    /** The product of the settings first; embedded ones, which most often serve tests, only where there is no other. */
    private Set<Product> products() {
        if (roots.isEmpty()) {
            return Set.of();
        }
        Set<Product> named = new TreeSet<>();
        List<String> texts = new ArrayList<>();
        files.all().forEach(file -> file.root().each(node -> look(node, named, texts)));
        Set<Product> products = new LinkedHashSet<>();
        if (hint != Product.UNKNOWN) {
            products.add(hint);
        }
        named.stream().filter(each -> !each.isEmbedded()).forEach(products::add);
        if (products.isEmpty()) {
            Product spoken = Products.ofDialect(texts);
            products.add(spoken == Product.UNKNOWN && !named.isEmpty() ? named.iterator().next() : spoken);
        }
        return products;
    }

    private static void look(Node node, Set<Product> named, List<String> texts) {
        if (node.name().equals("changeSet")) {
            node.attribute("dbms").ifPresent(list -> named.addAll(Conditions.named(list)));
        }
        if (node.name().equals("changeSet") || node.name().equals("include")) {
            node.attribute("contextFilter", "context").ifPresent(expression -> named.addAll(Contexts.products(expression)));
        }
        node.attribute("type").ifPresent(texts::add);
        if (!node.text().isBlank()) {
            texts.add(node.text());
        }
    }
}
