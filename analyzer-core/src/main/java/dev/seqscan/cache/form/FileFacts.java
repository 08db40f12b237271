package dev.seqscan.cache.form;

import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.CodeFile.Import;
import dev.seqscan.source.code.CodeFile.Suppression;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The facts of a file of code as bytes. They do not hold the path, so a file that was moved is known. One serves all files of
 * a run and any thread: equal texts of several files become one.
 */
public final class FileFacts {

    private final Map<String, String> texts = new ConcurrentHashMap<>();

    /** The facts as bytes. */
    public byte[] write(CodeFile file) {
        return new FormOutput().text(file.packageName())
                .each(file.imports(), (each, out) -> out.text(each.name()).flag(each.isStatic()).flag(each.onDemand()))
                .each(file.types(), DeclarationFacts::write)
                .each(file.suppressions(), (each, out) -> out.span(each.span()).text(each.ruleId()).text(each.reason()))
                .flag(file.generated()).number(file.lines()).toBytes();
    }

    /**
     * The facts of a file; nothing where the bytes are not such as {@link #write} gives.
     *
     * @param path of the file
     */
    public Optional<CodeFile> read(String path, byte[] bytes) {
        try {
            FormInput in = new FormInput(bytes, this::shared);
            CodeFile file = new CodeFile(path, in.text(),
                    in.each(each -> new Import(each.text(), each.flag(), each.flag())), in.each(DeclarationFacts::read),
                    in.each(each -> new Suppression(each.span(), each.text(), each.text())), in.flag(), in.integer());
            in.end();
            return Optional.of(file);
        } catch (RuntimeException | StackOverflowError damaged) {
            return Optional.empty();
        }
    }

    private String shared(String text) {
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }
}
