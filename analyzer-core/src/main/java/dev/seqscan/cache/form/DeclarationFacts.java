package dev.seqscan.cache.form;

import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.MethodDeclaration.Parameter;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeDeclaration.TypeParameter;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Types, members and annotations. */
final class DeclarationFacts {

    private static final TypeDeclaration.Kind[] KINDS = TypeDeclaration.Kind.values();
    private static final FieldDeclaration.Role[] ROLES = FieldDeclaration.Role.values();
    /** All sets of modifiers, by the bits of their members. */
    private static final List<Set<Modifier>> MODIFIERS = allSets();

    private DeclarationFacts() {
    }

    static void write(TypeDeclaration type, FormOutput out) {
        out.number(type.kind().ordinal()).text(type.name()).number(bits(type.modifiers()))
                .each(type.typeParameters(), DeclarationFacts::writeTypeParameter)
                .types(type.extended()).types(type.implemented())
                .each(type.annotations(), DeclarationFacts::writeAnnotation)
                .each(type.fields(), DeclarationFacts::writeField).each(type.methods(), DeclarationFacts::writeMethod)
                .each(type.nested(), DeclarationFacts::write).span(type.span()).span(type.nameSpan());
    }

    static TypeDeclaration read(FormInput in) {
        return new TypeDeclaration(KINDS[in.integer()], in.text(), modifiers(in), in.each(DeclarationFacts::readTypeParameter),
                in.types(), in.types(), in.each(DeclarationFacts::readAnnotation), in.each(DeclarationFacts::readField),
                in.each(DeclarationFacts::readMethod), in.each(DeclarationFacts::read), in.span(), in.span());
    }

    private static void writeField(FieldDeclaration field, FormOutput out) {
        out.number(field.role().ordinal()).text(field.name()).type(field.type()).number(bits(field.modifiers()))
                .each(field.annotations(), DeclarationFacts::writeAnnotation);
        ExpressionFacts.write(field.initializer(), out);
        out.span(field.span()).span(field.nameSpan());
    }

    private static FieldDeclaration readField(FormInput in) {
        return new FieldDeclaration(ROLES[in.integer()], in.text(), in.type(), modifiers(in),
                in.each(DeclarationFacts::readAnnotation), ExpressionFacts.read(in), in.span(), in.span());
    }

    private static void writeMethod(MethodDeclaration method, FormOutput out) {
        out.text(method.name()).number(bits(method.modifiers()))
                .each(method.typeParameters(), DeclarationFacts::writeTypeParameter).type(method.returnType())
                .each(method.parameters(), DeclarationFacts::writeParameter)
                .each(method.annotations(), DeclarationFacts::writeAnnotation);
        StatementFacts.write(method.body(), out);
        out.span(method.span()).span(method.nameSpan());
    }

    private static MethodDeclaration readMethod(FormInput in) {
        return new MethodDeclaration(in.text(), modifiers(in), in.each(DeclarationFacts::readTypeParameter), in.type(),
                in.each(DeclarationFacts::readParameter), in.each(DeclarationFacts::readAnnotation), StatementFacts.readBlock(in),
                in.span(), in.span());
    }

    static void writeParameter(Parameter parameter, FormOutput out) {
        out.text(parameter.name()).type(parameter.type()).flag(parameter.varArgs())
                .each(parameter.annotations(), DeclarationFacts::writeAnnotation).span(parameter.span());
    }

    static Parameter readParameter(FormInput in) {
        return new Parameter(in.text(), in.type(), in.flag(), in.each(DeclarationFacts::readAnnotation), in.span());
    }

    static void writeAnnotation(AnnotationUse annotation, FormOutput out) {
        out.text(annotation.name()).number(annotation.attributes().size());
        annotation.attributes().forEach((name, value) -> ExpressionFacts.write(value, out.text(name)));
        out.span(annotation.span());
    }

    static AnnotationUse readAnnotation(FormInput in) {
        return new AnnotationUse(in.text(), readAttributes(in), in.span());
    }

    /** In the order of the text. */
    private static Map<String, Expression> readAttributes(FormInput in) {
        int count = in.count();
        if (count == 0) {
            return Map.of();
        }
        if (count == 1) {
            return Map.of(in.text(), ExpressionFacts.read(in));
        }
        Map<String, Expression> attributes = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            attributes.put(in.text(), ExpressionFacts.read(in));
        }
        return Collections.unmodifiableMap(attributes);
    }

    private static void writeTypeParameter(TypeParameter parameter, FormOutput out) {
        out.text(parameter.name()).types(parameter.bounds());
    }

    private static TypeParameter readTypeParameter(FormInput in) {
        return new TypeParameter(in.text(), in.types());
    }

    private static long bits(Set<Modifier> modifiers) {
        long bits = 0;
        for (Modifier modifier : modifiers) {
            bits |= 1L << modifier.ordinal();
        }
        return bits;
    }

    private static Set<Modifier> modifiers(FormInput in) {
        return MODIFIERS.get(in.integer());
    }

    private static List<Set<Modifier>> allSets() {
        List<Set<Modifier>> sets = new java.util.ArrayList<>();
        Modifier[] all = Modifier.values();
        for (int bits = 0; bits < 1 << all.length; bits++) {
            Set<Modifier> set = EnumSet.noneOf(Modifier.class);
            for (Modifier modifier : all) {
                if ((bits & 1 << modifier.ordinal()) != 0) {
                    set.add(modifier);
                }
            }
            sets.add(Set.copyOf(set));
        }
        return List.copyOf(sets);
    }
}
