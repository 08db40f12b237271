package dev.seqscan.config;

import dev.seqscan.source.config.ConfigFile;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the settings of one application together in Spring Boot's order ("Externalized Configuration"): what belongs to
 * a named profile wins over what belongs to none, {@code config/} over the folder above it, and properties over YAML.
 * Hibernate's own files, and what code puts into a map, give way to all of these.
 *
 * <p>What Spring Boot hands on to Hibernate under {@code spring.jpa.properties} is found without that prefix, too.
 */
public final class SettingsReader {

    private static final Pattern SPRING_FILE =
            Pattern.compile("(application|bootstrap)(?:-(.+))?\\.(properties|ya?ml)");
    /** Spring Boot may be told another name by {@code spring.config.name}; such a file stands at the root of the class path. */
    private static final Pattern OTHER_FILE = Pattern.compile("(?:.*/)?src/main/resources/[\\w.-]+\\.(?:properties|ya?ml)");
    /** A value that is a statement: such a file may be one of Java's property files, whose keys code asks for. */
    private static final Pattern STATEMENT = Pattern.compile("\\s*(?:select\\b.+\\bfrom\\b|insert\\s+into\\b|update\\s+\\S+\\s+set\\b"
            + "|delete\\s+from\\b|merge\\s+into\\b|with\\s+\\w+\\s+as\\b).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String PASSED_ON = "spring.jpa.properties.";
    private static final List<String> CONDITIONS =
            List.of("spring.config.activate.on-profile", "spring.profiles");

    /** A document with what decides whether it counts, and before which others. */
    private record Layer(ConfigFile.Document document, boolean forProfile, int rank) {
    }

    /** Whether a file of that name holds settings of an application. */
    public static boolean reads(String fileName) {
        return SPRING_FILE.matcher(fileName).matches() || fileName.equals("hibernate.properties");
    }

    /** Whether a file at a path may hold settings of an application under another name. */
    public static boolean mayRead(String path) {
        return OTHER_FILE.matcher(path).matches();
    }

    /**
     * The settings that hold under some profiles.
     *
     * @param files of one application, in any spelling of their keys; of equal rank the later one wins. Files that are
     *        neither Spring Boot's nor Hibernate's are left out, see {@link #reads} and {@link HibernateXml}
     * @param profiles without any, documents and files of profiles are left out
     */
    public Settings read(List<ConfigFile> files, Set<String> profiles) {
        boolean named = files.stream().anyMatch(file -> file.name().equals(HibernateXml.UNITS));
        List<Layer> layers = files.stream().filter(file -> !named || !isOtherXml(file))
                .flatMap(file -> layers(file, profiles).stream())
                .sorted(Comparator.comparing(Layer::forProfile).thenComparingInt(Layer::rank)).toList();
        Map<String, Settings.Value> raw = new TreeMap<>();
        for (Layer layer : layers) {
            for (ConfigFile.Entry entry : layer.document().entries()) {
                raw.put(PropertyNames.canonical(entry.key()), new Settings.Value(entry.value(), entry.place()));
            }
        }
        return new Settings(resolved(raw));
    }

    private static List<Layer> layers(ConfigFile file, Set<String> profiles) {
        Matcher name = SPRING_FILE.matcher(file.name());
        boolean spring = name.matches();
        String profile = spring && name.group(2) != null ? name.group(2) : "";
        if (!profile.isEmpty() && !profiles.contains(profile) || !spring && !isHibernate(file) && !isOfSpring(file)) {
            return profile.isEmpty() && mayRead(file.path()) ? statements(file) : List.of();
        }
        int rank = spring ? rank(file, name) : isOtherXml(file) ? -1 : 0;
        return file.documents().stream().filter(document -> counts(document, profiles))
                .map(document -> new Layer(document, !profile.isEmpty() || condition(document).isPresent(), rank))
                .toList();
    }

    /** Of a file that holds no settings, the entries that are statements. */
    private static List<Layer> statements(ConfigFile file) {
        return file.documents().stream().map(document -> new ConfigFile.Document(document.entries().stream()
                .filter(each -> STATEMENT.matcher(each.value()).matches()).toList()))
                .filter(document -> !document.entries().isEmpty()).map(document -> new Layer(document, false, -1)).toList();
    }

    private static boolean isHibernate(ConfigFile file) {
        return file.name().equals("hibernate.properties") || file.name().endsWith(".xml") || file.name().endsWith(".java");
    }

    private static boolean isOtherXml(ConfigFile file) {
        return file.name().endsWith(".xml") && !HibernateXml.reads(file.name());
    }

    private static boolean isOfSpring(ConfigFile file) {
        return mayRead(file.path()) && file.documents().stream().flatMap(document -> document.entries().stream())
                .anyMatch(entry -> entry.key().startsWith("spring."));
    }

    private static int rank(ConfigFile file, Matcher name) {
        int rank = name.group(1).equals("application") ? 5 : 1;
        rank += ("/" + file.path()).contains("/config/" + file.name()) ? 2 : 0;
        return rank + (name.group(3).equals("properties") ? 1 : 0);
    }

    private static boolean counts(ConfigFile.Document document, Set<String> profiles) {
        Optional<String> condition = condition(document);
        return condition.isEmpty() || !profiles.isEmpty() && ProfileExpression.holds(condition.get(), profiles);
    }

    /** The profiles a document asks for, those of a list joined by commas. */
    private static Optional<String> condition(ConfigFile.Document document) {
        List<String> parts = document.entries().stream().filter(entry -> isCondition(entry.key()))
                .map(ConfigFile.Entry::value).toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(",", parts));
    }

    private static boolean isCondition(String key) {
        String name = PropertyNames.canonical(key);
        int bracket = name.indexOf('[');
        return CONDITIONS.contains(bracket < 0 ? name : name.substring(0, bracket));
    }

    private static Map<String, Settings.Value> resolved(Map<String, Settings.Value> raw) {
        Placeholders placeholders = new Placeholders(name -> Optional.ofNullable(raw.get(name)).map(Settings.Value::text));
        Map<String, Settings.Value> values = new TreeMap<>();
        raw.forEach((name, value) -> {
            Settings.Value resolved = new Settings.Value(placeholders.resolve(value.text()).strip(), value.place());
            values.put(name, resolved);
            if (name.startsWith(PASSED_ON)) {
                values.put(name.substring(PASSED_ON.length()), resolved);
            }
        });
        return values;
    }
}
