package dev.seqscan.filter;

import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Turns the comments and annotations of a file into suppressions. */
public final class SuppressionReader {

    private static final String PREFIX = "seqscan:";

    private final String file;
    private final List<Suppression> found = new ArrayList<>();

    /** For the line on which a declaration starts, with its annotations, the line on which its name ends. */
    private final Map<Integer, Integer> nameLines = new HashMap<>();

    private SuppressionReader(String file) {
        this.file = file;
    }

    /**
     * The suppressions in a file of program code: its comments, and {@code @SuppressWarnings} at types, fields and
     * methods. A constant as the annotation's value is not seen, nor is a class within a body.
     *
     * @param text of that file, for which is asked if there are such comments
     */
    public static List<Suppression> of(CodeFile file, Supplier<TextFile> text) {
        SuppressionReader reader = new SuppressionReader(file.path());
        file.types().forEach(reader::type);
        if (!file.suppressions().isEmpty()) {
            reader.comments(text.get(), file.suppressions());
        }
        return List.copyOf(reader.found);
    }

    /** The suppressions that comments of any other file ask for. */
    public static List<Suppression> of(TextFile text, List<CodeFile.Suppression> comments) {
        SuppressionReader reader = new SuppressionReader(text.path());
        reader.comments(text, comments);
        return List.copyOf(reader.found);
    }

    /** A comment speaks of its line and the next that holds code; of a declaration there, of all lines to its name. */
    private void comments(TextFile text, List<CodeFile.Suppression> comments) {
        if (comments.isEmpty()) {
            return;
        }
        CommentLines lines = new CommentLines(text);
        for (CodeFile.Suppression comment : comments) {
            int next = lines.nextCode(lines.lastOfComment(comment.span()));
            int last = Math.max(next, nameLines.getOrDefault(next, next));
            found.add(new Suppression(file, comment.span(), new Span(comment.span().startLine(), 1, last, Integer.MAX_VALUE),
                    comment.ruleId(), Suppression.Form.COMMENT, comment.reason()));
        }
    }

    private void type(TypeDeclaration type) {
        declaration(type.annotations(), type.span(), type.nameSpan());
        for (FieldDeclaration field : type.fields()) {
            declaration(field.annotations(), field.span(), field.nameSpan());
        }
        for (MethodDeclaration method : type.methods()) {
            declaration(method.annotations(), method.span(), method.nameSpan());
        }
        type.nested().forEach(this::type);
    }

    private void declaration(List<AnnotationUse> annotations, Span declaration, Span name) {
        nameLines.merge(declaration.startLine(), name.endLine(), Math::max);
        for (AnnotationUse annotation : annotations) {
            if (annotation.simpleName().equals("SuppressWarnings")) {
                annotation.attribute("value").ifPresent(value -> value(value, annotation.span(), declaration));
            }
        }
    }

    private void value(Expression value, Span annotation, Span declaration) {
        if (value instanceof Expression.NewArray array && array.elements() != null) {
            array.elements().forEach(element -> value(element, annotation, declaration));
        } else if (value instanceof Expression.Literal literal && literal.value() instanceof String text
                && text.startsWith(PREFIX)) {
            found.add(new Suppression(file, annotation, declaration, text.substring(PREFIX.length()).strip(),
                    Suppression.Form.ANNOTATION, ""));
        }
    }
}
