package dev.seqscan.source.classfile.index;

import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;

/** Writes a declaration as {@link DeclarationReader} reads it. Texts are numbers of a table. */
final class DeclarationWriter {

    private final PackedOutput out;
    private final ToIntFunction<String> texts;

    DeclarationWriter(PackedOutput out, ToIntFunction<String> texts) {
        this.out = out;
        this.texts = texts;
    }

    void type(TypeDeclaration type) {
        boolean functional = !type.annotations().isEmpty();
        out.number(type.kind().ordinal() * 2L + (functional ? 1 : 0)).number(mask(type.modifiers()));
        text(type.name());
        each(type.typeParameters(), DeclarationWriter::typeParameter);
        each(type.extended(), DeclarationWriter::typeName);
        each(type.implemented(), DeclarationWriter::typeName);
        each(type.fields(), DeclarationWriter::field);
        each(type.methods(), DeclarationWriter::method);
        each(type.nested(), DeclarationWriter::member);
    }

    private void member(TypeDeclaration stub) {
        out.number(stub.kind().ordinal()).number(mask(stub.modifiers()));
        text(stub.name());
    }

    private void field(FieldDeclaration field) {
        out.number(field.role().ordinal()).number(mask(field.modifiers()));
        text(field.name());
        typeName(field.type());
        constant(field.initializer());
    }

    private void constant(Expression initializer) {
        if (!(initializer instanceof Expression.Literal literal)) {
            out.number(0);
            return;
        }
        out.number(literal.kind().ordinal() + 1L);
        switch (literal.kind()) {
            case STRING -> text((String) literal.value());
            case BOOLEAN -> out.number((Boolean) literal.value() ? 1 : 0);
            case CHAR -> out.number((Character) literal.value());
            case INT, LONG -> out.number((Long) literal.value());
            case FLOAT, DOUBLE -> out.number(Double.doubleToRawLongBits((Double) literal.value()));
            case NULL -> throw new IllegalArgumentException("null is no constant of a class file");
        }
    }

    private void method(MethodDeclaration method) {
        boolean varArgs = !method.parameters().isEmpty()
                && method.parameters().get(method.parameters().size() - 1).varArgs();
        out.number(mask(method.modifiers()) * 2L + (varArgs ? 1 : 0));
        text(method.name());
        each(method.typeParameters(), DeclarationWriter::typeParameter);
        typeName(method.returnType());
        each(method.parameters(), (writer, parameter) -> writer.typeName(parameter.type()));
    }

    private void typeParameter(TypeDeclaration.TypeParameter parameter) {
        text(parameter.name());
        each(parameter.bounds(), DeclarationWriter::typeName);
    }

    private void typeName(TypeName type) {
        out.number(type.dimensions() * 8L + type.bound().ordinal());
        text(type.name());
        each(type.arguments(), DeclarationWriter::typeName);
    }

    private <T> void each(List<T> items, BiConsumer<DeclarationWriter, T> write) {
        out.number(items.size());
        items.forEach(item -> write.accept(this, item));
    }

    private void text(String value) {
        out.number(texts.applyAsInt(value));
    }

    private static int mask(Set<Modifier> modifiers) {
        return modifiers.stream().mapToInt(modifier -> 1 << modifier.ordinal()).sum();
    }
}
