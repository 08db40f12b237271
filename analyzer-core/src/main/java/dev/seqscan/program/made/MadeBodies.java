package dev.seqscan.program.made;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bodies that are made for the classes of a program. Threads may share it. */
public final class MadeBodies {

    /** The method that stands for writing an object as JSON; each class of the sources has it. */
    public static final String SERIALISER = "(serialiser)";

    private static final String WITH_VIEW = "(serialiser with ";

    private final Projections projections;
    private final JsonBodies json;
    private final MapperBodies mappers;
    private final ObjectMethods objects;

    /** Takes the program, whose classes must all be known by now. */
    public MadeBodies(Program program) {
        this.projections = new Projections(program);
        this.json = new JsonBodies(program, projections);
        this.mappers = new MapperBodies(program);
        this.objects = new ObjectMethods(program);
    }

    /** The method that writes an object with a view, given by the canonical name of its class; empty for none. */
    public static String serialiser(String view) {
        return view.isEmpty() ? SERIALISER : WITH_VIEW + view + ")";
    }

    /** The method that writes what a method answers, as its view says. */
    public static String serialiser(DeclaredClass owner, MethodDeclaration answering) {
        return serialiser(JsonViews.of(owner, answering).orElse(""));
    }

    /** Whether a method stands for writing an object as JSON. */
    public static boolean isSerialiser(MethodDeclaration method) {
        return method.name().equals(SERIALISER) || method.name().startsWith(WITH_VIEW);
    }

    /** The entity behind an open projection; empty for other classes. */
    public Optional<String> projected(DeclaredClass type) {
        return projections.entity(type);
    }

    /** The names of all methods that stand for writing an object as JSON. */
    public List<String> serialisers() {
        return json.names();
    }

    /** Methods with bodies that nobody wrote, for one class. */
    public List<MethodDeclaration> of(DeclaredClass type) {
        List<MethodDeclaration> made = new ArrayList<>();
        made.addAll(json.of(type));
        made.addAll(projections.of(type));
        made.addAll(mappers.of(type));
        made.addAll(objects.of(type));
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
