package dev.seqscan.program.made;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.MadeMembers;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the properties of a class, own and inherited, from its fields, getters and setters, written or made. */
final class BeanProperties {

    private static final int MOST_CLASSES = 12;

    private final Map<String, BeanProperty> byName = new LinkedHashMap<>();

    private BeanProperties() {
    }

    /** The properties, the nearest declaration first. */
    static Collection<BeanProperty> of(DeclaredClass type, Program program) {
        BeanProperties properties = new BeanProperties();
        hierarchy(type, program).forEach(properties::add);
        return properties.byName.values();
    }

    /** The class and those above it whose sources were read, the nearest first. */
    static List<DeclaredClass> hierarchy(DeclaredClass type, Program program) {
        Set<DeclaredClass> found = new LinkedHashSet<>(List.of(type));
        List<DeclaredClass> open = new ArrayList<>(found);
        while (!open.isEmpty() && found.size() < MOST_CLASSES) {
            DeclaredClass next = open.remove(0);
            List<TypeName> names = new ArrayList<>(next.declaration().extended());
            names.addAll(next.declaration().implemented());
            for (TypeName name : names) {
                Optional<DeclaredClass> above = program.declared(next.resolve(name).className(), type.module());
                above.filter(found::add).ifPresent(open::add);
            }
        }
        return List.copyOf(found);
    }

    private BeanProperty property(String name) {
        return byName.computeIfAbsent(name, BeanProperty::new);
    }

    private void add(DeclaredClass owner) {
        for (FieldDeclaration field : owner.declaration().fields()) {
            if (field.role() != FieldDeclaration.Role.ENUM_CONSTANT && !field.modifiers().contains(Modifier.STATIC)) {
                field(owner, field);
            }
        }
        for (MethodDeclaration method : owner.declaration().methods()) {
            if (!method.modifiers().contains(Modifier.STATIC) && !method.isConstructor()) {
                method(owner, method);
            }
        }
    }

    private void field(DeclaredClass owner, FieldDeclaration field) {
        BeanProperty property = property(field.name());
        mark(property, BeanProperty.Element.FIELD, owner, field.annotations());
        Optional<String> made = MadeMembers.accessorName(owner, field);
        if (!property.hasField) {
            property.hasField = true;
            property.publicField = field.modifiers().contains(Modifier.PUBLIC);
            if (property.span == null) {
                property.span = field.nameSpan();
                property.type = owner.resolve(field.type());
            }
        }
        if (made.isPresent() && property.accessor.isEmpty()) {
            property.accessor = made.get();
            property.publicAccessor = true;
        }
    }

    private void method(DeclaredClass owner, MethodDeclaration method) {
        if (method.parameters().size() == 1 && BeanNames.isAccessor(method.name(), "set")) {
            mark(property(decapitalised(method.name().substring(3))), BeanProperty.Element.SETTER, owner, method.annotations());
        }
        if (!method.parameters().isEmpty() || method.returnType().name().equals("void")) {
            return;
        }
        String getter = getterProperty(method);
        boolean named = method.annotations().stream().anyMatch(each -> Set.of("JsonProperty", "JsonGetter", "JsonValue")
                .contains(each.simpleName()));
        if (getter.isEmpty() && !named) {
            return;
        }
        BeanProperty property = property(getter.isEmpty() ? method.name() : getter);
        mark(property, BeanProperty.Element.GETTER, owner, method.annotations());
        if (!property.written) {
            property.accessor = method.name();
            property.publicAccessor = owner.declaration().isInterface() || method.modifiers().contains(Modifier.PUBLIC);
            property.written = method.body() != null;
            property.oddName = getter.isEmpty();
            property.span = method.nameSpan();
            JavaType type = owner.resolve(method.returnType());
            property.type = type.isKnown() ? type : property.type;
        }
    }

    private static void mark(BeanProperty property, BeanProperty.Element element, DeclaredClass owner, List<AnnotationUse> uses) {
        uses.forEach(use -> property.marks.add(new BeanProperty.Mark(element, owner.annotationType(use), use, owner)));
    }

    /** The property that a getter reads by its name; empty where it is none. */
    private static String getterProperty(MethodDeclaration method) {
        String name = method.name();
        if (BeanNames.isAccessor(name, "get") && !name.equals("getClass")) {
            return decapitalised(name.substring(3));
        }
        boolean isBoolean = method.returnType().name().equalsIgnoreCase("boolean");
        return BeanNames.isAccessor(name, "is") && isBoolean ? decapitalised(name.substring(2)) : "";
    }

    static String decapitalised(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
