package dev.seqscan.source.classfile;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Reads the signature of a class from its class file (Java Virtual Machine Specification, chapter 4).
 *
 * <p>The result has the shape of a declaration that was read from a source, with these differences. Type names are
 * canonical; type variables keep their name. Supertypes that a source does not name are left out: {@code Object}, the
 * {@code Enum} of an enum, the {@code Record} of a record, the {@code Annotation} of an annotation type. Members that
 * the compiler adds without marking them stay in: {@code values} and {@code valueOf} of an enum, accessors and
 * constructors. Private and synthetic members, bodies and initialiser blocks are left out; a field's initialiser is its
 * constant value, if it has one. Parameters are named {@code arg0}, {@code arg1} and so on. A member class is a stub
 * with its kind, name and modifiers, where a record shows as a class; ask for it by its own name to know more.
 */
public final class ClassFileReader {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int NEWEST_MAJOR = Opcodes.V27;
    private static final int PARTS_NOT_READ = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

    private final Notices notices;

    /** Takes where to tell of class files that cannot be read. */
    public ClassFileReader(Notices notices) {
        this.notices = notices;
    }

    /**
     * The class in a class file; empty for a module or package description, and with a notice for a damaged file.
     *
     * @param origin names the file in a notice
     */
    public Optional<LibraryClass> read(byte[] bytes, String origin) {
        if (bytes.length < 10 || word(bytes, 0) != MAGIC) {
            notices.add(Notice.Kind.NOT_READ, "", 0, origin + ": not a class file");
            return Optional.empty();
        }
        try {
            return parse(new ClassReader(asKnownVersion(bytes)));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            // Wrong lengths and nesting in the file make ASM recurse, or ask for an array that no heap holds.
            notices.add(Notice.Kind.NOT_READ, "", 0, origin + ": damaged class file, " + damaged);
            return Optional.empty();
        }
    }

    private static Optional<LibraryClass> parse(ClassReader file) {
        int notAClass = Opcodes.ACC_MODULE | Opcodes.ACC_SYNTHETIC;
        if ((file.getAccess() & notAClass) != 0) {
            return Optional.empty();
        }
        // The names of nested classes are known only after the header, where they are needed first: two passes.
        NestedNames names = new NestedNames();
        file.accept(names, PARTS_NOT_READ);
        DeclarationVisitor declaration = new DeclarationVisitor(names);
        file.accept(declaration, PARTS_NOT_READ);
        return Optional.of(new LibraryClass(names.canonical(file.getClassName()), declaration.result()));
    }

    /** ASM refuses versions newer than itself, though all that a signature needs has stayed the same so far. */
    private static byte[] asKnownVersion(byte[] bytes) {
        int major = word(bytes, 4) & 0xFFFF;
        if (major <= NEWEST_MAJOR) {
            return bytes;
        }
        byte[] patched = bytes.clone();
        patched[6] = (byte) (NEWEST_MAJOR >> 8);
        patched[7] = (byte) NEWEST_MAJOR;
        return patched;
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
    }
}
