package dev.seqscan.entity;

import dev.seqscan.config.Settings;
import dev.seqscan.schema.Names;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Place;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How names in the mapping become names of tables and columns. */
public record NamingStrategy(Physical physical, Implicit implicit) {

    /** Plain Jakarta Persistence: names as they are. */
    public static final NamingStrategy JPA = new NamingStrategy(Physical.AS_IS, Implicit.JPA);
    /** What Spring Boot sets up ("Configure Hibernate Naming Strategy"). */
    public static final NamingStrategy SPRING_BOOT = new NamingStrategy(Physical.SNAKE_CASE, Implicit.SPRING);

    private static final Map<String, Physical> PHYSICAL = Map.of(
            "PhysicalNamingStrategyStandardImpl", Physical.AS_IS,
            "CamelCaseToUnderscoresNamingStrategy", Physical.SNAKE_CASE,
            "SpringPhysicalNamingStrategy", Physical.SNAKE_CASE,
            "PhysicalNamingStrategySnakeCaseImpl", Physical.SNAKE_CASE);
    private static final Map<String, Implicit> IMPLICIT = Map.of(
            "ImplicitNamingStrategyJpaCompliantImpl", Implicit.JPA,
            "SpringImplicitNamingStrategy", Implicit.SPRING);

    /** What happens to every name, given or implied. */
    public enum Physical {
        /** Hibernate's {@code PhysicalNamingStrategyStandardImpl}. */
        AS_IS,
        /** Hibernate's {@code CamelCaseToUnderscoresNamingStrategy}: snake case, dots become underscores. */
        SNAKE_CASE
    }

    /** How names are made that are not given. */
    public enum Implicit {
        /** Hibernate's {@code ImplicitNamingStrategyJpaCompliantImpl}. */
        JPA,
        /** Spring Boot's {@code SpringImplicitNamingStrategy}, which differs in the names of join tables. */
        SPRING
    }

    /**
     * The strategy of an application. A strategy of the user's own making is a notice, and what would hold without it
     * is taken.
     */
    public static NamingStrategy of(Settings settings, boolean springBoot, Notices notices) {
        NamingStrategy standard = springBoot ? SPRING_BOOT : JPA;
        Physical physical = chosen(settings, "physical", PHYSICAL, standard.physical, notices);
        Implicit implicit = chosen(settings, "implicit", IMPLICIT, standard.implicit, notices);
        return new NamingStrategy(physical, implicit);
    }

    private static <T> T chosen(Settings settings, String kind, Map<String, T> known, T standard, Notices notices) {
        String springName = "spring.jpa.hibernate.naming." + kind + "-strategy";
        Optional<Settings.Value> value = settings.value(springName)
                .or(() -> settings.value("hibernate." + kind + "-naming-strategy"));
        if (value.isEmpty()) {
            return standard;
        }
        String name = value.get().text();
        T found = known.get(name.substring(name.lastIndexOf('.') + 1));
        if (found == null) {
            Place place = value.get().place();
            notices.add(Notice.Kind.NOT_UNDERSTOOD, place.file(), place.line(), "naming strategy " + name + " is not known");
        }
        return found == null ? standard : found;
    }

    /** The normalised name in the database of a name in the mapping; empty for the empty name. */
    public String physical(String name) {
        boolean quoted = !name.isEmpty() && "\"`[".indexOf(name.charAt(0)) >= 0;
        return Names.normalise(physical == Physical.AS_IS || quoted ? name : snakeCase(name));
    }

    private static String snakeCase(String name) {
        StringBuilder result = new StringBuilder(name.replace('.', '_'));
        for (int i = 1; i < result.length() - 1; i++) {
            if (startsWord(result.charAt(i - 1), result.charAt(i), result.charAt(i + 1))) {
                result.insert(i++, '_');
            }
        }
        return result.toString().toLowerCase(Locale.ROOT);
    }

    /** Since Hibernate 7 digits count as lower case, too; which version runs is not known, and most run an older one. */
    private static boolean startsWord(char before, char current, char after) {
        return Character.isLowerCase(before) && Character.isUpperCase(current) && Character.isLowerCase(after);
    }

    /**
     * The name of a join table without {@code @JoinTable(name)}.
     *
     * @param owner physical name of the owning entity's table
     * @param target physical name of the other entity's table
     * @param attribute of the owning entity
     */
    String joinTable(String owner, String target, String attribute) {
        return physical(owner + "_" + (implicit == Implicit.SPRING ? attribute : target));
    }

    /** The name of a foreign key column: what it is called after, and the column it refers to. */
    String joinColumn(String prefix, String referencedColumn) {
        return physical(prefix + "_" + referencedColumn);
    }

    /** The name of a collection table (Jakarta Persistence 3.1, section 11.1.8). */
    String collectionTable(String entityName, String attribute) {
        return physical(entityName + "_" + attribute);
    }
}
