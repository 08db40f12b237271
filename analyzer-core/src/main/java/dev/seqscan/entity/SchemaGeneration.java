package dev.seqscan.entity;

import dev.seqscan.config.Settings;
import java.util.Locale;
import java.util.Set;

/** What the settings say of who makes the tables. */
public enum SchemaGeneration {
    /** The mapping does: its tables and indexes are those of the database. */
    FROM_MAPPING,
    /** Somebody else does, so the database may have indexes that the mapping does not tell of. */
    ELSEWHERE,
    /** Nothing is said. */
    UNKNOWN;

    private static final Set<String> CREATING = Set.of("create", "create-drop", "create-only", "update");

    /** Reads {@code hbm2ddl.auto} (Hibernate user guide, "Automatic schema generation") in its spellings. */
    public static SchemaGeneration of(Settings settings) {
        return settings.text("spring.jpa.hibernate.ddl-auto", "spring.jpa.properties.hibernate.hbm2ddl.auto",
                "hibernate.hbm2ddl.auto").map(mode -> CREATING.contains(mode.strip().toLowerCase(Locale.ROOT))
                        ? FROM_MAPPING : ELSEWHERE).orElse(UNKNOWN);
    }
}
