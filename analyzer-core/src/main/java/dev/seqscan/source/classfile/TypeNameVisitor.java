package dev.seqscan.source.classfile;

import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.signature.SignatureVisitor;

/**
 * Builds one type name from a type signature (JVMS 4.7.9.1) or descriptor, and hands it over when it is complete. Of an
 * inner class of a generic class the arguments of the inner class are kept, as they belong to its type parameters.
 */
final class TypeNameVisitor extends SignatureVisitor {

    /** Deeper type arguments are dropped, so that a signature of a thousand levels does no harm. */
    private static final int DEEPEST = 40;

    private static final Map<Character, String> PRIMITIVES = Map.of('B', "byte", 'C', "char", 'D', "double", 'F', "float",
            'I', "int", 'J', "long", 'S', "short", 'Z', "boolean", 'V', "void");

    private final NestedNames names;
    private final Consumer<TypeName> whenComplete;
    private final int depth;
    private final List<TypeName> arguments = new ArrayList<>(2);
    private String internalName;
    private int dimensions;

    TypeNameVisitor(NestedNames names, Consumer<TypeName> whenComplete) {
        this(names, whenComplete, 0);
    }

    private TypeNameVisitor(NestedNames names, Consumer<TypeName> whenComplete, int depth) {
        super(Opcodes.ASM9);
        this.names = names;
        this.whenComplete = whenComplete;
        this.depth = depth;
    }

    @Override
    public void visitBaseType(char descriptor) {
        complete(PRIMITIVES.get(descriptor));
    }

    @Override
    public void visitTypeVariable(String name) {
        complete(name);
    }

    @Override
    public SignatureVisitor visitArrayType() {
        dimensions++;
        return this;
    }

    @Override
    public void visitClassType(String name) {
        internalName = name;
    }

    @Override
    public void visitInnerClassType(String name) {
        internalName += "$" + name;
        arguments.clear();
    }

    @Override
    public void visitTypeArgument() {
        arguments.add(new TypeName("?", List.of(), 0, TypeName.Bound.UNBOUNDED));
    }

    @Override
    public SignatureVisitor visitTypeArgument(char wildcard) {
        return new TypeNameVisitor(names, argument -> arguments.add(bounded(wildcard, argument)), depth + 1);
    }

    private static TypeName bounded(char wildcard, TypeName bound) {
        return switch (wildcard) {
            case EXTENDS -> new TypeName("?", List.of(bound), 0, TypeName.Bound.EXTENDS);
            case SUPER -> new TypeName("?", List.of(bound), 0, TypeName.Bound.SUPER);
            default -> bound;
        };
    }

    @Override
    public void visitEnd() {
        complete(names.canonical(internalName));
    }

    private void complete(String name) {
        List<TypeName> kept = depth < DEEPEST ? List.copyOf(arguments) : List.of();
        whenComplete.accept(new TypeName(name, kept, dimensions, TypeName.Bound.NONE));
    }
}
