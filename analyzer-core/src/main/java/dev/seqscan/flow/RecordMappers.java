package dev.seqscan.flow;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds entity classes of which the program makes objects out of the records of JDBC: no session knows these. */
final class RecordMappers {

    private static final String RECORDS = "java.sql.ResultSet";

    private RecordMappers() {
    }

    /** The classes of which objects are made where columns of a record are read. */
    static Set<String> madeClasses(List<MethodFlow> flows, EntityTypes types) {
        Set<String> found = new TreeSet<>();
        for (MethodFlow flow : flows) {
            Set<Region> readers = Collections.newSetFromMap(new IdentityHashMap<>());
            flow.calls.stream().filter(event -> isOn(event, RECORDS)).forEach(event -> readers.add(body(event.region)));
            if (!readers.isEmpty()) {
                flow.calls.stream().filter(event -> event.target != null && event.target.name().equals("<init>"))
                        .filter(event -> types.isMapped(event.target.owner()) && readers.contains(body(event.region)))
                        .forEach(event -> found.add(event.target.owner()));
            }
        }
        return found;
    }

    private static boolean isOn(CallEvent event, String type) {
        return event.target != null && event.target.receiver().className().equals(type);
    }

    /** The function or method that a region is part of. */
    private static Region body(Region region) {
        Region each = region;
        while (each.kind == Region.Kind.LOOP && each.parent != null) {
            each = each.parent;
        }
        return each;
    }
}
