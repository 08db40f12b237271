package dev.seqscan.source.classfile;

import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Builds an annotation with its attributes (JVMS 4.7.16), and hands it over when it is complete. */
final class AnnotationUseVisitor extends AttributeVisitor {

    private final String type;
    private final Consumer<AnnotationUse> whenComplete;
    private final Map<String, Expression> attributes = new LinkedHashMap<>();

    AnnotationUseVisitor(String descriptor, NestedNames names, Consumer<AnnotationUse> whenComplete) {
        super(names);
        this.type = GenericSignature.ofField(descriptor, null, names).name();
        this.whenComplete = whenComplete;
    }

    @Override
    void add(String name, Expression value) {
        attributes.put(name, value);
    }

    @Override
    public void visitEnd() {
        whenComplete.accept(new AnnotationUse(type, Collections.unmodifiableMap(attributes), DeclarationVisitor.NOWHERE));
    }
}
