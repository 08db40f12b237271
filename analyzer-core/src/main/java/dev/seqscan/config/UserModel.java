package dev.seqscan.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the user says of methods and tables that the code does not show. */
public final class UserModel {

    /** Nothing is said. */
    public static final UserModel NONE = new UserModel(List.of(), Map.of());

    private final List<UserMethod> methods;
    private final Map<String, UserTable> tables;

    /** Takes what is said of methods, in the order of the file, and of tables by name in lower case. */
    public UserModel(List<UserMethod> methods, Map<String, UserTable> tables) {
        this.methods = List.copyOf(methods);
        this.tables = new TreeMap<>(tables);
    }

    /** What is said of methods, in the order of the file; the first one that fits counts. */
    public List<UserMethod> methods() {
        return methods;
    }

    /** What is said of a table. */
    public Optional<UserTable> table(String normalisedName) {
        return Optional.ofNullable(tables.get(normalisedName));
    }
}
