package dev.seqscan.query;

import dev.seqscan.program.Constants;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.Modifier;
import java.util.Optional;

/** Finds the fields of the program that always hold what their initialiser says, constant expression or not. */
final class FixedFields {

    /** The initialiser of a field and the class in which it stands. */
    record Fixed(Expression initializer, DeclaredClass owner) {
    }

    private final Constants constants;

    FixedFields(Program program) {
        this.constants = new Constants(program);
    }

    /** The field that a name or selection means, as seen from a class. */
    Optional<Fixed> find(Expression nameOrSelect, DeclaredClass from) {
        return constants.field(nameOrSelect, from).filter(FixedFields::isFixed)
                .map(found -> new Fixed(found.field().initializer(), found.owner()));
    }

    private static boolean isFixed(Constants.Found found) {
        FieldDeclaration field = found.field();
        boolean unchanged = field.modifiers().contains(Modifier.FINAL) || found.owner().declaration().isInterface()
                || field.modifiers().contains(Modifier.PRIVATE) && !isAssigned(field.name(), found.owner());
        boolean hasValue = field.role() == FieldDeclaration.Role.FIELD && field.initializer() != null;
        // An annotated field may be filled by a framework, as with @Value.
        return hasValue && unchanged && field.annotations().isEmpty();
    }

    /** Nested classes may assign a private field too; they are not searched. */
    private static boolean isAssigned(String field, DeclaredClass owner) {
        return FieldValues.of(field, owner).all().size() > 1 || !owner.declaration().nested().isEmpty();
    }
}
