package dev.seqscan.flow;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.made.MadeBodies;
import dev.seqscan.program.made.TemplateUse;
import dev.seqscan.query.Query;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.IdentityHashMap;
import java.util.TreeMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What happens in one method, apart from its text: its regions, calls, and where its values come from. */
final class MethodFlow {

    final String key;
    final DeclaredClass owner;
    final MethodDeclaration method;
    final List<JavaType> parameterTypes;
    final Region root;
    /** All calls of the body and of the functions in it, in the order of the text. */
    final List<CallEvent> calls = new ArrayList<>();
    final Set<Value> returns = new LinkedHashSet<>();
    /** Where the elements of the list that it returns come from; null where it returns none. */
    ElementSource returned;
    /** What the list that it returns holds all of. */
    WholeList whole = WholeList.NONE;
    /** The calls that sources of elements name. */
    final Map<Span, CallEvent> results = new HashMap<>(2);
    /** The calls that give the identifiers of rows that it returns; empty where it returns others, too. */
    List<CallEvent> identifiers = List.of();
    /** What is put into fields of classes that are no entities. */
    final Map<String, Set<Value>> fieldWrites = new LinkedHashMap<>();
    /** The classes between which it lets a mapper copy. */
    final Set<Copying.Copy> copies = new LinkedHashSet<>(2);
    /** The templates and fragments that it lets show values. */
    final Set<TemplateUse> templates = new LinkedHashSet<>(2);
    final List<Region> regions = new ArrayList<>();
    /** What becomes of the rows that calls yield, and those that parameters bring. */
    final Map<CallEvent, RowTrace> rows = new IdentityHashMap<>(2);
    final Map<Integer, RowTrace> parameterRows = new TreeMap<>();
    /** What becomes of the numbers and pages that calls give, where that is known. */
    final Map<CallEvent, ResultTrace> traces = new IdentityHashMap<>(2);

    /** What it does as its callers see it, once that is known. */
    Summary summary = Summary.NOTHING;
    /** The parameters that it hands to calls which do more than read them, once they are asked for. */
    private Set<Integer> workedWith;

    MethodFlow(LinkedBody body) {
        this.key = body.key();
        this.owner = body.owner();
        this.method = body.method();
        this.parameterTypes = body.parameterTypes();
        this.root = new Region(Region.Kind.METHOD, null, body.owner().place(body.method().nameSpan()));
        regions.add(root);
    }

    /** Whether the method consists of one expression without a choice: {@code return dao.find(id);}. */
    boolean forwards() {
        List<Statement> statements = method.body() == null ? List.of() : method.body().statements();
        Expression only = statements.size() != 1 ? null
                : statements.get(0) instanceof Statement.Return end ? end.value()
                : statements.get(0) instanceof Statement.Evaluate step ? step.expression() : null;
        if (only == null) {
            return false;
        }
        boolean[] plain = {true};
        Used.walk(only, each -> plain[0] &= !(each instanceof Expression.Conditional || each instanceof Expression.Lambda
                || each instanceof Expression.SwitchExpression
                || each instanceof Expression.Binary both && (both.operator().equals("&&") || both.operator().equals("||"))));
        return plain[0];
    }

    /** The parameters on which the arguments hang of calls that do more than read. */
    Set<Integer> workedWith(LibraryKnowledge library) {
        if (workedWith == null) {
            Set<Integer> found = new HashSet<>();
            calls.stream().filter(event -> event.target != null && library.reader(event.target).isEmpty())
                    .forEach(event -> event.hanging.arguments().forEach(each -> found.addAll(each.parameters())));
            workedWith = found;
        }
        return workedWith;
    }

    /** Whether a call is given a function that asks for rows. */
    boolean readsRows(CallEvent event, int argument) {
        return event.arguments.get(argument).stream().anyMatch(value -> value.origin() instanceof Origin.Function function
                && calls.stream().anyMatch(each -> each.region.isWithin(function.region())
                        && each.query.filter(query -> query.rows() == Query.Rows.MANY).isPresent()));
    }

    /** Short name for messages: {@code OrderService.list}. */
    String label() {
        if (MadeBodies.isSerialiser(method)) {
            return "the serialiser of " + owner.simpleName();
        }
        if (TemplateUse.isTemplate(owner.name())) {
            return TemplateUse.label(owner.name(), method.name());
        }
        return method.isConstructor() ? "new " + owner.simpleName() : owner.simpleName() + "." + method.name();
    }
}
