package dev.seqscan.benchmark.jmh;

import dev.seqscan.benchmark.Benchmark;
import dev.seqscan.config.Settings;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.flow.Flow;
import dev.seqscan.flow.FlowAnalysis;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.LibraryShapes;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Linker;
import dev.seqscan.program.Module;
import dev.seqscan.program.Program;
import dev.seqscan.program.Shapes;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.UserMethods;
import dev.seqscan.query.sql.SqlQueries;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Progress;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.classfile.ClassLookupChain;
import dev.seqscan.source.classfile.RunningJdk;
import dev.seqscan.source.classfile.index.SignatureIndex;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.java.JavaReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Each takes a tree of 20,000 lines, but for the last; what comes before it is done once. With fewer turns the compiler of the
 * JVM is still at work while it is measured, and the errors are larger than the scores.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 8, time = 2)
public class HotParts {

    private static final Module MODULE = new Module("", "", Set.of(""));
    private static final Schema SCHEMA = new Schema(Product.POSTGRESQL, Map.of());

    private final Notices notices = new Notices();
    private final ClassLookupChain libraries =
            new ClassLookupChain(List.of(new RunningJdk(notices), SignatureIndex.shipped(notices)));
    private List<TextFile> texts;
    private List<CodeFile> files;

    /** Reads the texts and their facts. */
    @Setup
    public void read() throws IOException {
        texts = Benchmark.texts(20_000);
        files = reading();
    }

    /** Text to facts, in one thread. */
    @org.openjdk.jmh.annotations.Benchmark
    public List<CodeFile> reading() {
        JavaReader reader = new JavaReader();
        return texts.stream().map(each -> reader.read(each, notices)).toList();
    }

    /** Facts to types and targets of calls, in one thread. */
    @org.openjdk.jmh.annotations.Benchmark
    public List<LinkedBody> linking() {
        Program program = program();
        Linker linker = new Linker(new Shapes(program));
        List<LinkedBody> bodies = new ArrayList<>();
        for (DeclaredClass type : program.classes()) {
            bodies.addAll(linker.link(type));
        }
        return bodies;
    }

    /** Facts to summaries on all processors, linking included and queries left out. */
    @org.openjdk.jmh.annotations.Benchmark
    public Flow linkingAndSummaries() {
        Program program = program();
        return new FlowAnalysis(new Shapes(program), new EntityModel(Map.of()), new Settings(Map.of()),
                (module, site) -> Optional.empty(), UserMethods.NONE, notices, new Progress(line -> { }))
                .analyse(program.classes());
    }

    /** A hundred statements to their shapes. */
    @org.openjdk.jmh.annotations.Benchmark
    public List<QueryShape> statements() {
        SqlQueries queries = new SqlQueries();
        return IntStream.range(0, 100).mapToObj(each -> queries.shape("""
                select o.id, o.total, c.name from orders o join customers c on c.id = o.customer_id
                where o.status = ? and o.created_at >= ? and c.region in (?, ?, %d)
                order by o.created_at desc limit 20""".formatted(each), SCHEMA)).toList();
    }

    private Program program() {
        Program program = new Program(LibraryShapes.of(libraries));
        files.forEach(each -> program.add(each, MODULE, false, notices));
        return program;
    }
}
