package dev.seqscan.program.made;

import dev.seqscan.program.ClassShape;
import dev.seqscan.program.ClassSource;
import dev.seqscan.program.JavaType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The records that jOOQ generates during the build, for trees without the generated sources: a class
 * {@code ..tables.records.OrdersRecord} is one that writes its row ("Generated records" in the manual). Of its own members
 * nothing is known but the constructor that needs no values.
 */
public final class RecordTypes {

    private static final Pattern NAME = Pattern.compile(".+\\.tables\\.records\\.\\w+Record");
    private static final String ABOVE = "org.jooq.impl.UpdatableRecordImpl";

    private RecordTypes() {
    }

    /** Libraries with such a class for each name that is asked for, if jOOQ is among them and the class is not. */
    public static ClassSource added(ClassSource libraries) {
        return name -> libraries.find(name).or(() -> shape(name, libraries));
    }

    private static Optional<ClassShape> shape(String name, ClassSource libraries) {
        if (!name.endsWith("Record") || !NAME.matcher(name).matches() || libraries.find(ABOVE).isEmpty()) {
            return Optional.empty();
        }
        JavaType.ClassType above = new JavaType.ClassType(ABOVE, List.of(new JavaType.ClassType(name, List.of())));
        ClassShape.Method constructor = new ClassShape.Method("<init>", List.of(), List.of(), new JavaType.Primitive("void"),
                false, false, false, false);
        return Optional.of(new ClassShape(name, ClassShape.Kind.CLASS, false, List.of(),
                List.of(above), List.of(constructor), List.of(), List.of()));
    }
}
