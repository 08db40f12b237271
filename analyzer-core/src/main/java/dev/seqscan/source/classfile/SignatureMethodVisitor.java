package dev.seqscan.source.classfile;

import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.MethodDeclaration.Parameter;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Builds a method or constructor without its body, and hands it over when its annotations are read. */
final class SignatureMethodVisitor extends MethodVisitor {

    private final String name;
    private final int access;
    private final boolean inInterface;
    private final GenericSignature types;
    private final NestedNames names;
    private final Consumer<MethodDeclaration> whenComplete;
    private final List<AnnotationUse> annotations = new ArrayList<>(1);
    private final Map<Integer, List<AnnotationUse>> parameterAnnotations = new HashMap<>(2);

    SignatureMethodVisitor(String name, int access, boolean inInterface, GenericSignature types, NestedNames names,
            Consumer<MethodDeclaration> whenComplete) {
        super(Opcodes.ASM9);
        this.name = name;
        this.access = access;
        this.inInterface = inInterface;
        this.types = types;
        this.names = names;
        this.whenComplete = whenComplete;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return new AnnotationUseVisitor(descriptor, names, annotations::add);
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
        List<AnnotationUse> uses = parameterAnnotations.computeIfAbsent(parameter, key -> new ArrayList<>(1));
        return new AnnotationUseVisitor(descriptor, names, uses::add);
    }

    @Override
    public void visitEnd() {
        List<Parameter> parameters = new ArrayList<>(types.parameters().size());
        for (TypeName type : types.parameters()) {
            int index = parameters.size();
            boolean last = index == types.parameters().size() - 1;
            boolean varArgs = last && (access & Opcodes.ACC_VARARGS) != 0 && type.dimensions() > 0;
            parameters.add(new Parameter("arg" + index, type, varArgs,
                    List.copyOf(parameterAnnotations.getOrDefault(index, List.of())), DeclarationVisitor.NOWHERE));
        }
        whenComplete.accept(new MethodDeclaration(name, AccessFlags.ofMethod(access, inInterface),
                types.typeParameters(), types.returnType(), List.copyOf(parameters), List.copyOf(annotations), null,
                DeclarationVisitor.NOWHERE, DeclarationVisitor.NOWHERE));
    }
}
