package dev.seqscan.testkit.javac;

import dev.seqscan.program.ClassSource;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LibraryShapes;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Linker;
import dev.seqscan.program.Module;
import dev.seqscan.program.Program;
import dev.seqscan.program.Shapes;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.classfile.ClassLookupChain;
import dev.seqscan.source.classfile.ClassPath;
import dev.seqscan.source.classfile.RunningJdk;
import dev.seqscan.source.classfile.index.SignatureIndex;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.java.JavaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The Java files below a folder, whose types the JDK's compiler and the linker both tell. */
public final class ComparedSources {

    private static final Module MODULE = new Module("compared", "", Set.of(""));

    private record Linked(Expression.Call call, LinkedBody body) {
    }

    private final Path folder;
    private final List<Path> classPath;
    private final List<Path> files;
    private final JavacTypes javac;

    /** Takes the sources and what they compile against, and asks the compiler. */
    public ComparedSources(Path folder, List<Path> classPath) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        this.classPath = classPath;
        try (Stream<Path> all = Files.walk(this.folder)) {
            // A module would hide the class path, which belongs to no module.
            this.files = all.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                    .sorted().toList();
        }
        this.javac = new JavacTypes(files, classPath);
    }

    /** What does not compile, and so is not compared. */
    public List<String> errors() {
        return javac.errors();
    }

    /** The linker has the class path that the compiler has. */
    public TypeAgreement withClassPath() throws IOException {
        Notices notices = new Notices();
        try (ClassPath libraries = new ClassPath(classPath, notices)) {
            return compared(LibraryShapes.of(new ClassLookupChain(List.of(new RunningJdk(notices), libraries))));
        }
    }

    /** The linker has the JDK and the shipped signature index, no class path. */
    public TypeAgreement withoutClassPath() throws IOException {
        return compared(shippedLibraries());
    }

    /** The JDK and the shipped signature index. */
    public static ClassSource shippedLibraries() {
        Notices notices = new Notices();
        return LibraryShapes.of(new ClassLookupChain(List.of(new RunningJdk(notices), SignatureIndex.shipped(notices))));
    }

    /** The classes of the files, to be linked against those libraries. */
    public Program program(ClassSource libraries) throws IOException {
        Program program = new Program(libraries);
        JavaReader reader = new JavaReader();
        Notices notices = new Notices();
        for (Path file : files) {
            program.add(reader.read(new TextFile(file.toString(), Files.readString(file)), notices), MODULE, false, notices);
        }
        return program;
    }

    private TypeAgreement compared(ClassSource libraries) throws IOException {
        Map<String, Map<Span, Linked>> linked = linked(program(libraries));
        TypeAgreement agreement = new TypeAgreement(javac.types());
        for (Path file : files) {
            Map<Span, Linked> calls = linked.getOrDefault(file.toString(), Map.of());
            javac.calls(file).forEach((span, asked) -> {
                Linked ours = calls.get(span);
                agreement.compare(asked, ours == null ? null : ours.call(), ours == null ? null : ours.body(),
                        folder.relativize(file) + ":" + span);
            });
        }
        return agreement;
    }

    private static Map<String, Map<Span, Linked>> linked(Program program) {
        Linker linker = new Linker(new Shapes(program));
        Map<String, Map<Span, Linked>> linked = new HashMap<>();
        for (DeclaredClass type : program.classes()) {
            Map<Span, Linked> calls = linked.computeIfAbsent(type.file().path(), key -> new HashMap<>());
            for (LinkedBody body : linker.link(type)) {
                for (Map.Entry<Expression, JavaType> each : body.types()) {
                    if (each.getKey() instanceof Expression.Call call) {
                        calls.put(call.span(), new Linked(call, body));
                    }
                }
            }
        }
        return linked;
    }
}
