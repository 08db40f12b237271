package dev.seqscan.source.classfile;

import dev.seqscan.source.Span;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeDeclaration.Kind;
import dev.seqscan.source.code.TypeDeclaration.TypeParameter;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/** Builds the declaration of one class from the events of ASM. */
final class DeclarationVisitor extends ClassVisitor {

    /** A class file has no text, so every span in it is this one. */
    static final Span NOWHERE = Span.ofLine(1);

    private final NestedNames names;
    private final List<AnnotationUse> annotations = new ArrayList<>();
    private final FieldCollector fields;
    private final List<MethodDeclaration> methods = new ArrayList<>();
    private String internalName;
    private Kind kind;
    private int access;
    private List<TypeParameter> typeParameters = List.of();
    private List<TypeName> supertypes = List.of();

    DeclarationVisitor(NestedNames names) {
        super(Opcodes.ASM9);
        this.names = names;
        this.fields = new FieldCollector(names);
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        this.internalName = name;
        this.access = names.access(name, access);
        this.kind = AccessFlags.kind(this.access);
        GenericSignature types = GenericSignature.ofClass(superName, interfaces, signature, names);
        this.typeParameters = types.typeParameters();
        this.supertypes = types.supertypes();
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return new AnnotationUseVisitor(descriptor, names, annotations::add);
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(String name, String descriptor, String signature) {
        return fields.component(name, descriptor, signature);
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        return fields.field(access, name, GenericSignature.ofField(descriptor, signature, names), value);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        if (!AccessFlags.isKept(access) || (access & Opcodes.ACC_BRIDGE) != 0 || name.equals("<clinit>")) {
            return null;
        }
        boolean takesOuter = name.equals(MethodDeclaration.CONSTRUCTOR) && names.hasOuterInstance(internalName);
        GenericSignature types = GenericSignature.ofMethod(descriptor, signature, takesOuter, names);
        return new SignatureMethodVisitor(name, access, isInterface(), types, names, methods::add);
    }

    private boolean isInterface() {
        return kind == Kind.INTERFACE || kind == Kind.ANNOTATION;
    }

    /** The declaration, after all events. */
    TypeDeclaration result() {
        List<TypeName> interfaces = List.copyOf(supertypes.subList(1, supertypes.size()));
        List<TypeName> extended = switch (kind) {
            case CLASS -> supertypes.get(0).name().equals("java.lang.Object") ? List.of() : List.of(supertypes.get(0));
            case INTERFACE -> interfaces;
            case ENUM, RECORD, ANNOTATION -> List.of();
        };
        return new TypeDeclaration(kind, names.simpleName(internalName), AccessFlags.ofClass(access), typeParameters,
                extended, isInterface() ? List.of() : interfaces, List.copyOf(annotations), fields.result(),
                List.copyOf(methods), names.members(internalName, NOWHERE), NOWHERE, NOWHERE);
    }
}
