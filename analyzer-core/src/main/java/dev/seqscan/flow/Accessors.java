package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.FilledFields;
import dev.seqscan.program.MadeMembers;
import dev.seqscan.program.Program;
import dev.seqscan.program.made.Projections;
import dev.seqscan.query.Query;
import dev.seqscan.source.code.FieldDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Members that no text shows but that read or fill fields: of records, of what Lombok makes, of projections. */
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
        if (owner.isEmpty() || isWritten(owner.get(), target.name())) {
            return Optional.empty();
        }
        return owner.get().declaration().fields().stream()
                .filter(field -> MadeMembers.accessorName(owner.get(), field).filter(target.name()::equals).isPresent())
                .map(FieldDeclaration::name).findFirst();
    }

    private static boolean isWritten(DeclaredClass type, String method) {
        return type.methods(method).stream().anyMatch(each -> each.name().equals(method) && each.parameters().isEmpty());
    }

    /** Tells which fields a made constructor, setter, wither or method of a builder fills with its arguments. */
    void fill(CallTarget target, List<Set<Value>> arguments, BiConsumer<String, Set<Value>> field) {
        if (target == null || arguments.stream().allMatch(Set::isEmpty)) {
            return;
        }
        program.declared(target.owner(), from.module()).ifPresent(owner -> {
            List<String> fields = FilledFields.of(owner, target.name(), target.parameters());
            for (int i = 0; i < Math.min(fields.size(), arguments.size()); i++) {
                field.accept(fields.get(i), arguments.get(i));
            }
        });
    }

    /** Behind the open projections that a query gives stand the rows that it loads. */
    void project(CallEvent event, BiConsumer<String, Set<Value>> field) {
        event.query.filter(query -> event.entity.isEmpty() && !query.writes() && !query.entity().isEmpty()).ifPresent(query ->
                field.accept(HandedOver.element(event.type, 0).className() + "." + Projections.TARGET, Set.of(Value.of(
                        new Origin.Rows(query, event, query.entity(), query.rows() != Query.Rows.ONE)))));
    }
}
