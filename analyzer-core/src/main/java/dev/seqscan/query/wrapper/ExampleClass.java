package dev.seqscan.query.wrapper;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.Building;
import dev.seqscan.query.QueryContext;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.Optional;

/**
 * A class that MyBatis Generator wrote: a list of criteria, of which each holds conditions ("Example Class Usage Notes" in its
 * manual).
 */
final class ExampleClass implements Building.Library {

    /** The field that holds the alternatives, by which the mapper files reach them. */
    private static final String ALTERNATIVES = "oredCriteria";
    private static final int MOST_ANCESTORS = 5;

    private final DeclaredClass type;
    private final DeclaredClass criteria;
    private final QueryContext context;

    private ExampleClass(DeclaredClass type, DeclaredClass criteria, QueryContext context) {
        this.type = type;
        this.criteria = criteria;
        this.context = context;
    }

    /** The class, if it is such a one. */
    static Optional<ExampleClass> of(DeclaredClass type, QueryContext context) {
        Optional<DeclaredClass> current = Optional.of(type);
        for (int i = 0; i < MOST_ANCESTORS && current.isPresent(); i++) {
            DeclaredClass owner = current.get();
            Optional<FieldDeclaration> list = owner.declaration().fields().stream()
                    .filter(each -> each.name().equals(ALTERNATIVES)).findFirst();
            if (list.isPresent()) {
                return list.get().type().arguments().stream().findFirst()
                        .flatMap(each -> context.program().declared(owner.resolve(each).className(), owner.module()))
                        .map(each -> new ExampleClass(owner, each, context));
            }
            current = owner.declaration().extended().stream().findFirst()
                    .flatMap(each -> context.program().declared(owner.resolve(each).className(), owner.module()));
        }
        return Optional.empty();
    }

    DeclaredClass criteria() {
        return criteria;
    }

    /** Whether a call gives new criteria. */
    @Override
    public boolean makes(Expression.Call call) {
        return type.declaration().methods().stream().anyMatch(each -> each.name().equals(call.name())
                && each.parameters().size() == call.arguments().size() && givesCriteria(each));
    }

    private boolean givesCriteria(MethodDeclaration method) {
        return type.resolve(method.returnType()).className().equals(criteria.name());
    }

    /** Mappers and pages send what they are given; {@code or(criteria)} takes it as it is. */
    @Override
    public boolean leaves(Expression.Call call) {
        return WrapperCalls.INSTANCE.leaves(call) || call.name().equals("or");
    }
}
