package dev.seqscan.program;

import dev.seqscan.source.Span;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.template.TemplateFile;
import java.util.List;
import java.util.Set;

/**
 * A template of pages, with a class that stands for it: what the template does is written as methods of that class.
 *
 * @param type the class, which no code can name; its places are those of the template
 */
public record Template(DeclaredClass type, TemplateFile file) {

    /** What the name of the class starts with, before the path of the template. */
    public static final String CLASS = "template ";

    static TypeDeclaration declaration(String path) {
        Span start = Span.ofLine(1);
        return new TypeDeclaration(TypeDeclaration.Kind.CLASS, CLASS + path, Set.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), start, start);
    }
}
