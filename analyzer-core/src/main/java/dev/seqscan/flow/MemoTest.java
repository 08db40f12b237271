package dev.seqscan.flow;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises code that keeps what it has loaded: {@code if (!known.containsKey(id)) known.put(id, load(id))},
 * {@code if (total == null) total = load()}, {@code if (!done) { load(); done = true; }}, a look-up whose fallback stores what it
 * has loaded under the same key, {@code if (remote.get(key) != null) return ..; .. remote.set(key, value)}. What is guarded so runs once for each key or object.
 */
final class MemoTest {

    private static final int DEEPEST = 6;
    /** How classes are named that keep what was loaded until it is evicted. */
    private static final Pattern CACHE = Pattern.compile("Cache[^.]*$");

    private final LinkedBody body;
    private final LibraryKnowledge library;
    private final KeptResults results;

    MemoTest(LinkedBody body, LibraryKnowledge library) {
        this.body = body;
        this.library = library;
        this.results = new KeptResults(body);
    }

    /**
     * What guards code.
     *
     * @param holder what holds the results
     * @param keeps whether a result is seen to be kept; else something was looked up before, and no more is known
     * @param single whether it holds one result, and not one for each key
     */
    record Guard(Expression holder, boolean keeps, boolean single) {
    }

    /**
     * What holds the results, where code runs only if one is missing there; empty where a condition asks no such thing.
     *
     * @param absent whether the code runs if the condition holds, or if it does not
     * @param guarded the code
     * @param otherwise what runs instead
     */
    Optional<Guard> guard(Expression condition, boolean absent, List<Statement> guarded, List<Statement> otherwise) {
        Optional<Guard> weak = Optional.empty();
        for (Conjuncts.Part part : Conjuncts.of(condition, absent)) {
            if (part.test() instanceof Expression.Name flag && results.sets(guarded, flag.name(), !part.holds())) {
                return Optional.of(new Guard(flag, true, true));
            }
        }
        for (AbsenceTest asked : AbsenceTest.of(condition, absent)) {
            Optional<Guard> found = isMissingCache(asked, otherwise) ? Optional.of(new Guard(asked.value(), true, false))
                    : guard(asked.value(), guarded);
            if (found.filter(Guard::keeps).isPresent()) {
                return found;
            }
            weak = found.isPresent() && asked.sure() ? found : weak;
        }
        return weak;
    }

    /**
     * Code beside {@code if (cache != null) return cache.get(key, ..);} stands for a cache that is switched off. A map that was
     * not given is another thing: it would have held what some caller has loaded for all keys.
     */
    private boolean isMissingCache(AbsenceTest asked, List<Statement> otherwise) {
        boolean named = asked.sure() && (asked.value() instanceof Expression.Name || asked.value() instanceof Expression.Select);
        return named && CACHE.matcher(body.type(asked.value()).className()).find() && !library.isMap(body.type(asked.value()))
                && results.looksUp(otherwise, asked.value());
    }

    /** The same for a function that is called where a chain of calls on a looked up value has found nothing. */
    Optional<Guard> guardOfChain(Expression chain, Statement function) {
        return guard(chain, List.of(function));
    }

    private Optional<Guard> guard(Expression asked, List<Statement> guarded) {
        boolean named = asked instanceof Expression.Name || asked instanceof Expression.Select;
        if (named && results.assigns(guarded, ExpressionText.of(asked)) && !isQueried(asked)) {
            return Optional.of(new Guard(asked, true, true));
        }
        if (isField(asked) && results.fills(guarded, fieldName(asked))) {
            return Optional.of(new Guard(asked, true, true));
        }
        List<Expression.Call> lookups = lookups(asked);
        for (Expression.Call lookup : lookups) {
            if (keeps(lookup, guarded) || results.puts(guarded, lookup)) {
                return Optional.of(new Guard(lookup.target() == null ? lookup : lookup.target(), true, false));
            }
        }
        return lookups.stream().findFirst().map(lookup -> new Guard(lookup, false, false));
    }

    private boolean isField(Expression asked) {
        return asked instanceof Expression.Name name && body.variable(name).isEmpty()
                || asked instanceof Expression.Select select && select.target() instanceof Expression.This;
    }

    private static String fieldName(Expression field) {
        return field instanceof Expression.Select select ? select.name() : ((Expression.Name) field).name();
    }

    /** {@code x = find(a); if (x == null) x = find(b)} loads in each case. */
    private boolean isQueried(Expression asked) {
        if (asked instanceof Expression.Name name && body.variable(name).isPresent()) {
            Expression first = body.variable(name).get().assigned().stream().findFirst().orElse(null);
            return (first instanceof Expression.Cast cast ? cast.operand() : first) instanceof Expression.Call;
        }
        return false;
    }

    /** The calls with arguments behind what is asked: itself, its receivers, or what a variable was set to. */
    private List<Expression.Call> lookups(Expression asked) {
        List<Expression.Call> found = new ArrayList<>();
        Expression current = asked;
        for (int i = 0; i < DEEPEST && current != null; i++) {
            if (current instanceof Expression.Name name) {
                current = body.variable(name).map(Variable::assigned).filter(each -> !each.isEmpty())
                        .map(each -> each.get(0)).orElse(null);
            } else if (current instanceof Expression.Cast cast) {
                current = cast.operand();
            } else if (current instanceof Expression.Call call) {
                if (!call.arguments().isEmpty()) {
                    found.add(call);
                }
                boolean wraps = call.arguments().size() == 1 && call.arguments().get(0) instanceof Expression.Call
                        && body.target(call).filter(target -> target.isStatic()).isPresent();
                current = wraps ? call.arguments().get(0) : call.target();
            } else {
                current = null;
            }
        }
        return found;
    }

    /** A map that is asked for a key, or a set to which the key is added. */
    private boolean keeps(Expression.Call lookup, List<Statement> guarded) {
        if (lookup.target() == null) {
            return false;
        }
        JavaType holder = body.type(lookup.target());
        if (library.isMap(holder)) {
            return Set.of("get", "containsKey", "getOrDefault").contains(lookup.name());
        }
        return library.isContainer(holder) && (lookup.name().equals("add")
                || lookup.name().equals("contains") && results.adds(guarded, ExpressionText.of(lookup.target())));
    }
}
