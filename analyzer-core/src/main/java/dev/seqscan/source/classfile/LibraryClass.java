package dev.seqscan.source.classfile;

import dev.seqscan.source.code.TypeDeclaration;

/**
 * A class that was read from byte code or from the signature index.
 *
 * @param name the canonical name, as {@code java.util.Map.Entry}; the binary name of a local or anonymous class
 * @param declaration its signature, whose type names are canonical too
 */
public record LibraryClass(String name, TypeDeclaration declaration) {
}
