package dev.seqscan.query.sql;

/**
 * Leaves out the rest of long lists, which say nothing new: of a list of literals or parameters in parentheses the elements
 * behind the first {@value #KEPT_VALUES}, and of the rows behind VALUES those behind the first {@value #KEPT_ROWS}. A
 * statement with any number of them is then parsed in the same time.
 */
final class LongLists {

    /** More than the thousand that Oracle takes (ORA-01795), so that a list over that bound can still be told. */
    static final int KEPT_VALUES = 1_100;
    static final int KEPT_ROWS = 100;

    private final String sql;
    private final SqlTokens tokens;
    private final StringBuilder out = new StringBuilder();
    private int copied;
    private int depth;
    private boolean rows;
    private int rowCount;
    private int rowComma = -1;
    private int valueCount;
    private int valueComma = -1;
    private int tokensOfValue;
    private boolean plainValue;

    private LongLists(String sql, boolean backslashes) {
        this.sql = sql;
        this.tokens = new SqlTokens(sql, backslashes);
    }

    /** The text with its long lists cut. */
    static String cut(String sql, boolean backslashes) {
        LongLists lists = new LongLists(sql, backslashes);
        while (lists.tokens.next()) {
            lists.add(lists.tokens.symbol());
        }
        return lists.copied == 0 ? sql : lists.out.append(sql, lists.copied, sql.length()).toString();
    }

    private void add(char symbol) {
        switch (symbol) {
            case '(' -> open();
            case ')' -> close();
            case ',' -> comma();
            default -> {
                rows = depth == 0 && rowComma < 0 && tokens.word().equalsIgnoreCase("values") || rows && depth > 0;
                plainValue = ++tokensOfValue == 1 && (symbol == '?' || tokens.isLiteral());
            }
        }
    }

    private void open() {
        depth++;
        valueCount = 0;
        valueComma = -1;
        tokensOfValue = 0;
    }

    private void close() {
        endValue();
        valueComma = -1;
        // What the parentheses hold is no plain value of the list around them.
        tokensOfValue = 2;
        depth--;
        if (depth == 0 && rows && ++rowCount > KEPT_ROWS && rowComma >= 0) {
            leaveOut(rowComma, tokens.end());
        }
        rowComma = depth == 0 ? -1 : rowComma;
    }

    private void comma() {
        if (depth == 0) {
            rowComma = rows ? tokens.start() : -1;
            return;
        }
        endValue();
        valueComma = tokens.start();
        tokensOfValue = 0;
    }

    private void endValue() {
        boolean rowGoes = rows && rowCount >= KEPT_ROWS;
        boolean plain = tokensOfValue == 1 && plainValue && !rowGoes;
        if (plain && ++valueCount > KEPT_VALUES && valueComma >= 0) {
            leaveOut(valueComma, tokens.start());
        }
    }

    private void leaveOut(int from, int to) {
        out.append(sql, copied, from);
        copied = to;
    }
}
