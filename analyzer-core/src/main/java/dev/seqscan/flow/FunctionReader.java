package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.query.CallSite;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens a region for each function of a body: lambdas, method references, methods of anonymous classes. */
final class FunctionReader {

    private final ValueReader values;
    private final FlowBuilder statements;
    private final LinkedBody body;
    private final EntityTypes types;
    private final LoopHeads heads;
    private final LibraryKnowledge library;
    private final Accessors accessors;

    FunctionReader(ValueReader values, FlowBuilder statements, LinkedBody body, EntityTypes types, LoopHeads heads) {
        this.values = values;
        this.statements = statements;
        this.body = body;
        this.types = types;
        this.heads = heads;
        this.library = heads.library();
        this.accessors = new Accessors(body.owner(), heads.program());
    }

    Set<Value> lambda(Expression.Lambda lambda) {
        return Set.of(Value.of(new Origin.Function(function(lambda.parameters(), lambda.body(), lambda))));
    }

    private Region function(List<MethodDeclaration.Parameter> parameters, Statement.Block block, Expression at) {
        Region region = statements.open(Region.Kind.FUNCTION, at.span());
        for (int i = 0; i < parameters.size(); i++) {
            int index = i;
            Optional<Variable> variable = body.declared(parameters.get(i));
            String entity = variable.map(each -> types.in(each.type())).orElse("");
            region.parameterEntities.add(entity);
            variable.ifPresent(each -> takes(region, each.type(), parameters.size()));
            variable.ifPresent(each -> {
                noteType(region, index, each.type());
                values.variables().declare(each, region);
                values.variables().comesFrom(each, values.caller());
                values.variables().put(each, Set.of(Value.of(new Origin.FunctionParameter(region, index, entity))));
            });
        }
        region.takesChunks |= new Cutting(body, heads).cutsParts(block);
        statements.inFunction(region, block);
        return region;
    }

    private void takes(Region region, JavaType parameter, int parameters) {
        boolean chunk = library.isChunk(parameter);
        region.takesChunks |= chunk && parameters == 1;
        region.takesGroups |= chunk && parameters > 1 || library.isGroup(parameter);
    }

    /** {@code mapper::toDto} is a function whose body is that one call. */
    Set<Value> reference(Expression.MethodReference reference) {
        Region region = statements.open(Region.Kind.FUNCTION, reference.span());
        Set<Value> bound = reference.target() instanceof Expression.TypeLiteral ? Set.of() : values.of(reference.target());
        Optional<CallTarget> target = body.target(reference);
        if (target.isEmpty()) {
            return Set.of(Value.of(new Origin.Function(region)));
        }
        boolean isType = !body.type(reference.target()).isKnown() || reference.target() instanceof Expression.TypeLiteral;
        boolean unbound = isType && !target.get().isStatic() && !target.get().name().equals("<init>");
        int index = 0;
        Set<Value> receiver = bound;
        if (unbound) {
            receiver = Set.of(parameter(region, index++, types.in(target.get().receiver())));
        }
        List<Set<Value>> arguments = new ArrayList<>();
        for (JavaType parameter : target.get().parameters()) {
            noteType(region, index, parameter);
            arguments.add(Set.of(parameter(region, index++, types.in(parameter))));
            takes(region, parameter, target.get().parameters().size() + (unbound ? 1 : 0));
        }
        CallEvent event = values.event(reference, target.get(), region, receiver, arguments, region);
        event.query = values.query(new CallSite(reference, target.get(), body));
        event.stage = values.caller();
        accessors.fill(target.get(), arguments, values::write);
        boolean creates = target.get().name().equals("<init>") && types.isMapped(target.get().owner());
        region.returns.add(creates ? Set.of(Value.of(new Origin.Fresh(target.get().owner())))
                : values.result(event, receiver, target.get()));
        return Set.of(Value.of(new Origin.Function(region)));
    }

    private static void noteType(Region region, int index, JavaType parameter) {
        if (parameter instanceof JavaType.TypeVariable) {
            region.ofAnyType.add(index);
        }
    }

    private static Value parameter(Region region, int index, String entity) {
        while (region.parameterEntities.size() <= index) {
            region.parameterEntities.add(entity);
        }
        return Value.of(new Origin.FunctionParameter(region, index, entity));
    }

    Set<Value> anonymous(TypeDeclaration type, Expression at) {
        Set<Value> functions = new LinkedHashSet<>();
        for (MethodDeclaration method : type.methods()) {
            if (method.body() != null) {
                functions.add(Value.of(new Origin.Function(function(method.parameters(), method.body(), at))));
            }
        }
        return functions;
    }
}
