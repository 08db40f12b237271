package dev.seqscan.flow;

import dev.seqscan.query.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a method does as its callers see it. Lists are bounded; what exceeds them is left out. */
final class Summary {

    /** That of a method of which nothing is known yet. */
    static final Summary NOTHING = new Summary();

    static final int MOST_SENDS = 16;
    static final int MOST_READS = 32;
    static final int LONGEST_CHAIN = 6;
    /** With methods that do nothing but call the next one. */
    static final int LONGEST_FORWARDED = 10;

    /**
     * A statement that may be sent, and the calls that lead to it, outermost first.
     *
     * @param once sets of parameters, -1 for {@code this}: while the values of one set stay the same, it is sent once
     * @param key the parameter whose value is the identifier of the row that is looked up; {@link #NO_KEY} where none is
     * @param rows of parameters, the rows whose identifiers say which row is looked up; empty where that is not known
     * @param written what it writes; where that is not known, {@code parameter} may be what it is
     * @param parameter index of the parameter whose value is written; {@link #NO_KEY} where none is
     * @param required what has to hold of parameters so that it is sent
     * @param frames the transactions and contexts of their own in which it is sent
     * @param exemptions the loops of callers that do not repeat it
     * @param conditional whether a branch on the way may leave it out
     * @param question the parameters on which hangs what is asked; empty where that is not known
     */
    record Send(Query query, List<Hop> chain, Reach reach, List<Set<Integer>> once, int key, Set<Value> rows,
            Written written, int parameter, List<Condition> required, List<Frame> frames, List<Exemption> exemptions,
            boolean conditional, Optional<Set<Integer>> question) {
    }

    /** No parameter is the identifier of what is looked up. */
    static final int NO_KEY = -2;

    /**
     * A lazy association that is read of a parameter or of {@code this}, and the calls that lead to it. Where the path is
     * empty the parameter itself is used: the elements of a collection, or more than the identifier of an entity. Of an
     * object that only carries rows it is read of the rows that a field holds; then it varies if there are many of them.
     *
     * @param required what has to hold of parameters so that it is read
     */
    record Read(Value value, List<Hop> chain, boolean ambiguous, boolean collection, List<Condition> required) {
    }

    /** A read in a loop of this method or one it calls, whose elements come from a parameter. */
    record OpenRead(LoopRead read, Value value, List<Hop> callers, List<Condition> required) {
    }

    /**
     * A function parameter that is called: how often, and with what.
     *
     * @param frames the transactions and contexts of their own in which it is called
     * @param turns what each call has of its own, if it is called many times
     * @param over the parameter for each of whose elements it is called; empty where that is not known
     */
    record Invocation(LibraryKnowledge.Calls calls, List<Set<Value>> arguments, List<Frame> frames,
            Optional<Circumstance> turns, Optional<Integer> over) {

        /** The same, called in more transactions and contexts. */
        Invocation opening(List<Frame> more, Optional<Circumstance> moreTurns) {
            List<Frame> all = new ArrayList<>(frames);
            all.addAll(more);
            return new Invocation(calls, arguments, Frames.outside(all), turns.or(() -> moreTurns), over);
        }
    }

    final Set<Value> returns = new LinkedHashSet<>();
    final List<Send> sends = new ArrayList<>();
    final List<Read> reads = new ArrayList<>();
    final List<OpenRead> openReads = new ArrayList<>();
    final Map<Integer, Invocation> invocations = new TreeMap<>();
    /** Whether it waits for a time that is set, in no loop of its own. */
    boolean waits;
    /** What parameters are put into, by field. */
    final Map<String, Set<Value>> writes = new TreeMap<>();

    /** Of parameters, the rows whose identifiers it returns; empty where it may return others. */
    final Set<Value> identifiers = new LinkedHashSet<>();

    /** Two rounds over a cycle of calls are the same when this is. */
    int size() {
        return returns.size() + sends.size() + reads.size() + openReads.size() + invocations.size() + writes.size()
                + identifiers.size();
    }
}
