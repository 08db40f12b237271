package dev.seqscan.source.code;

import dev.seqscan.source.Span;
import java.util.List;

/**
 * What stands in one file of program code.
 *
 * @param path relative to the scanned root, with forward slashes
 * @param packageName empty for the unnamed package
 * @param types the top-level types, in the order of the text
 * @param suppressions comments that ask for silence
 * @param generated whether the file says of itself that a tool wrote it
 */
public record CodeFile(String path, String packageName, List<Import> imports, List<TypeDeclaration> types,
        List<Suppression> suppressions, boolean generated, int lines) {

    /** An import. The name has no trailing {@code .*}; of a static one it ends with the member, unless on demand. */
    public record Import(String name, boolean isStatic, boolean onDemand) {
    }

    /** A comment {@code seqscan:ignore rule: reason}; it speaks of its own line and the next one that holds code. */
    public record Suppression(Span span, String ruleId, String reason) {
    }
}
