package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Program;
import dev.seqscan.program.made.CopyBodies;
import dev.seqscan.source.code.Expression;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Calls that copy the properties of one object into another one by their names. */
final class Copying {

    /** A class whose objects are mapped into those of another class. */
    record Copy(DeclaredClass source, DeclaredClass target) {
    }

    /** Reads all getters of the object itself, and nothing of what they give. */
    private static final String PLAIN = "(copier)";

    private final LinkedBody body;
    private final MethodFlow flow;
    private final EntityTypes types;
    private final LibraryKnowledge library;
    private final Program program;
    private final HandedOver handedOver;

    Copying(LinkedBody body, MethodFlow flow, EntityTypes types, LoopHeads heads, HandedOver handedOver) {
        this.body = body;
        this.flow = flow;
        this.types = types;
        this.library = heads.library();
        this.program = heads.program();
        this.handedOver = handedOver;
    }

    /** Records what a call copies; {@code field} takes what is put into the fields of the target. */
    void call(Expression.Call call, CallTarget target, List<Set<Value>> arguments, BiConsumer<String, Set<Value>> field) {
        Optional<LibraryKnowledge.Copies> copies = arguments.size() < 2 ? Optional.empty() : library.copies(target);
        if (copies.isEmpty()) {
            return;
        }
        int from = copies.get() == LibraryKnowledge.Copies.BACK ? 1 : 0;
        Set<Value> source = arguments.get(from);
        Optional<DeclaredClass> into = declared(named(call.arguments().get(1 - from)));
        String entity = source.stream().map(Value::entity).filter(each -> !each.isEmpty()).findFirst().orElse("");
        Optional<DeclaredClass> read = program.declared(entity, body.owner().module());
        if (read.isEmpty() || into.isEmpty()) {
            return;
        }
        boolean deep = copies.get() == LibraryKnowledge.Copies.DEEP;
        if (deep) {
            flow.copies.add(new Copy(read.get(), into.get()));
        } else if (!types.isMapped(into.get().name())) {
            fill(source, read.get(), into.get(), field);
        }
        handedOver.mapped(deep ? CopyBodies.name(into.get().name()) : PLAIN, call.arguments().get(from), source);
    }

    private void fill(Set<Value> source, DeclaredClass read, DeclaredClass into, BiConsumer<String, Set<Value>> field) {
        for (String property : new CopyBodies(program).shared(read, into)) {
            Set<Value> values = new LinkedHashSet<>();
            types.association(read.name(), property)
                    .ifPresent(association -> source.forEach(each -> each.then(association).ifPresent(values::add)));
            if (!values.isEmpty()) {
                field.accept(into.name() + "." + property, values);
            }
        }
    }

    /** The class of the target: given as an object, as {@code OrderDto.class}, or as a token of a list of them. */
    private JavaType named(Expression target) {
        if (target instanceof Expression.ClassLiteral literal) {
            return body.owner().resolve(literal.type());
        }
        boolean token = target instanceof Expression.Call call && call.name().equals("getType") && call.target() != null;
        return token ? body.type(((Expression.Call) target).target()) : body.type(target);
    }

    private Optional<DeclaredClass> declared(JavaType type) {
        JavaType current = type;
        for (int depth = 0; depth < 4; depth++) {
            Optional<DeclaredClass> found = program.declared(current.className(), body.owner().module());
            if (found.isPresent() || !(current instanceof JavaType.ClassType named) || named.arguments().isEmpty()) {
                return found;
            }
            current = named.arguments().get(named.arguments().size() - 1);
        }
        return Optional.empty();
    }
}
