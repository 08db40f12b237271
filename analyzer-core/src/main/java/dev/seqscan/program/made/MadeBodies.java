package dev.seqscan.program.made;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.ArrayList;
import java.util.List;

/** The bodies that are made for the classes of a program. Threads may share it. */
public final class MadeBodies {

    /** The method that stands for writing an object as JSON; each class of the sources has it. */
    public static final String SERIALISER = "(serialiser)";

    private final JsonBodies json;
    private final MapperBodies mappers;
    private final LombokBodies lombok;

    /** Takes the program, whose classes must all be known by now. */
    public MadeBodies(Program program) {
        this.json = new JsonBodies(program);
        this.mappers = new MapperBodies(program);
        this.lombok = new LombokBodies(program);
    }

    /** Methods with bodies that nobody wrote, for one class. */
    public List<MethodDeclaration> of(DeclaredClass type) {
        List<MethodDeclaration> made = new ArrayList<>();
        json.of(type).ifPresent(made::add);
        made.addAll(mappers.of(type));
        made.addAll(lombok.of(type));
        return List.copyOf(made);
    }

    /** The methods of a mapper that it inherits without a body, as they are in it. */
    public List<MethodDeclaration> implemented(DeclaredClass type) {
        return mappers.of(type);
    }

    /** Whether nobody wrote the method, so that it stands where the name of its member stands. */
    public static boolean isMade(MethodDeclaration method) {
        return method.span().equals(method.nameSpan());
    }

    /** Whether a method was made to read its object, so that its loops are the reader's own way through the object. */
    public static boolean isReader(MethodDeclaration method) {
        return method.parameters().isEmpty() && !method.name().startsWith("<") && isMade(method);
    }
}
