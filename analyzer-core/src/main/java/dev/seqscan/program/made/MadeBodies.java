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

    /** Takes the program, whose classes must all be known by now. */
    public MadeBodies(Program program) {
        this.json = new JsonBodies(program);
    }

    /** Methods with bodies that nobody wrote, for one class. */
    public List<MethodDeclaration> of(DeclaredClass type) {
        List<MethodDeclaration> made = new ArrayList<>();
        json.of(type).ifPresent(made::add);
        return List.copyOf(made);
    }

    /** Whether a method of that name was made, so that its loops are the reader's own way through an object. */
    public static boolean isMade(String methodName) {
        return methodName.equals(SERIALISER);
    }
}
