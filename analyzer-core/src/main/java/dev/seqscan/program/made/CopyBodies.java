package dev.seqscan.program.made;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Writes what is read of an object whose properties are copied into an object of another class by their names. A mapper
 * also goes into values of other classes, and finds {@code customerName} as the name of the customer (ModelMapper user
 * manual, "How it works" and "Matching strategies"); a plain copy hands values on as they are (Javadoc of Spring's and
 * Commons' {@code BeanUtils.copyProperties}).
 */
public final class CopyBodies {

    private final Program program;

    /** Takes the program whose classes are copied. */
    public CopyBodies(Program program) {
        this.program = program;
    }

    /** The name of the method that stands for mapping an object into one of a class. */
    public static String name(String target) {
        return "(mapper to " + target + ")";
    }

    /** The method of the source's class that a mapper to another class stands for. */
    public MethodDeclaration of(DeclaredClass source, DeclaredClass target) {
        var span = source.declaration().nameSpan();
        MappingWriter writer = new MappingWriter(program, source, span, List.of(), List.of());
        return Code.method(name(target.name()), span, writer.mapped(new Expression.This(null, span),
                JavaType.of(source.name()), JavaType.of(target.name())));
    }

    /** The properties that both classes have with the same type, so that a plain copy hands them on. */
    public List<String> shared(DeclaredClass source, DeclaredClass target) {
        Collection<BeanProperty> given = BeanProperties.of(source, program);
        List<String> names = new ArrayList<>();
        for (BeanProperty each : BeanProperties.of(target, program)) {
            if (given.stream().anyMatch(from -> from.name.equals(each.name) && from.type.toString().equals(each.type.toString()))) {
                names.add(each.name);
            }
        }
        return names;
    }
}
