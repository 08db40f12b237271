package dev.seqscan.report.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A JSON object under construction. Members keep the order in which they were added. Empty strings, arrays and objects
 * are left out, as several readers of SARIF refuse them; {@link #withArray} is the exception.
 */
public final class JsonObject {

    private final Map<String, Object> members = new LinkedHashMap<>();

    /** Adds a text, unless it is empty. */
    public JsonObject with(String name, String value) {
        if (!value.isEmpty()) {
            members.put(name, value);
        }
        return this;
    }

    /** Adds a number. */
    public JsonObject with(String name, int value) {
        members.put(name, value);
        return this;
    }

    /** Adds a truth value. */
    public JsonObject with(String name, boolean value) {
        members.put(name, value);
        return this;
    }

    /** Adds an object, unless it is empty. */
    public JsonObject with(String name, JsonObject value) {
        if (!value.members.isEmpty()) {
            members.put(name, value);
        }
        return this;
    }

    /** Adds an array, unless it is empty. */
    public JsonObject with(String name, Collection<?> values) {
        if (!values.isEmpty()) {
            members.put(name, values);
        }
        return this;
    }

    /** Adds an array even if it is empty. Its elements are asked for only when they are written. */
    public JsonObject withArray(String name, Iterable<?> values) {
        members.put(name, values);
        return this;
    }

    /** Adds the members of another object. */
    public JsonObject withAll(JsonObject other) {
        members.putAll(other.members);
        return this;
    }

    Map<String, Object> members() {
        return members;
    }
}
