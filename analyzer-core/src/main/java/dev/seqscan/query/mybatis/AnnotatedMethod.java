package dev.seqscan.query.mybatis;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Module;
import dev.seqscan.program.Program;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.DeclaredMethod;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.ReturnedRows;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.Returns;
import dev.seqscan.query.RowStatements;
import dev.seqscan.query.Text;
import dev.seqscan.query.Texts;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.xml.XmlFile;
import dev.seqscan.source.xml.XmlReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The statement that a mapper's method has in an annotation ("Mapper Annotations" in the reference of MyBatis 3). */
final class AnnotatedMethod {

    private static final String ANNOTATIONS = "org.apache.ibatis.annotations.";
    private static final Map<String, Command> COMMANDS = Map.of("Select", Command.SELECT, "Insert", Command.INSERT,
            "Update", Command.UPDATE, "Delete", Command.DELETE);

    private static final int MOST_ANCESTORS = 8;
    private static final int MOST_TEXTS = 6;

    private final DeclaredMethod method;
    private final Program program;
    private final MapperFiles files;

    private AnnotatedMethod(DeclaredMethod method, Program program, MapperFiles files) {
        this.method = method;
        this.program = program;
        this.files = files;
    }

    /** The statement; empty where the method has no such annotation. */
    static Optional<MappedStatement> statement(DeclaredMethod method, Program program, MapperFiles files) {
        return method.declaration().annotations().isEmpty() ? Optional.empty()
                : new AnnotatedMethod(method, program, files).statement();
    }

    private Optional<MappedStatement> statement() {
        for (Map.Entry<String, Command> each : COMMANDS.entrySet()) {
            Optional<AnnotationUse> use = method.annotation(ANNOTATIONS + each.getKey());
            if (use.isPresent()) {
                Text text = method.text(use.get(), "value", program);
                return Optional.of(statement(each.getValue(), List.of(text), hasLoop(List.of(text))));
            }
            Optional<AnnotationUse> provider = method.annotation(ANNOTATIONS + each.getKey() + "Provider");
            if (provider.isPresent()) {
                List<Text> texts = provided(provider.get());
                return Optional.of(statement(each.getValue(), texts, takesContainer() || hasLoop(texts)));
            }
        }
        return Optional.empty();
    }

    private static boolean hasLoop(List<Text> texts) {
        return texts.stream().anyMatch(each -> each.full().contains("<foreach"));
    }

    private MappedStatement statement(Command command, List<Text> texts, boolean list) {
        boolean unknown = texts.stream().anyMatch(text -> text.parts().stream()
                .allMatch(each -> each.knowledge() == Text.Knowledge.HOLE));
        List<Text> variants = unknown ? List.of() : texts.stream()
                .flatMap(text -> text.full().contains("<script>") ? script(text, command).stream() : Stream.of(text)).toList();
        boolean definition = variants.stream().findFirst().map(Text::full).filter(RowStatements::isDefinition).isPresent();
        return new MappedStatement(command, variants, list, definition, method.place(), method.place(),
                new AnnotatedResults(method, program, files.results()).nested());
    }

    /** A {@code <script>} is written as in a mapper file; what is not known of its text or not well-formed is left open. */
    private List<Text> script(Text text, Command command) {
        return text.constant().flatMap(xml -> new XmlReader().read(new TextFile("", xml.strip()), new Notices()))
                .map(XmlFile::root).map(root -> new MapperText(method.owner().name(), files.fragments()).of(root, command))
                .orElse(List.of());
    }

    /**
     * The texts that the method of a provider may return ("Mapper Annotations" in the reference of MyBatis 3): by default it is
     * called as that of the mapper ({@code ProviderMethodResolver}), else {@code provideSql}.
     */
    private List<Text> provided(AnnotationUse provider) {
        Module module = method.owner().module();
        Optional<String> named = provider.attribute("method")
                .flatMap(each -> Texts.text(each, method.owner(), program).constant()).filter(each -> !each.isEmpty());
        Optional<DeclaredClass> type = provider.attribute("type").or(() -> provider.attribute("value"))
                .filter(Expression.ClassLiteral.class::isInstance).map(Expression.ClassLiteral.class::cast)
                .map(literal -> method.owner().resolve(literal.type()).className())
                .flatMap(each -> program.declared(each, module));
        List<String> names = named.map(List::of).orElse(List.of(method.declaration().name(), "provideSql"));
        return names.stream().flatMap(name -> type.stream().flatMap(each -> provider(each, name).stream())).findFirst()
                .map(this::returned).orElse(List.of());
    }

    /** The method of a provider or of a class above it, where only one has that name. */
    private Optional<CodePlace> provider(DeclaredClass type, String name) {
        Optional<DeclaredClass> current = Optional.of(type);
        for (int i = 0; i < MOST_ANCESTORS && current.isPresent(); i++) {
            DeclaredClass owner = current.get();
            List<MethodDeclaration> methods = owner.declaration().methods().stream()
                    .filter(each -> each.name().equals(name) && each.body() != null).toList();
            if (!methods.isEmpty()) {
                return methods.size() == 1 ? Optional.of(new CodePlace(owner, methods.get(0), Optional.empty()))
                        : Optional.empty();
            }
            current = owner.declaration().extended().stream().findFirst()
                    .flatMap(each -> program.declared(owner.resolve(each).className(), owner.module()));
        }
        return Optional.empty();
    }

    private List<Text> returned(CodePlace provider) {
        List<Expression> values = Returns.of(provider.method());
        return values.size() > MOST_TEXTS ? List.of() : values.stream().map(each -> BuiltSql.of(each, provider, program)
                .orElseGet(() -> Texts.text(each, provider, program))).toList();
    }

    /** A provider that is given a list most often makes one statement for all of it. */
    private boolean takesContainer() {
        return method.declaration().parameters().stream()
                .anyMatch(each -> ReturnedRows.of(method.owner().resolve(each.type())) == Rows.MANY);
    }
}
