package dev.seqscan.query.mybatis;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Module;
import dev.seqscan.program.Program;
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

/** The statement that a mapper's method has in an annotation ("Mapper Annotations" in the reference of MyBatis 3). */
final class AnnotatedMethod {

    private static final String ANNOTATIONS = "org.apache.ibatis.annotations.";
    private static final Map<String, Command> COMMANDS = Map.of("Select", Command.SELECT, "Insert", Command.INSERT,
            "Update", Command.UPDATE, "Delete", Command.DELETE);

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
                return Optional.of(statement(each.getValue(), text, text.full().contains("<foreach")));
            }
            Optional<AnnotationUse> provider = method.annotation(ANNOTATIONS + each.getKey() + "Provider");
            if (provider.isPresent()) {
                Text text = provided(provider.get()).orElse(Text.EMPTY);
                return Optional.of(statement(each.getValue(), text, takesContainer() || text.full().contains("<foreach")));
            }
        }
        return Optional.empty();
    }

    private MappedStatement statement(Command command, Text text, boolean list) {
        boolean unknown = text.parts().stream().allMatch(each -> each.knowledge() == Text.Knowledge.HOLE);
        List<Text> variants = unknown ? List.of() : text.full().contains("<script>") ? script(text, command) : List.of(text);
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

    /** The text that a provider's only {@code return} gives; by default its method is called as that of the mapper. */
    private Optional<Text> provided(AnnotationUse provider) {
        Module module = method.owner().module();
        String name = provider.attribute("method").flatMap(each -> Texts.text(each, method.owner(), program).constant())
                .orElse(method.declaration().name());
        return provider.attribute("type").or(() -> provider.attribute("value"))
                .filter(Expression.ClassLiteral.class::isInstance).map(Expression.ClassLiteral.class::cast)
                .map(literal -> method.owner().resolve(literal.type()).className())
                .flatMap(type -> program.declared(type, module)).flatMap(type -> returned(type, name));
    }

    private Optional<Text> returned(DeclaredClass type, String name) {
        List<MethodDeclaration> methods = type.declaration().methods().stream()
                .filter(each -> each.name().equals(name) && each.body() != null).toList();
        if (methods.size() != 1) {
            return Optional.empty();
        }
        List<Expression> values = Returns.of(methods.get(0));
        return values.size() == 1 ? Optional.of(Texts.text(values.get(0), type, methods.get(0), program)) : Optional.empty();
    }

    /** A provider that is given a list most often makes one statement for all of it. */
    private boolean takesContainer() {
        return method.declaration().parameters().stream()
                .anyMatch(each -> ReturnedRows.of(method.owner().resolve(each.type())) == Rows.MANY);
    }
}
