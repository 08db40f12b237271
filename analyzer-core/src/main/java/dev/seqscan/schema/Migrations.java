package dev.seqscan.schema;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Decides which SQL scripts of one application make its schema and in which order, and replays them. Flyway's scripts
 * come first, then Spring's {@code schema.sql}; only where neither is found, folders with scripts that create tables.
 */
public final class Migrations {

    private static final Pattern TEST = Pattern.compile("(?:^|.*/)(?:src/)?(?:test|tests|it|integrationTest|testFixtures)/.*");

    private final FlywayScripts flyway;
    private final Map<String, String> placeholders;
    private final Product hint;
    private final Notices notices;

    /**
     * Prepares for one application.
     *
     * @param locations Flyway's locations as its settings name them, with or without {@code classpath:} and
     *        {@code {vendor}}; empty for the default {@code db/migration}
     * @param placeholders values of Flyway's placeholders
     * @param hint the product that settings or drivers tell, see {@link Products}, or {@link Product#UNKNOWN}
     */
    public Migrations(Collection<String> locations, Map<String, String> placeholders, Product hint, Notices notices) {
        this.flyway = new FlywayScripts(locations, notices);
        this.placeholders = Map.copyOf(placeholders);
        this.hint = hint;
        this.notices = notices;
    }

    /**
     * One schema for each product for which there are scripts of its own, ordered by product, else one for all; none
     * where no script makes a table. Test folders are left out.
     */
    public List<Schema> schemas(Collection<TextFile> files) {
        List<TextFile> own = withoutTests(files);
        List<TextFile> chosen = flywayScripts(own);
        boolean isFlyway = !chosen.isEmpty();
        if (chosen.isEmpty()) {
            chosen = PlainScripts.ofSpring(own);
        }
        return schemas(chosen.isEmpty() ? PlainScripts.ofAnyFolder(own) : chosen, isFlyway);
    }

    /** The same of Flyway's scripts only. */
    public List<Schema> ofFlyway(Collection<TextFile> files) {
        return schemas(flywayScripts(withoutTests(files)), true);
    }

    /** The SQL scripts that lie in no test folder, ordered by path. */
    public static List<TextFile> withoutTests(Collection<TextFile> files) {
        return files.stream().filter(file -> file.path().endsWith(".sql"))
                .filter(file -> !TEST.matcher(file.path()).matches())
                .sorted(Comparator.comparing(TextFile::path)).toList();
    }

    private List<TextFile> flywayScripts(List<TextFile> own) {
        List<TextFile> ofFlyway = own.stream().filter(flyway::isInLocation).toList();
        return ofFlyway.stream().anyMatch(file -> FlywayFile.of(file).isPresent()) ? ofFlyway : List.of();
    }

    private List<Schema> schemas(List<TextFile> chosen, boolean isFlyway) {
        Map<Product, List<TextFile>> byProduct = byProduct(withoutOthers(chosen));
        List<Schema> schemas = Workers.map(List.copyOf(byProduct.keySet()), product -> {
            List<TextFile> scripts = byProduct.get(product);
            return replay(product, isFlyway ? flyway.inOrder(scripts) : new PresentScripts(notices).of(scripts));
        });
        return schemas.stream().filter(schema -> !schema.tables().isEmpty()).toList();
    }

    private Schema replay(Product product, List<TextFile> scripts) {
        SchemaReplay replay = new SchemaReplay(product, placeholders, notices);
        scripts.forEach(replay::replay);
        return replay.schema();
    }

    private List<TextFile> withoutOthers(List<TextFile> scripts) {
        List<TextFile> known = new ArrayList<>();
        for (TextFile script : scripts) {
            boolean other = FlywayFile.of(script).isEmpty() && Products.isOther(script.name())
                    || Products.isOther(folderName(script));
            if (other) {
                notices.add(Notice.Kind.NOT_READ, script.path(), 0, "it is for a database product that is not known");
            } else {
                known.add(script);
            }
        }
        return known;
    }

    private static String folderName(TextFile script) {
        String[] parts = script.path().split("/");
        return parts.length < 2 ? "" : parts[parts.length - 2];
    }

    /** Scripts that name no product are part of every product's schema. */
    private Map<Product, List<TextFile>> byProduct(List<TextFile> scripts) {
        Map<Product, List<TextFile>> named = new TreeMap<>();
        scripts.forEach(script -> named.computeIfAbsent(product(script), key -> new ArrayList<>()).add(script));
        List<TextFile> common = named.getOrDefault(Product.UNKNOWN, List.of());
        named.remove(Product.UNKNOWN);
        Map<Product, List<TextFile>> byProduct = new TreeMap<>();
        if (named.isEmpty() && !scripts.isEmpty()) {
            byProduct.put(ofAll(scripts), scripts);
        }
        named.forEach((product, own) -> {
            Set<TextFile> wanted = new HashSet<>(PlainScripts.withoutReplaced(common, own));
            wanted.addAll(own);
            byProduct.put(product, scripts.stream().filter(wanted::contains).toList());
        });
        return byProduct;
    }

    private Product ofAll(List<TextFile> scripts) {
        return hint != Product.UNKNOWN ? hint : Products.ofDialect(scripts.stream().map(TextFile::text).toList());
    }

    /** The product that the last folder or the name of a script names. */
    private static Product product(TextFile script) {
        boolean versioned = FlywayFile.of(script).isPresent();
        Product found = versioned ? Product.UNKNOWN : Products.ofName(script.name().replaceFirst("\\.sql$", ""));
        String[] folders = script.path().split("/");
        for (int i = folders.length - 2; i >= 0 && found == Product.UNKNOWN; i--) {
            found = Products.ofName(folders[i]);
        }
        return found;
    }
}
