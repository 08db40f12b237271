package dev.seqscan.source.classfile;

import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** What the access flags of a class file say (JVMS 4.1, 4.5, 4.6); the same bit means different things by place. */
final class AccessFlags {

    private AccessFlags() {
    }

    /** Whether another class can see the member in a source. */
    static boolean isKept(int access) {
        return (access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) == 0;
    }

    static TypeDeclaration.Kind kind(int access) {
        if ((access & Opcodes.ACC_ANNOTATION) != 0) {
            return TypeDeclaration.Kind.ANNOTATION;
        }
        if ((access & Opcodes.ACC_INTERFACE) != 0) {
            return TypeDeclaration.Kind.INTERFACE;
        }
        if ((access & Opcodes.ACC_ENUM) != 0) {
            return TypeDeclaration.Kind.ENUM;
        }
        return (access & Opcodes.ACC_RECORD) != 0 ? TypeDeclaration.Kind.RECORD : TypeDeclaration.Kind.CLASS;
    }

    static Set<Modifier> ofClass(int access) {
        return common(access);
    }

    static Set<Modifier> ofField(int access) {
        EnumSet<Modifier> modifiers = mutable(access);
        add(modifiers, access, Opcodes.ACC_VOLATILE, Modifier.VOLATILE);
        add(modifiers, access, Opcodes.ACC_TRANSIENT, Modifier.TRANSIENT);
        return Collections.unmodifiableSet(modifiers);
    }

    static Set<Modifier> ofMethod(int access, boolean inInterface) {
        EnumSet<Modifier> modifiers = mutable(access);
        add(modifiers, access, Opcodes.ACC_SYNCHRONIZED, Modifier.SYNCHRONIZED);
        if (inInterface && (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC)) == 0) {
            modifiers.add(Modifier.DEFAULT);
        }
        return Collections.unmodifiableSet(modifiers);
    }

    private static Set<Modifier> common(int access) {
        return Collections.unmodifiableSet(mutable(access));
    }

    private static EnumSet<Modifier> mutable(int access) {
        EnumSet<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        add(modifiers, access, Opcodes.ACC_PUBLIC, Modifier.PUBLIC);
        add(modifiers, access, Opcodes.ACC_PROTECTED, Modifier.PROTECTED);
        add(modifiers, access, Opcodes.ACC_PRIVATE, Modifier.PRIVATE);
        add(modifiers, access, Opcodes.ACC_STATIC, Modifier.STATIC);
        add(modifiers, access, Opcodes.ACC_FINAL, Modifier.FINAL);
        add(modifiers, access, Opcodes.ACC_ABSTRACT, Modifier.ABSTRACT);
        return modifiers;
    }

    private static void add(EnumSet<Modifier> modifiers, int access, int flag, Modifier modifier) {
        if ((access & flag) != 0) {
            modifiers.add(modifier);
        }
    }
}
