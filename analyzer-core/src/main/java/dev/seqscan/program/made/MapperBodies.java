package dev.seqscan.program.made;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes the bodies of MapStruct's mapping methods as far as they read (MapStruct Reference Guide, "Defining a mapper",
 * "Mapping collections", "Implicit type conversions"): each property of the source that the target has too, in a loop
 * where a collection is mapped. What the mapper of the build writes is taken instead where it is in the tree.
 */
final class MapperBodies {

    private final Program program;

    MapperBodies(Program program) {
        this.program = program;
    }

    /** The methods of a mapper that a generator implements; none of other classes. */
    List<MethodDeclaration> of(DeclaredClass type) {
        if (!isMapper(type) || program.declared(type.name() + "Impl", type.module()).isPresent()) {
            return List.of();
        }
        List<MethodDeclaration> bodies = new ArrayList<>();
        List<MappingMethod> all = methods(type);
        all.stream().filter(each -> each.isAbstract() && !isDecorated(each, type))
                .forEach(each -> bodies.add(implement(each, type, all)));
        return bodies;
    }

    /** A decorator that maps whole collections leaves nothing of that to the mapper that it stands before. */
    private boolean isDecorated(MappingMethod method, DeclaredClass mapper) {
        if (!Containers.holds(method.returns())) {
            return false;
        }
        return mapper.declaration().annotations().stream().filter(each -> each.simpleName().equals("DecoratedWith"))
                .map(each -> each.attributes().get("value")).filter(Expression.ClassLiteral.class::isInstance)
                .flatMap(each -> used(mapper, ((Expression.ClassLiteral) each).type()).stream())
                .flatMap(each -> each.declaration().methods().stream())
                .anyMatch(each -> each.name().equals(method.declaration().name())
                        && each.parameters().size() == method.parameters().size());
    }

    static boolean isMapper(DeclaredClass type) {
        boolean open = type.declaration().isInterface() || type.declaration().modifiers().contains(Modifier.ABSTRACT);
        return open && type.declaration().annotations().stream().anyMatch(each -> each.simpleName().equals("Mapper")
                && type.annotationType(each).equals("org.mapstruct.Mapper"));
    }

    private List<MappingMethod> methods(DeclaredClass mapper) {
        return MappingMethod.of(mapper, each -> program.declared(each.className(), mapper.module()));
    }

    private MethodDeclaration implement(MappingMethod method, DeclaredClass mapper, List<MappingMethod> all) {
        MethodDeclaration declaration = method.declaration();
        var span = method.owner() == mapper ? declaration.nameSpan() : mapper.declaration().nameSpan();
        List<MethodDeclaration.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < method.parameters().size(); i++) {
            MethodDeclaration.Parameter given = declaration.parameters().get(i);
            parameters.add(new MethodDeclaration.Parameter(given.name(), Code.typeName(method.parameters().get(i)), false,
                    given.annotations(), span));
        }
        MappingWriter writer = new MappingWriter(program, mapper, span, all, usedMethods(mapper));
        List<Statement> statements = writer.body(method);
        return new MethodDeclaration(declaration.name(), Set.of(Modifier.PUBLIC), List.of(), Code.typeName(method.returns()),
                parameters, declaration.annotations(), new Statement.Block(List.copyOf(statements), span), span, span);
    }

    /** The methods of the mappers that a mapper says it uses. */
    private List<MappingMethod> usedMethods(DeclaredClass mapper) {
        Stream<AnnotationUse> uses = mapper.declaration().annotations().stream()
                .filter(each -> each.simpleName().equals("Mapper"));
        List<MappingMethod> methods = new ArrayList<>();
        uses.flatMap(use -> Annotations.elements(use.attributes().get("uses")).stream()).forEach(each -> {
            if (each instanceof Expression.ClassLiteral used) {
                used(mapper, used.type()).ifPresent(type -> methods.addAll(methods(type)));
            }
        });
        return methods;
    }

    private Optional<DeclaredClass> used(DeclaredClass mapper, TypeName name) {
        JavaType type = mapper.resolve(name);
        return program.declared(type.className(), mapper.module());
    }
}
