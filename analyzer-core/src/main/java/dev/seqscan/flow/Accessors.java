package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.MadeMembers;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Members that no text shows but that read or fill fields: record accessors and constructors, Lombok's getters. */
final class Accessors {

    private final DeclaredClass from;
    private final Program program;

    Accessors(DeclaredClass from, Program program) {
        this.from = from;
        this.program = program;
    }

    /** The field that a call of a made accessor reads; empty where a method is written. */
    Optional<String> made(CallTarget target) {
        if (!target.parameters().isEmpty() || target.isStatic()) {
            return Optional.empty();
        }
        Optional<DeclaredClass> owner = program.declared(target.owner(), from.module());
        if (owner.isEmpty() || isWritten(owner.get().declaration(), target.name())) {
            return Optional.empty();
        }
        return owner.get().declaration().fields().stream()
                .filter(field -> MadeMembers.accessorName(owner.get(), field).filter(target.name()::equals).isPresent())
                .map(FieldDeclaration::name).findFirst();
    }

    private static boolean isWritten(TypeDeclaration type, String method) {
        return type.methods().stream().anyMatch(each -> each.name().equals(method) && each.parameters().isEmpty());
    }

    /** By argument index, the fields that a record's or Lombok's constructor fills. */
    Map<Integer, String> components(CallTarget target) {
        Map<Integer, String> fields = new TreeMap<>();
        Optional<DeclaredClass> owner = program.declared(target.owner(), from.module());
        if (owner.isEmpty() || owner.get().declaration().methods().stream().anyMatch(MethodDeclaration::isConstructor)) {
            return fields;
        }
        int index = 0;
        boolean record = owner.get().declaration().kind() == TypeDeclaration.Kind.RECORD;
        for (FieldDeclaration field : owner.get().declaration().fields()) {
            boolean counts = record ? field.role() == FieldDeclaration.Role.RECORD_COMPONENT
                    : field.role() == FieldDeclaration.Role.FIELD
                            && !field.modifiers().contains(dev.seqscan.source.code.Modifier.STATIC);
            if (counts) {
                fields.put(index++, owner.get().name() + "." + field.name());
            }
        }
        return fields;
    }
}
