package dev.seqscan.query;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeName;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the fields of the program that always hold what their initialiser says. */
final class Constants {

    /** A field and the class that declares it. */
    record Constant(Expression initializer, DeclaredClass owner) {
    }

    private record Found(FieldDeclaration field, DeclaredClass owner) {
    }

    private final Program program;

    Constants(Program program) {
        this.program = program;
    }

    /** The constant that a simple name means: own, inherited, of a class around, or imported. */
    Optional<Constant> ofName(String name, DeclaredClass from) {
        for (DeclaredClass each = from; each != null; each = each.outer().orElse(null)) {
            Optional<Found> member = member(each, name, new HashSet<>());
            if (member.isPresent()) {
                return member.flatMap(Constants::constant);
            }
        }
        return imported(name, from).flatMap(Constants::constant);
    }

    /** The constant that {@code Type.NAME} or {@code this.name} means. */
    Optional<Constant> ofSelect(Expression.Select select, DeclaredClass from) {
        if (select.target() instanceof Expression.This) {
            return member(from, select.name(), new HashSet<>()).flatMap(Constants::constant);
        }
        return qualifiedName(select.target()).flatMap(from::resolveClass)
                .flatMap(type -> program.declared(type, from.module()))
                .flatMap(type -> member(type, select.name(), new HashSet<>())).flatMap(Constants::constant);
    }

    /** The text of a name with dots; empty for all other expressions. */
    static Optional<String> qualifiedName(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return Optional.of(name.name());
        }
        return expression instanceof Expression.Select select
                ? qualifiedName(select.target()).map(head -> head + "." + select.name()) : Optional.empty();
    }

    private Optional<Found> member(DeclaredClass owner, String name, Set<String> seen) {
        if (!seen.add(owner.name())) {
            return Optional.empty();
        }
        for (FieldDeclaration field : owner.declaration().fields()) {
            if (field.name().equals(name)) {
                return Optional.of(new Found(field, owner));
            }
        }
        Stream<TypeName> supertypes =
                Stream.concat(owner.declaration().extended().stream(), owner.declaration().implemented().stream());
        return supertypes.map(type -> owner.resolve(type).className())
                .flatMap(type -> program.declared(type, owner.module()).stream())
                .flatMap(type -> member(type, name, seen).stream()).findFirst();
    }

    private Optional<Found> imported(String name, DeclaredClass from) {
        for (CodeFile.Import each : from.file().imports()) {
            if (each.isStatic() && (each.onDemand() || each.name().endsWith("." + name))) {
                String type = each.onDemand() ? each.name() : each.name().substring(0, each.name().lastIndexOf('.'));
                Optional<Found> found = program.declared(type, from.module())
                        .flatMap(owner -> member(owner, name, new HashSet<>()));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Constant> constant(Found found) {
        FieldDeclaration field = found.field();
        boolean fixed = field.modifiers().contains(Modifier.FINAL) || found.owner().declaration().isInterface()
                || field.modifiers().contains(Modifier.PRIVATE) && !isAssigned(field.name(), found.owner());
        boolean known = field.role() == FieldDeclaration.Role.FIELD && field.initializer() != null;
        return known && fixed && field.annotations().isEmpty()
                ? Optional.of(new Constant(field.initializer(), found.owner())) : Optional.empty();
    }

    /** Nested classes may assign a private field too; they are not searched. */
    private static boolean isAssigned(String field, DeclaredClass owner) {
        return FieldValues.of(field, owner).all().size() > 1 || !owner.declaration().nested().isEmpty();
    }
}
