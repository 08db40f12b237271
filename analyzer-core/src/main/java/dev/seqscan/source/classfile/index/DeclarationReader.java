package dev.seqscan.source.classfile.index;

import dev.seqscan.source.Span;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Expression.Literal;
import dev.seqscan.source.code.Expression.LiteralKind;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Reads a declaration as {@link DeclarationWriter} wrote it. */
final class DeclarationReader {

    private static final Span NOWHERE = Span.ofLine(1);
    private static final TypeDeclaration.Kind[] KINDS = TypeDeclaration.Kind.values();
    private static final FieldDeclaration.Role[] ROLES = FieldDeclaration.Role.values();
    private static final LiteralKind[] LITERALS = LiteralKind.values();
    private static final TypeName.Bound[] BOUNDS = TypeName.Bound.values();
    private static final List<AnnotationUse> FUNCTIONAL =
            List.of(new AnnotationUse(ApiView.FUNCTIONAL_INTERFACE, Map.of(), NOWHERE));

    private final PackedInput in;
    private final IntFunction<String> texts;

    DeclarationReader(PackedInput in, IntFunction<String> texts) {
        this.in = in;
        this.texts = texts;
    }

    TypeDeclaration type() {
        int kind = in.count();
        Set<Modifier> modifiers = modifiers(in.count());
        return new TypeDeclaration(KINDS[kind / 2], text(), modifiers, each(DeclarationReader::typeParameter),
                each(DeclarationReader::typeName), each(DeclarationReader::typeName),
                kind % 2 == 1 ? FUNCTIONAL : List.of(), each(DeclarationReader::field),
                each(DeclarationReader::method), each(DeclarationReader::member), NOWHERE, NOWHERE);
    }

    private TypeDeclaration member() {
        TypeDeclaration.Kind kind = KINDS[in.count()];
        Set<Modifier> modifiers = modifiers(in.count());
        return new TypeDeclaration(kind, text(), modifiers, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), NOWHERE, NOWHERE);
    }

    private FieldDeclaration field() {
        FieldDeclaration.Role role = ROLES[in.count()];
        Set<Modifier> modifiers = modifiers(in.count());
        return new FieldDeclaration(role, text(), typeName(), modifiers, List.of(), constant(), NOWHERE, NOWHERE);
    }

    private Expression constant() {
        int kind = in.count();
        if (kind == 0) {
            return null;
        }
        LiteralKind literal = LITERALS[kind - 1];
        Object value = switch (literal) {
            case STRING -> text();
            case BOOLEAN -> in.number() == 1;
            case CHAR -> (char) in.number();
            case INT, LONG -> in.number();
            case FLOAT, DOUBLE -> Double.longBitsToDouble(in.number());
            case NULL -> throw new IllegalStateException("null is no constant of a class file");
        };
        return new Literal(literal, value, NOWHERE);
    }

    private MethodDeclaration method() {
        int flags = in.count();
        String name = text();
        List<TypeDeclaration.TypeParameter> typeParameters = each(DeclarationReader::typeParameter);
        TypeName returnType = typeName();
        List<TypeName> types = each(DeclarationReader::typeName);
        List<MethodDeclaration.Parameter> parameters = new ArrayList<>(types.size());
        for (TypeName type : types) {
            boolean varArgs = flags % 2 == 1 && parameters.size() == types.size() - 1;
            parameters.add(new MethodDeclaration.Parameter("arg" + parameters.size(), type, varArgs, List.of(), NOWHERE));
        }
        return new MethodDeclaration(name, modifiers(flags / 2), typeParameters, returnType, List.copyOf(parameters),
                List.of(), null, NOWHERE, NOWHERE);
    }

    private TypeDeclaration.TypeParameter typeParameter() {
        return new TypeDeclaration.TypeParameter(text(), each(DeclarationReader::typeName));
    }

    private TypeName typeName() {
        int shape = in.count();
        return new TypeName(text(), each(DeclarationReader::typeName), shape / 8, BOUNDS[shape % 8]);
    }

    private <T> List<T> each(Function<DeclarationReader, T> read) {
        int count = in.count();
        if (count == 0) {
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(read.apply(this));
        }
        return List.copyOf(items);
    }

    private String text() {
        return texts.apply(in.count());
    }

    private static Set<Modifier> modifiers(int mask) {
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        for (Modifier modifier : Modifier.values()) {
            if ((mask & 1 << modifier.ordinal()) != 0) {
                modifiers.add(modifier);
            }
        }
        return Collections.unmodifiableSet(modifiers);
    }
}
