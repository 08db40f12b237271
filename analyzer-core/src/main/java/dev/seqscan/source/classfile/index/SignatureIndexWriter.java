package dev.seqscan.source.classfile.index;

import dev.seqscan.source.code.TypeDeclaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToIntFunction;

/**
 * Writes classes as the bytes of an index: the same bytes for the same classes.
 *
 * <p>The format, of packed numbers throughout: {@link #MAGIC}; the lengths of the table before and after it is deflated;
 * the table; the blocks. The table holds all texts, the most used ones first; then for each block its two lengths, the
 * number of its classes, and for each class its name and the length of its record. Classes stand in the order of their
 * names, so that those of a package share a block or two.
 */
final class SignatureIndexWriter {

    /** Another number for another format. */
    static final long MAGIC = 0x5351_0001L;

    /** Small enough to be inflated in well under a millisecond, large enough to be deflated well. */
    private static final int BLOCK_BYTES = 32 * 1024;

    private SignatureIndexWriter() {
    }

    /** Takes classes by canonical name. */
    static byte[] write(SortedMap<String, TypeDeclaration> classes) {
        List<String> texts = texts(classes);
        Map<String, Integer> numbers = new HashMap<>();
        texts.forEach(text -> numbers.put(text, numbers.size()));
        PackedOutput table = new PackedOutput().number(texts.size());
        texts.forEach(table::text);
        PackedOutput blocks = new PackedOutput();
        blocks(classes, numbers::get, table, blocks);
        byte[] deflated = table.deflated();
        return new PackedOutput().number(MAGIC).number(table.size()).number(deflated.length).raw(deflated)
                .raw(blocks.toBytes()).toBytes();
    }

    private static List<String> texts(SortedMap<String, TypeDeclaration> classes) {
        Map<String, Integer> uses = new HashMap<>();
        ToIntFunction<String> count = text -> uses.merge(text, 1, Integer::sum);
        DeclarationWriter counting = new DeclarationWriter(new PackedOutput(), count);
        classes.forEach((name, type) -> {
            count.applyAsInt(name);
            counting.type(type);
        });
        return uses.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).toList();
    }

    private static void blocks(SortedMap<String, TypeDeclaration> classes, ToIntFunction<String> texts,
            PackedOutput table, PackedOutput blocks) {
        PackedOutput records = new PackedOutput();
        PackedOutput entries = new PackedOutput();
        int count = 0;
        for (Map.Entry<String, TypeDeclaration> each : classes.entrySet()) {
            int start = records.size();
            new DeclarationWriter(records, texts).type(each.getValue());
            entries.number(texts.applyAsInt(each.getKey())).number(records.size() - start);
            count++;
            if (records.size() >= BLOCK_BYTES || each.getKey().equals(classes.lastKey())) {
                byte[] deflated = records.deflated();
                table.number(records.size()).number(deflated.length).number(count).raw(entries.toBytes());
                blocks.raw(deflated);
                records = new PackedOutput();
                entries = new PackedOutput();
                count = 0;
            }
        }
    }
}
