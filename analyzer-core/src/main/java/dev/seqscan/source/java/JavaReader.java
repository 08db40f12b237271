package dev.seqscan.source.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseProblemException;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Problem;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads Java files of any version up to 25. Broken parts are left out with a notice; what the parser could save of the
 * file is kept. A reader serves one thread at a time.
 */
public final class JavaReader {

    /** A class of 2 MB is at the limit of what the compiler makes of generated code. */
    private static final int MAX_CHARACTERS = 10_000_000;

    private final TypeNames names = new TypeNames(new Spellings());
    private final JavaParser parser = parser(ParserConfiguration.LanguageLevel.JAVA_25);
    private final JavaParser oldParser = parser(ParserConfiguration.LanguageLevel.JAVA_8);

    /**
     * Without attribution of comments and without the validators of a language level: any syntax is welcome, and the
     * level only says whether {@code yield} is a statement. Tokens are needed, since spans are made from them.
     */
    private static JavaParser parser(ParserConfiguration.LanguageLevel level) {
        ParserConfiguration configuration = new ParserConfiguration();
        configuration.setLanguageLevel(level);
        configuration.getProcessors().clear();
        configuration.setAttributeComments(false);
        return new JavaParser(configuration);
    }

    /** The facts of a file; a file of which nothing can be read has no types. */
    public CodeFile read(TextFile file, Notices notices) {
        if (file.text().length() > MAX_CHARACTERS) {
            notices.add(Notice.Kind.NOT_READ, file.path(), 0, "larger than " + MAX_CHARACTERS + " characters");
            return empty(file);
        }
        try {
            BareText bare = BareText.of(file.text());
            if (bare.outOfBounds().isPresent()) {
                notices.add(Notice.Kind.NOT_READ, file.path(), 0, bare.outOfBounds().get());
                return empty(file);
            }
            ParseResult<CompilationUnit> result = parser.parse(bare.text());
            if (!result.isSuccessful()) {
                bare = BareText.whole(file.text());
                result = parseWhole(file.text());
            }
            report(result.getProblems(), file, notices);
            Spans spans = new Spans(bare);
            return result.getResult().map(unit -> convert(unit, file, spans)).orElseGet(() -> empty(file));
        } catch (StackOverflowError tooDeep) {
            notices.addPassing(Notice.Kind.NOT_READ, file.path(), 0, "nested too deeply to be parsed");
        } catch (ParseProblemException | IllegalStateException | IllegalArgumentException
                | IndexOutOfBoundsException | com.github.javaparser.TokenMgrException fault) {
            notices.add(Notice.Kind.NOT_READ, file.path(), 0, "the parser gave up: " + firstLine(fault.getMessage()));
        }
        return empty(file);
    }

    private ParseResult<CompilationUnit> parseWhole(String text) {
        ParseResult<CompilationUnit> result = parser.parse(text);
        return !result.isSuccessful() && text.contains("yield(") ? oldParser.parse(text) : result;
    }

    private static void report(List<Problem> problems, TextFile file, Notices notices) {
        if (!problems.isEmpty()) {
            Problem first = problems.get(0);
            int line = first.getLocation().flatMap(range -> range.toRange()).map(range -> range.begin.line).orElse(0);
            notices.add(Notice.Kind.NOT_READ, file.path(), line,
                    "not Java as the parser knows it: " + firstLine(first.getMessage()));
        }
    }

    private static String firstLine(String message) {
        String text = message == null ? "no reason given" : message.strip();
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end).strip();
    }

    private CodeFile convert(CompilationUnit unit, TextFile file, Spans spans) {
        String packageName = unit.getPackageDeclaration().map(each -> each.getNameAsString()).orElse("");
        List<CodeFile.Import> imports = new ArrayList<>();
        for (ImportDeclaration each : unit.getImports()) {
            imports.add(new CodeFile.Import(each.getNameAsString(), each.isStatic(), each.isAsterisk()));
        }
        List<TypeDeclaration> types = new ArrayList<>();
        DeclarationReader declarations = new DeclarationReader(spans, names);
        unit.getTypes().forEach(type -> declarations.type(type).ifPresent(types::add));
        return new CodeFile(file.path(), packageName, List.copyOf(imports), List.copyOf(types),
                SuppressionComments.inJava(file.text()), GeneratedCode.isMarked(file.text()), lines(file.text()));
    }

    private static CodeFile empty(TextFile file) {
        return new CodeFile(file.path(), packageOf(file.text()).orElse(""), List.of(), List.of(), List.of(), false,
                lines(file.text()));
    }

    private static Optional<String> packageOf(String text) {
        java.util.regex.Matcher matcher =
                java.util.regex.Pattern.compile("(?m)^\\s*+package\\s++([\\w.]++)\\s*+;").matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static int lines(String text) {
        int ended = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            ended++;
        }
        return text.isEmpty() || text.endsWith("\n") ? ended : ended + 1;
    }
}
