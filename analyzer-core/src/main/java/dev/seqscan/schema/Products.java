package dev.seqscan.schema;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells the database product from what a project says of it. */
public final class Products {

    /** The first that fits counts, so MariaDB stands before MySQL, whose names it also carries. */
    private static final Map<String, Product> STEMS = stems();
    private static final Map<String, Product> SHORT_NAMES = Map.ofEntries(Map.entry("pg", Product.POSTGRESQL),
            Map.entry("pgsql", Product.POSTGRESQL), Map.entry("psql", Product.POSTGRESQL),
            Map.entry("ora", Product.ORACLE), Map.entry("og", Product.POSTGRESQL), Map.entry("ob", Product.MYSQL),
            Map.entry("tsql", Product.SQLSERVER));
    private static final List<String> OTHERS = List.of("cockroach", "yugabyte", "redshift", "snowflake", "sybase",
            "informix", "firebird", "hana", "teradata", "vertica", "clickhouse", "spanner", "greenplum", "ingres",
            "singlestore", "tidb", "exasol");
    private static final Pattern SEPARATOR = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private static final List<Feature> FEATURES = List.of(
            new Feature(Product.POSTGRESQL, "(?i)\\b(?:(?:big|small)?serial|jsonb|timestamptz|plpgsql|bytea)\\b|::\\s*\\w"
                    + "|\\bCREATE\\s+EXTENSION\\b|\\bUSING\\s+(?:gin|gist|brin)\\b|\\$\\$|\\bnextval\\s*\\(\\s*'"),
            new Feature(Product.MYSQL, "(?i)\\bauto_increment\\b|\\bengine\\s*=|`\\w+`|\\bunsigned\\b|^\\s*DELIMITER\\b"),
            new Feature(Product.SQLSERVER, "(?im)\\bidentity\\s*\\(\\s*\\d+\\s*,|\\bnvarchar\\b|^\\s*GO\\s*$|\\[dbo]"
                    + "|\\bdatetime2\\b|\\buniqueidentifier\\b|\\bnonclustered\\b"),
            new Feature(Product.ORACLE, "(?im)\\bn?varchar2\\b|\\bnumber\\s*\\(|\\bsysdate\\b|^\\s*/\\s*$"));
    private static final int SAMPLE = 100_000;

    private record Feature(Product product, Pattern pattern) {
        Feature(Product product, String pattern) {
            this(product, Pattern.compile(pattern));
        }
    }

    private Products() {
    }

    private static Map<String, Product> stems() {
        Map<String, Product> stems = new LinkedHashMap<>();
        stems.put("postgre", Product.POSTGRESQL);
        stems.put("mariadb", Product.MARIADB);
        stems.put("mysql", Product.MYSQL);
        stems.put("hsql", Product.HSQLDB);
        stems.put("h2", Product.H2);
        stems.put("oracle", Product.ORACLE);
        stems.put("ojdbc", Product.ORACLE);
        stems.put("sqlserver", Product.SQLSERVER);
        stems.put("mssql", Product.SQLSERVER);
        stems.put("db2", Product.DB2);
        stems.put("sqlite", Product.SQLITE);
        stems.put("derby", Product.DERBY);
        // They speak the language of another product and treat its indexes alike.
        stems.put("opengauss", Product.POSTGRESQL);
        stems.put("gaussdb", Product.POSTGRESQL);
        stems.put("oceanbase", Product.MYSQL);
        return stems;
    }

    /**
     * The product of a JDBC or R2DBC URL, a Hibernate dialect, a driver class, or a driver's artifact; UNKNOWN where
     * it names none. Of a URL only its sub-protocols count, never hosts or names of databases.
     */
    public static Product of(String urlOrDialectOrDriver) {
        String text = urlOrDialectOrDriver.strip();
        boolean url = text.startsWith("jdbc:") || text.startsWith("r2dbc:");
        return ofWords(url ? protocols(text) : text);
    }

    private static String protocols(String url) {
        int end = url.length();
        for (String stop : List.of("//", "@", ";", "?", ":mem:", ":file:")) {
            int at = url.indexOf(stop);
            end = at >= 0 ? Math.min(at, end) : end;
        }
        return url.substring(url.indexOf(':') + 1, end);
    }

    /** The product that a folder or file is named after, as {@code postgresql} or {@code schema-mysql.sql}. */
    public static Product ofName(String folderOrFile) {
        return ofWords(folderOrFile);
    }

    /** Whether a folder or file is named after a product that is none of {@link Product}. */
    static boolean isOther(String folderOrFile) {
        return ofName(folderOrFile) == Product.UNKNOWN && SEPARATOR.splitAsStream(folderOrFile.toLowerCase(Locale.ROOT))
                .anyMatch(word -> OTHERS.stream().anyMatch(other -> word.equals(other) || word.equals(other + "db")));
    }

    private static Product ofWords(String text) {
        Product joined = ofWord(SEPARATOR.matcher(text).replaceAll("").toLowerCase(Locale.ROOT));
        if (joined != Product.UNKNOWN) {
            return joined;
        }
        for (String word : SEPARATOR.split(text)) {
            Product found = ofWord(word.toLowerCase(Locale.ROOT));
            for (String part : HUMP.split(word)) {
                found = found == Product.UNKNOWN ? ofWord(part.toLowerCase(Locale.ROOT)) : found;
            }
            if (found != Product.UNKNOWN) {
                return found;
            }
        }
        return Product.UNKNOWN;
    }

    private static Product ofWord(String word) {
        for (Map.Entry<String, Product> stem : STEMS.entrySet()) {
            if (word.startsWith(stem.getKey())) {
                return stem.getValue();
            }
        }
        return SHORT_NAMES.getOrDefault(word, Product.UNKNOWN);
    }

    /**
     * The product whose dialect the scripts speak; UNKNOWN where they show none, or two equally often. Only the
     * beginning of each is looked at.
     */
    public static Product ofDialect(Collection<String> scripts) {
        Map<Product, Integer> votes = new EnumMap<>(Product.class);
        for (String script : scripts) {
            String sample = script.substring(0, Math.min(SAMPLE, script.length()));
            for (Feature feature : FEATURES) {
                int found = (int) feature.pattern().matcher(sample).results().limit(200).count();
                votes.merge(feature.product(), found, Integer::sum);
            }
        }
        int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Product> winners = votes.keySet().stream().filter(each -> votes.get(each) == most).toList();
        return most > 0 && winners.size() == 1 ? winners.get(0) : Product.UNKNOWN;
    }
}
