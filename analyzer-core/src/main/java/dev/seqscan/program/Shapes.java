package dev.seqscan.program;

import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.TypeVariable;
import dev.seqscan.program.made.MadeBodies;
import dev.seqscan.source.code.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Signatures of all classes that a module sees: its sources with the members that are made for them, then libraries. */
public final class Shapes {

    private final Program program;
    private final Map<DeclaredClass, ClassShape> declared = new ConcurrentHashMap<>();
    private final Map<String, Types> types = new ConcurrentHashMap<>();
    private MadeBodies made;

    /** Takes the program whose classes it describes. */
    public Shapes(Program program) {
        this.program = program;
    }

    /** The program whose classes it describes. */
    public Program program() {
        return program;
    }

    /** The bodies that nobody wrote; asked for once all classes are known. */
    synchronized MadeBodies made() {
        if (made == null) {
            made = new MadeBodies(program);
        }
        return made;
    }

    /** The relations between types as a module sees them. */
    Types types(Module module) {
        return types.computeIfAbsent(module.directory(), key -> new Types(this, module));
    }

    /** The signature of a class as a module sees it. */
    public Optional<ClassShape> find(String name, Module from) {
        Optional<DeclaredClass> source = program.declared(name, from);
        return source.isPresent() ? Optional.of(of(source.get())) : program.libraries().find(name);
    }

    /** The signature of a class whose source was read. */
    public ClassShape of(DeclaredClass type) {
        ClassShape shape = declared.get(type);
        if (shape == null) {
            shape = MadeMembers.addTo(new SourceReader(type).read(type.name(), type.declaration()), type, made());
            ClassShape earlier = declared.putIfAbsent(type, shape);
            shape = earlier == null ? shape : earlier;
        }
        return shape;
    }

    /** An anonymous class is below the type that was created, with the type arguments that were found for it. */
    void anonymous(DeclaredClass type, JavaType.ClassType supertype) {
        ClassShape shape = of(type);
        boolean isInterface = find(supertype.name(), type.module()).map(ClassShape::isInterface).orElse(false);
        List<JavaType.ClassType> supertypes = isInterface ? List.of(ClassType.OBJECT, supertype) : List.of(supertype);
        declared.put(type, new ClassShape(shape.name(), shape.kind(), shape.isAbstract(), shape.typeParameters(),
                supertypes, shape.methods(), shape.fields(), shape.memberTypes()));
    }

    /** The type parameters of a method whose source was read. */
    List<TypeVariable> methodVariables(DeclaredClass type, dev.seqscan.source.code.MethodDeclaration method) {
        return new SourceReader(type).methodVariables(type.name(), method);
    }

    private static final class SourceReader extends ShapeReader {

        private final DeclaredClass type;

        SourceReader(DeclaredClass type) {
            this.type = type;
        }

        @Override
        JavaType resolve(TypeName name, List<TypeVariable> methodVariables) {
            return type.scope().type(name, methodVariables);
        }

        @Override
        List<TypeVariable> variables(List<dev.seqscan.source.code.TypeDeclaration.TypeParameter> parameters,
                String owner, List<TypeVariable> outer) {
            return owner.equals(type.name()) ? type.scope().variables() : super.variables(parameters, owner, outer);
        }
    }
}
