package dev.seqscan.query.jpa;

import dev.seqscan.config.PersistenceProvider;
import dev.seqscan.config.Settings;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Delivery;
import dev.seqscan.query.Query.Writing;
import dev.seqscan.query.QueryContext;
import dev.seqscan.schema.Product;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the writes of a persistence context get to the database (Hibernate User Guide, "Batching" and "Flushing"; EclipseLink,
 * "jdbc.batch-writing"): they wait for the flush and are sent one by one, or in batches where these are asked for. A row whose
 * identifier the database makes as it is inserted is sent alone, and never in a batch. What other providers do is not known.
 */
public final class EntityWrites {

    private static final String[] BATCH_SIZE = {"spring.jpa.properties.hibernate.jdbc.batch-size",
        "hibernate.jdbc.batch-size", "quarkus.hibernate-orm.jdbc.statement-batch-size"};
    private static final String[] NEW_GENERATORS = {"spring.jpa.hibernate.use-new-id-generator-mappings",
        "spring.jpa.properties.hibernate.id.new-generator-mappings", "hibernate.id.new-generator-mappings"};
    private static final String[] BATCH_WRITING = {"spring.jpa.properties.eclipselink.jdbc.batch-writing",
        "eclipselink.jdbc.batch-writing"};
    private static final Set<Product> NATIVE_IDENTITY = Set.of(Product.MYSQL, Product.MARIADB, Product.SQLSERVER, Product.H2);
    /** A size that is set at run time only is taken to be one. */
    private static final Pattern NO_BATCH = Pattern.compile("\\s*(?:-\\d+|0*1?)\\s*");
    private static final Set<String> PRIMITIVES = Set.of("int", "long", "short");

    private final QueryContext context;
    private final Settings settings;
    private final PersistenceProvider provider;
    private final Optional<Entity> entity;

    /** Takes the class that is written; empty or one that is no entity where it is not known. */
    public EntityWrites(String className, QueryContext context) {
        this.context = context;
        this.settings = context.settings();
        this.provider = PersistenceProvider.of(settings);
        this.entity = context.entities().ofClass(className).filter(each -> each.kind() == Entity.Kind.ENTITY);
    }

    /** {@code persist} and {@code remove}, which only run in a transaction. */
    public Writing held() {
        return new Writing(inserts(), changes(), false, false, false);
    }

    /** {@code merge} and whatever else loads the row first. */
    public Writing afterLoading() {
        return new Writing(inserts(), changes(), true, false, false);
    }

    /**
     * {@code save} of a repository: a new entity is persisted, another merged. One whose identifier is assigned is taken
     * to be there already, unless a version says otherwise (Spring Data JPA reference, "Entity State-detection
     * Strategies").
     */
    public Writing saved() {
        return new Writing(inserts(), changes(), isTakenForStored(), true, false);
    }

    /** {@code delete} of a repository. */
    public Writing removed(boolean asksFirst) {
        return new Writing(inserts(), changes(), asksFirst, true, false);
    }

    /** What to do about writes one by one where there is no call that takes many. */
    public Query.Advice advice() {
        return new Query.Advice("", many(""), "", batch());
    }

    /**
     * How many rows are written at once, as {@code saveAll(list) in one transaction, with hibernate.jdbc.batch_size set}.
     *
     * @param call the call that takes many, or empty where there is none
     */
    public String many(String call) {
        String way = call.isEmpty() ? "JDBC batches" : call + " in one transaction";
        return isBatched() || setting().isEmpty() ? way
                : way + (call.isEmpty() ? " (" + setting() + ")" : ", with " + setting() + " set");
    }

    /** The setting that asks for batches; empty where there is none that is known. */
    private String setting() {
        return switch (provider) {
            case HIBERNATE -> "hibernate.jdbc.batch_size";
            case ECLIPSELINK -> "eclipselink.jdbc.batch-writing";
            case OPENJPA, OTHER -> "";
        };
    }

    /** How new rows go in batches in spite of identifiers that the database makes now; empty where it does not. */
    public String batch() {
        if (!isIdentity()) {
            return "";
        }
        Product product = context.schema().product();
        String jdbc = "insert them with batchUpdate of JdbcTemplate";
        return product.hasSequences() ? "let a sequence make them (GenerationType.SEQUENCE with an allocation size as 50"
                + (isBatched() || setting().isEmpty() ? ")" : ", and " + setting() + ")") + ", or " + jdbc
                : product == Product.UNKNOWN ? jdbc + ", or let a sequence make them if the database has sequences"
                : jdbc + ", as " + product.title() + " has no sequences";
    }

    /** With the generators of Hibernate 4 the automatic strategy is the native one of the product, which may be that too. */
    private boolean isIdentity() {
        boolean former = settings.text(NEW_GENERATORS).filter(each -> each.equals("false")).isPresent()
                && NATIVE_IDENTITY.contains(context.schema().product());
        return entity.map(Entity::idGeneration).filter(each -> each == Entity.IdGeneration.IDENTITY
                || former && each == Entity.IdGeneration.AUTO).isPresent();
    }

    private boolean isBatched() {
        return switch (provider) {
            case HIBERNATE -> settings.text(BATCH_SIZE).filter(size -> !NO_BATCH.matcher(size).matches()).isPresent();
            case ECLIPSELINK -> settings.text(BATCH_WRITING).filter(each -> !each.equalsIgnoreCase("none")).isPresent();
            case OPENJPA, OTHER -> false;
        };
    }

    private Delivery inserts() {
        return entity.isEmpty() || isIdentity() ? Delivery.AT_ONCE : changes();
    }

    private Delivery changes() {
        boolean known = provider == PersistenceProvider.HIBERNATE || provider == PersistenceProvider.ECLIPSELINK;
        return isBatched() ? Delivery.BATCHED : known ? Delivery.HELD_BACK : Delivery.UNKNOWN;
    }

    private boolean isTakenForStored() {
        return entity.isEmpty() || entity.get().idGeneration() == Entity.IdGeneration.ASSIGNED
                && entity.get().attributes().stream().noneMatch(EntityWrites::tellsNew);
    }

    /** A version that may be null is null before the first write. */
    private static boolean tellsNew(Attribute attribute) {
        return attribute instanceof Attribute.Basic basic && basic.isVersion() && !PRIMITIVES.contains(basic.javaType());
    }
}
