package dev.seqscan.entity.xml;

import java.util.Map;
import java.util.Set;

/** Hibernate's names of basic types (Hibernate ORM 5 User Guide, table "Standard BasicTypes"). */
final class HbmTypes {

    private static final Map<String, String> JAVA = Map.ofEntries(Map.entry("string", "java.lang.String"),
            Map.entry("text", "java.lang.String"), Map.entry("character", "java.lang.Character"),
            Map.entry("boolean", "java.lang.Boolean"), Map.entry("yes_no", "java.lang.Boolean"),
            Map.entry("true_false", "java.lang.Boolean"), Map.entry("byte", "java.lang.Byte"),
            Map.entry("short", "java.lang.Short"), Map.entry("int", "java.lang.Integer"),
            Map.entry("integer", "java.lang.Integer"), Map.entry("long", "java.lang.Long"),
            Map.entry("float", "java.lang.Float"), Map.entry("double", "java.lang.Double"),
            Map.entry("big_decimal", "java.math.BigDecimal"), Map.entry("big_integer", "java.math.BigInteger"),
            Map.entry("date", "java.util.Date"), Map.entry("time", "java.util.Date"),
            Map.entry("timestamp", "java.util.Date"));
    private static final Set<String> LARGE = Set.of("text", "clob", "blob", "image", "materialized_clob", "materialized_blob",
            "ntext", "nclob", "materialized_nclob");

    private HbmTypes() {
    }

    /** The canonical name of the Java class; empty for types of the user's own making. */
    static String javaType(String name) {
        return name.startsWith("java.") ? name : JAVA.getOrDefault(name, "");
    }

    static boolean isLarge(String name) {
        return LARGE.contains(name);
    }
}
