package dev.seqscan.source.classfile;

import dev.seqscan.source.code.TypeDeclaration.TypeParameter;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/**
 * The parts of a class or method signature (JVMS 4.7.9.1). A method descriptor is a signature too, and a type descriptor
 * a type signature, so that what is not generic takes the same way.
 */
final class GenericSignature extends SignatureVisitor {

    private static final TypeName OBJECT = TypeName.of("java.lang.Object");

    private final NestedNames names;
    private final List<String> parameterNames = new ArrayList<>();
    private final List<List<TypeName>> parameterBounds = new ArrayList<>();
    private final List<TypeName> supertypes = new ArrayList<>();
    private final List<TypeName> parameters = new ArrayList<>();
    private TypeName returnType = TypeName.of("void");

    private GenericSignature(NestedNames names) {
        super(Opcodes.ASM9);
        this.names = names;
    }

    /** The parameters and bounds of a class, with its superclass even where that is {@code Object}. */
    static GenericSignature ofClass(String superName, String[] interfaces, String signature, NestedNames names) {
        Optional<GenericSignature> generic = parse(signature, names)
                .filter(parsed -> parsed.supertypes.size() == interfaces.length + 1);
        if (generic.isPresent()) {
            return generic.get();
        }
        GenericSignature erased = new GenericSignature(names);
        erased.supertypes.add(superName == null ? OBJECT : TypeName.of(names.canonical(superName)));
        for (String each : interfaces) {
            erased.supertypes.add(TypeName.of(names.canonical(each)));
        }
        return erased;
    }

    /** The types of a method. The outer instance that an inner class's constructor takes stands in the descriptor only. */
    static GenericSignature ofMethod(String descriptor, String signature, boolean takesOuter, NestedNames names) {
        GenericSignature erased = new GenericSignature(names);
        new SignatureReader(descriptor).accept(erased);
        if (takesOuter && !erased.parameters.isEmpty()) {
            erased.parameters.remove(0);
        }
        return parse(signature, names)
                .filter(parsed -> parsed.parameters.size() == erased.parameters.size()).orElse(erased);
    }

    /** The type of a field or record component. */
    static TypeName ofField(String descriptor, String signature, NestedNames names) {
        if (signature != null) {
            try {
                return parseType(signature, names);
            } catch (RuntimeException malformed) {
                return parseType(descriptor, names);
            }
        }
        return parseType(descriptor, names);
    }

    /** The virtual machine does not check signatures, and obfuscators leave wrong ones behind; the erased types hold then. */
    private static Optional<GenericSignature> parse(String signature, NestedNames names) {
        if (signature == null) {
            return Optional.empty();
        }
        try {
            GenericSignature result = new GenericSignature(names);
            new SignatureReader(signature).accept(result);
            return Optional.of(result);
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }

    private static TypeName parseType(String signature, NestedNames names) {
        List<TypeName> types = new ArrayList<>(1);
        new SignatureReader(signature).acceptType(new TypeNameVisitor(names, types::add));
        return types.get(0);
    }

    /** Type parameters with the bounds that a source shows. */
    List<TypeParameter> typeParameters() {
        List<TypeParameter> result = new ArrayList<>();
        for (int i = 0; i < parameterNames.size(); i++) {
            List<TypeName> bounds = parameterBounds.get(i);
            result.add(new TypeParameter(parameterNames.get(i), bounds.equals(List.of(OBJECT)) ? List.of() : List.copyOf(bounds)));
        }
        return List.copyOf(result);
    }

    /** Superclass first, then the interfaces. */
    List<TypeName> supertypes() {
        return supertypes;
    }

    List<TypeName> parameters() {
        return parameters;
    }

    TypeName returnType() {
        return returnType;
    }

    @Override
    public void visitFormalTypeParameter(String name) {
        parameterNames.add(name);
        parameterBounds.add(new ArrayList<>(1));
    }

    @Override
    public SignatureVisitor visitClassBound() {
        return into(parameterBounds.get(parameterBounds.size() - 1));
    }

    @Override
    public SignatureVisitor visitInterfaceBound() {
        return into(parameterBounds.get(parameterBounds.size() - 1));
    }

    @Override
    public SignatureVisitor visitSuperclass() {
        return into(supertypes);
    }

    @Override
    public SignatureVisitor visitInterface() {
        return into(supertypes);
    }

    @Override
    public SignatureVisitor visitParameterType() {
        return into(parameters);
    }

    @Override
    public SignatureVisitor visitReturnType() {
        return new TypeNameVisitor(names, type -> returnType = type);
    }

    @Override
    public SignatureVisitor visitExceptionType() {
        return into(new ArrayList<>());
    }

    private SignatureVisitor into(List<TypeName> target) {
        return new TypeNameVisitor(names, target::add);
    }
}
