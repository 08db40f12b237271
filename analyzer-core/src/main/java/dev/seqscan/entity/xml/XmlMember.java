package dev.seqscan.entity.xml;

import dev.seqscan.source.Span;
import dev.seqscan.source.code.AnnotationUse;
import java.util.List;

/**
 * An attribute as a mapping file has it.
 *
 * @param annotations that say the same; their spans lie in the mapping file
 * @param type canonical name of its Java type as far as the file tells, for where no source does; else empty
 * @param span of its element
 */
public record XmlMember(String name, List<AnnotationUse> annotations, String type, Span span) {

    /** Takes a copy of the annotations. */
    public XmlMember {
        annotations = List.copyOf(annotations);
    }
}
