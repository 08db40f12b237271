package dev.seqscan.source.classfile;

import dev.seqscan.source.Span;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Collects the InnerClasses attribute of a class file (JVMS 4.7.6), which tells what a {@code $} in a name means, and
 * turns internal names into canonical ones.
 */
final class NestedNames extends ClassVisitor {

    private static final int DEEPEST = 32;

    private record Nested(String outer, String simpleName, int access) {
    }

    private final Map<String, Nested> nested = new LinkedHashMap<>();
    private final Map<String, String> canonical = new HashMap<>();

    NestedNames() {
        super(Opcodes.ASM9);
    }

    @Override
    public void visitInnerClass(String name, String outerName, String innerName, int access) {
        if (outerName != null && innerName != null) {
            nested.put(name, new Nested(outerName, innerName, access));
        }
    }

    /** The canonical name; of a local or anonymous class, which has none, the binary name. */
    String canonical(String internalName) {
        String known = canonical.get(internalName);
        if (known == null) {
            known = canonical(internalName, 0);
            canonical.put(internalName, known);
        }
        return known;
    }

    private String canonical(String internalName, int depth) {
        Nested entry = nested.get(internalName);
        return entry == null || depth >= DEEPEST ? internalName.replace('/', '.')
                : canonical(entry.outer(), depth + 1) + "." + entry.simpleName();
    }

    /** The name without its package and outer classes. */
    String simpleName(String internalName) {
        Nested entry = nested.get(internalName);
        return entry == null ? internalName.substring(internalName.lastIndexOf('/') + 1) : entry.simpleName();
    }

    /** The access flags as declared; those of the class file itself know nothing of protected, private and static. */
    int access(String internalName, int inClassFile) {
        Nested entry = nested.get(internalName);
        int kept = inClassFile & Opcodes.ACC_RECORD;
        return entry == null ? inClassFile : entry.access() | kept;
    }

    /** Whether its constructors take the outer instance, which a source does not show. */
    boolean hasOuterInstance(String internalName) {
        Nested entry = nested.get(internalName);
        return entry != null && (entry.access() & (Opcodes.ACC_STATIC | Opcodes.ACC_INTERFACE)) == 0;
    }

    /** Stubs of the member classes that are neither private nor made by the compiler. */
    List<TypeDeclaration> members(String internalName, Span span) {
        List<TypeDeclaration> members = new ArrayList<>();
        for (Nested entry : nested.values()) {
            if (entry.outer().equals(internalName) && AccessFlags.isKept(entry.access())) {
                members.add(new TypeDeclaration(AccessFlags.kind(entry.access()), entry.simpleName(),
                        AccessFlags.ofClass(entry.access()), List.of(), List.of(), List.of(), List.of(), List.of(),
                        List.of(), List.of(), span, span));
            }
        }
        return List.copyOf(members);
    }
}
