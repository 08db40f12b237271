package dev.seqscan.source.classfile;

import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.FieldDeclaration.Role;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/** Collects the fields of a class. Components of a record come first, as its header does in a source. */
final class FieldCollector {

    /** The fields behind record components are private and final (JLS 8.10.3). */
    private static final Set<Modifier> COMPONENT_MODIFIERS =
            Collections.unmodifiableSet(EnumSet.of(Modifier.PRIVATE, Modifier.FINAL));

    private record Component(TypeName type, List<AnnotationUse> annotations) {
    }

    private final NestedNames names;
    private final Map<String, Component> components = new LinkedHashMap<>();
    private final List<FieldDeclaration> fields = new ArrayList<>();

    FieldCollector(NestedNames names) {
        this.names = names;
    }

    RecordComponentVisitor component(String name, String descriptor, String signature) {
        Component component = new Component(GenericSignature.ofField(descriptor, signature, names), new ArrayList<>(1));
        components.put(name, component);
        return new RecordComponentVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                return new AnnotationUseVisitor(descriptor, names, component.annotations()::add);
            }
        };
    }

    /** The visitor of a field, or null for one that is left out. */
    FieldVisitor field(int access, String name, TypeName type, Object value) {
        if (AccessFlags.isKept(access)) {
            return new DeclaredField(access, name, type, value);
        }
        Component component = (access & Opcodes.ACC_STATIC) == 0 ? components.get(name) : null;
        return component == null ? null : new ComponentField(component);
    }

    List<FieldDeclaration> result() {
        List<FieldDeclaration> result = new ArrayList<>();
        components.forEach((name, component) -> result.add(new FieldDeclaration(Role.RECORD_COMPONENT, name,
                component.type(), COMPONENT_MODIFIERS, List.copyOf(component.annotations()), null,
                DeclarationVisitor.NOWHERE, DeclarationVisitor.NOWHERE)));
        result.addAll(fields);
        return List.copyOf(result);
    }

    private final class DeclaredField extends FieldVisitor {
        private final int access;
        private final String name;
        private final TypeName type;
        private final Object value;
        private final List<AnnotationUse> annotations = new ArrayList<>(1);

        DeclaredField(int access, String name, TypeName type, Object value) {
            super(Opcodes.ASM9);
            this.access = access;
            this.name = name;
            this.type = type;
            this.value = value;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return new AnnotationUseVisitor(descriptor, names, annotations::add);
        }

        @Override
        public void visitEnd() {
            Role role = (access & Opcodes.ACC_ENUM) != 0 ? Role.ENUM_CONSTANT : Role.FIELD;
            fields.add(new FieldDeclaration(role, name, type, AccessFlags.ofField(access), List.copyOf(annotations),
                    ConstantValue.of(value, type), DeclarationVisitor.NOWHERE, DeclarationVisitor.NOWHERE));
        }
    }

    /** An annotation of a component that is made for fields, as JPA's are, is kept with the private field only. */
    private final class ComponentField extends FieldVisitor {
        private final Component component;

        ComponentField(Component component) {
            super(Opcodes.ASM9);
            this.component = component;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return new AnnotationUseVisitor(descriptor, names, use -> {
                if (!component.annotations().contains(use)) {
                    component.annotations().add(use);
                }
            });
        }
    }
}
