package dev.seqscan.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The implementations of Jakarta Persistence, as far as they differ in what they send. It is told by the property that the
 * specification has for it (Jakarta Persistence 3.1, section 8.2.1.4), else by what the build and the code name.
 */
public enum PersistenceProvider {
    /** What Spring Boot, Quarkus and most servers bring. */
    HIBERNATE("org.hibernate.jpa.HibernatePersistenceProvider", "org.hibernate.", "HibernateJpaVendorAdapter",
            List.of("org.hibernate:hibernate-core", "org.hibernate:hibernate-entitymanager", "org.hibernate.orm:hibernate-core",
                    "io.quarkus:quarkus-hibernate-orm", "io.quarkus:quarkus-hibernate-orm-panache",
                    "io.dropwizard:dropwizard-hibernate")),
    /** EclipseLink. */
    ECLIPSELINK("org.eclipse.persistence.jpa.PersistenceProvider", "org.eclipse.persistence.", "EclipseLinkJpaVendorAdapter",
            List.of("org.eclipse.persistence:eclipselink", "org.eclipse.persistence:org.eclipse.persistence.jpa")),
    /** Apache OpenJPA. */
    OPENJPA("org.apache.openjpa.persistence.PersistenceProviderImpl", "org.apache.openjpa.", "OpenJpaVendorAdapter",
            List.of("org.apache.openjpa:openjpa", "org.apache.openjpa:openjpa-all", "org.apache.openjpa:openjpa-persistence-jdbc")),
    /** Another one. */
    OTHER("", "", "", List.of());

    private static final String SETTING = "jakarta.persistence.provider";
    private static final String VENDORS = "org.springframework.orm.jpa.vendor.";

    /** The validator and the XML binding of the same makers. */
    private static final Pattern NO_PERSISTENCE =
            Pattern.compile("^org\\.(?:hibernate\\.validator|eclipse\\.persistence\\.(?:jaxb|oxm|moxy))\\.");

    /** Where a page is cut out of rows that a fetched collection has multiplied. */
    public enum Cut {
        /** All rows are read first. */
        IN_MEMORY,
        /** By the database, whatever becomes of the collections. */
        IN_DATABASE,
        /** Not known. */
        UNKNOWN
    }

    private final String className;
    private final String packages;
    private final String adapter;
    private final List<String> libraries;

    PersistenceProvider(String className, String packages, String adapter, List<String> libraries) {
        this.className = className;
        this.packages = packages;
        this.adapter = adapter;
        this.libraries = libraries;
    }

    /** The provider that settings name; Hibernate where they name none. */
    public static PersistenceProvider of(Settings settings) {
        Optional<String> named = settings.text(SETTING, "javax.persistence.provider");
        return named.map(name -> Arrays.stream(values()).filter(each -> !each.packages.isEmpty() && name.startsWith(each.packages))
                .findFirst().orElse(OTHER)).orElse(HIBERNATE);
    }

    /**
     * The settings of an application with the provider that its build and its code name, where they name just one.
     *
     * @param imports names that its code imports, with their places
     * @param libraries {@code groupId:artifactId} of what its build depends on
     * @param build where the build stands
     */
    public static Settings applied(Settings settings, Collection<Settings.Value> imports, Set<String> libraries,
            Settings.Value build) {
        if (settings.text(SETTING, "javax.persistence.provider").isPresent()) {
            return settings;
        }
        Optional<Settings.Value> found = only(imports.stream().filter(each -> each.text().startsWith(VENDORS)).toList())
                .or(() -> only(libraries.stream().flatMap(each -> byLibrary(each).stream())
                        .map(each -> new Settings.Value(each.packages, build.place())).toList()))
                .or(() -> only(imports));
        if (found.isEmpty()) {
            return settings;
        }
        Map<String, Settings.Value> values = new TreeMap<>(settings.all());
        values.put(SETTING, found.get());
        return new Settings(values);
    }

    /** The provider of several names, if they all mean the same one. */
    private static Optional<Settings.Value> only(Collection<Settings.Value> names) {
        Map<PersistenceProvider, List<Settings.Value>> byProvider = names.stream()
                .filter(each -> byImport(each.text()).isPresent())
                .collect(Collectors.groupingBy(each -> byImport(each.text()).orElseThrow(), TreeMap::new, Collectors.toList()));
        return byProvider.size() != 1 ? Optional.empty() : byProvider.entrySet().stream()
                .map(each -> new Settings.Value(each.getKey().className, each.getValue().get(0).place())).findFirst();
    }

    private static Optional<PersistenceProvider> byImport(String name) {
        return Arrays.stream(values()).filter(each -> !each.packages.isEmpty()).filter(each -> name.equals(VENDORS + each.adapter)
                || name.startsWith(each.packages) && !NO_PERSISTENCE.matcher(name).find()).findFirst();
    }

    private static Optional<PersistenceProvider> byLibrary(String library) {
        String lower = library.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(each -> each.libraries.contains(lower)).findFirst();
    }

    /**
     * Whether each entity is kept in a cache that all transactions share, unless its mapping says otherwise: EclipseLink does
     * so by default ("cache.shared.default"), other providers only what is asked for.
     */
    public static boolean cachesAll(Settings settings) {
        boolean switched = settings.text("eclipselink.cache.shared.default").filter(each -> !each.equalsIgnoreCase("true")).isPresent()
                || settings.text("jakarta.persistence.shared-cache.mode", "javax.persistence.shared-cache.mode",
                        "jakarta.persistence.sharedcache.mode", "javax.persistence.sharedcache.mode").isPresent();
        return of(settings) == ECLIPSELINK && !switched;
    }

    /**
     * Whether the side of a one-to-one without the foreign key is loaded with its owner whatever the mapping says. Others than
     * Hibernate weave a place holder into the owner, or load each lazy object with it, where they do not weave.
     */
    public boolean loadsInverseSides() {
        return this == HIBERNATE;
    }

    /**
     * Hibernate reads all rows (User Guide, "Pagination"); EclipseLink gives the limit to the database, which counts joined
     * rows ("Specify MaxResultSize of owning Entity", list of its users).
     */
    public Cut cutsPages() {
        return switch (this) {
            case HIBERNATE -> Cut.IN_MEMORY;
            case ECLIPSELINK -> Cut.IN_DATABASE;
            case OPENJPA, OTHER -> Cut.UNKNOWN;
        };
    }
}
