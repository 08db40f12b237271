package dev.seqscan.query.jpa;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.Calls;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.Text;
import dev.seqscan.query.Texts;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.query.criteria.AttributeNames;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The paths of an entity graph that code builds or asks for by its name. */
final class GraphInCode {

    private static final int MAX_DEPTH = 4;
    private static final String[] SUBGRAPHS = {"addSubgraph", "addSubGraph", "addElementSubgraph"};

    private final QueryContext context;

    GraphInCode(QueryContext context) {
        this.context = context;
    }

    /** The paths of the graph that an expression holds; empty where they are not known. */
    Optional<List<String>> paths(Expression graph, DeclaredClass owner, MethodDeclaration method) {
        Optional<CallChain> chain =
                CallChain.of(graph, owner, method, each -> Calls.isCall(each, "createEntityGraph", "getEntityGraph"));
        if (chain.isEmpty()) {
            Optional<String> name = Texts.text(graph, owner, method, context.program()).constant();
            return name.flatMap(new EntityGraphs(context)::named);
        }
        Expression.Call origin = (Expression.Call) chain.get().origin();
        List<String> paths = new ArrayList<>();
        if (!origin.arguments().isEmpty() && !(origin.arguments().get(0) instanceof Expression.ClassLiteral)) {
            Text name = Texts.text(origin.arguments().get(0), chain.get().owner(), chain.get().method(), context.program());
            Optional<List<String>> named = name.constant().flatMap(new EntityGraphs(context)::named);
            if (named.isEmpty()) {
                return Optional.empty();
            }
            paths.addAll(named.get());
        }
        chain.get().steps().forEach(step -> add(step.call(), prefix(step), step.owner(), step.method(), paths, 0));
        return Optional.of(List.copyOf(paths));
    }

    /** {@code graph.addSubgraph("lines").addAttributeNodes("product")} speaks of the lines. */
    private String prefix(CallChain.Step step) {
        StringBuilder prefix = new StringBuilder();
        Expression current = step.call().target();
        while (current instanceof Expression.Call call && Calls.isCall(call, SUBGRAPHS) && !call.arguments().isEmpty()) {
            prefix.insert(0, attribute(call.arguments().get(0), step.owner(), step.method()).orElse("") + ".");
            current = call.target();
        }
        return prefix.toString();
    }

    private void add(Expression.Call call, String prefix, DeclaredClass owner, MethodDeclaration method,
            List<String> paths, int depth) {
        boolean nodes = Calls.isCall(call, "addAttributeNodes", "addAttributeNode");
        boolean subgraph = Calls.isCall(call, SUBGRAPHS);
        if (nodes) {
            call.arguments().forEach(each -> attribute(each, owner, method).ifPresent(name -> paths.add(prefix + name)));
        } else if (subgraph && !call.arguments().isEmpty()) {
            Optional<String> name = attribute(call.arguments().get(0), owner, method);
            name.ifPresent(each -> subgraph(call, prefix + each, owner, method, paths, depth));
        }
    }

    private void subgraph(Expression.Call call, String path, DeclaredClass owner, MethodDeclaration method,
            List<String> paths, int depth) {
        paths.add(path);
        if (depth < MAX_DEPTH) {
            VariableHistory.initialisedWith(method, call).stream().flatMap(each -> each.uses().stream())
                    .filter(use -> use.kind() == VariableHistory.Kind.CALLED).map(VariableHistory.Use::value)
                    .forEach(use -> add((Expression.Call) use, path + ".", owner, method, paths, depth + 1));
        }
    }

    /** The name of an attribute, given as text or by the static metamodel ({@code Order_.lines}). */
    private Optional<String> attribute(Expression expression, DeclaredClass owner, MethodDeclaration method) {
        return AttributeNames.of(expression, owner, method, context.program());
    }
}
