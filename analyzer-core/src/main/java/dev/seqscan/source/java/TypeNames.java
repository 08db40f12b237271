package dev.seqscan.source.java;

import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.WildcardType;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import dev.seqscan.source.code.TypeName.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads type names. */
final class TypeNames {

    private static final TypeName DIAMOND = new TypeName("", List.of(), 0, Bound.DIAMOND);

    private final Spellings spellings;

    TypeNames(Spellings spellings) {
        this.spellings = spellings;
    }

    /** A type that is named without arguments. */
    TypeName named(String name) {
        return spellings.type(name);
    }

    /** A name as it is spelt, the same object each time. */
    String word(String name) {
        return spellings.of(name);
    }

    TypeName of(Type type) {
        if (type instanceof ArrayType array) {
            TypeName component = of(array.getComponentType());
            return new TypeName(component.name(), component.arguments(), component.dimensions() + 1, component.bound());
        }
        if (type instanceof ClassOrInterfaceType named) {
            List<TypeName> arguments = arguments(named);
            return arguments.isEmpty() ? spellings.type(named.getNameWithScope())
                    : new TypeName(word(named.getNameWithScope()), arguments, 0, Bound.NONE);
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard(wildcard);
        }
        if (type instanceof IntersectionType intersection) {
            return of(intersection.getElements().get(0));
        }
        if (type instanceof UnionType union) {
            return of(union.getElements().get(0));
        }
        if (type instanceof PrimitiveType primitive) {
            // JavaParser writes its name in the language of the machine: an int has no dot in Turkish.
            return spellings.type(primitive.getType().name().toLowerCase(Locale.ROOT));
        }
        if (type.isUnknownType()) {
            return spellings.type("var");
        }
        return spellings.type(type.asString());
    }

    /** Adds the brackets that follow a name, as in {@code int sizes[]}. */
    static TypeName withDimensions(TypeName type, int more) {
        return more == 0 ? type : new TypeName(type.name(), type.arguments(), type.dimensions() + more, type.bound());
    }

    List<TypeName> of(List<? extends Type> types) {
        List<TypeName> names = new ArrayList<>(types.size());
        for (Type type : types) {
            names.add(of(type));
        }
        return List.copyOf(names);
    }

    List<TypeDeclaration.TypeParameter> parameters(List<TypeParameter> parameters) {
        List<TypeDeclaration.TypeParameter> read = new ArrayList<>(parameters.size());
        for (TypeParameter parameter : parameters) {
            read.add(new TypeDeclaration.TypeParameter(word(parameter.getNameAsString()), of(parameter.getTypeBound())));
        }
        return List.copyOf(read);
    }

    /** The arguments of a qualified name are those of all its parts; only an inner class of a generic one has several. */
    private List<TypeName> arguments(ClassOrInterfaceType named) {
        if (named.isUsingDiamondOperator()) {
            return List.of(DIAMOND);
        }
        return named.getTypeArguments().map(this::of).orElse(List.of());
    }

    private TypeName wildcard(WildcardType wildcard) {
        if (wildcard.getExtendedType().isPresent()) {
            return new TypeName("?", List.of(of(wildcard.getExtendedType().get())), 0, Bound.EXTENDS);
        }
        if (wildcard.getSuperType().isPresent()) {
            return new TypeName("?", List.of(of(wildcard.getSuperType().get())), 0, Bound.SUPER);
        }
        return new TypeName("?", List.of(), 0, Bound.UNBOUNDED);
    }
}
