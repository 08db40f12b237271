package dev.seqscan.source.classfile.index;

/** The texts of an index by number. They are decoded when they are asked for, as most never are. */
final class TextTable {

    private final byte[] table;
    private final int[] positions;
    private final String[] decoded;

    /** Takes the texts at the start of the input, and leaves the input behind them. */
    TextTable(byte[] table, PackedInput in) {
        this.table = table;
        positions = new int[in.count()];
        decoded = new String[positions.length];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = in.position();
            in.skip(in.count());
        }
    }

    /** Two threads may both decode a text, which does no harm. */
    String text(int number) {
        String known = decoded[number];
        if (known == null) {
            known = new PackedInput(table, positions[number]).text();
            decoded[number] = known;
        }
        return known;
    }
}
