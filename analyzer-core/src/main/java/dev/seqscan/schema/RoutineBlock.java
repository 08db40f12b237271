package dev.seqscan.schema;

import java.util.Set;

/**
 * Follows {@code BEGIN .. END} through one statement, so that a semicolon inside a routine does not end it. Knows the
 * forms of PL/SQL, T-SQL, and of the SQL/PSM that MySQL, DB2 and HSQLDB speak.
 */
final class RoutineBlock {

    private static final Set<String> OBJECTS = Set.of("TABLE", "INDEX", "VIEW", "SEQUENCE", "TYPE", "SCHEMA", "ROLE",
            "FUNCTION", "PROCEDURE", "PROC", "TRIGGER", "PACKAGE", "EVENT", "RULE", "DOMAIN", "EXTENSION", "SYNONYM");
    private static final Set<String> ROUTINES = Set.of("FUNCTION", "PROCEDURE", "PROC", "TRIGGER", "PACKAGE", "EVENT");
    private static final Set<String> NO_DECLARATION = Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "RETURN", "WITH",
            "SET", "CALL", "EXTERNAL", "BEGIN", "MERGE", "IF");
    private static final Set<String> TRANSACTION = Set.of("TRANSACTION", "TRAN", "WORK", "ISOLATION", "IMMEDIATE",
            "EXCLUSIVE", "DEFERRED", "READ");
    private static final Set<String> CLOSED_BY_NAME = Set.of("IF", "LOOP", "WHILE", "REPEAT", "FOR");

    private String first = "";
    private String object = "";
    private String last = "";
    private int lastLine;
    private int words;
    private int depth;
    private boolean declarationsOpen;
    private boolean headOver;

    /** What the statement creates, alters or drops, as {@code TABLE}, or empty. */
    String object() {
        return object;
    }

    /** The first keyword. */
    String first() {
        return first;
    }

    /** Whether a semicolon here stands inside the statement. */
    boolean isOpen() {
        boolean transaction = words == 1 && first.equals("BEGIN");
        return !transaction && (depth > 0 || declarationsOpen);
    }

    /** Takes the next token of the statement. */
    void accept(SqlToken token) {
        String word = token.keyword();
        if (words == 0) {
            first = word;
        }
        if (words < 14 && object.isEmpty() && OBJECTS.contains(word) && isDefinition()) {
            object = word;
        }
        if (isBlock()) {
            follow(token, word);
        }
        words++;
        last = word;
        lastLine = token.line();
    }

    private boolean isDefinition() {
        return first.equals("CREATE") || first.equals("ALTER") || first.equals("REPLACE");
    }

    private boolean isBlock() {
        return ROUTINES.contains(object) && !first.equals("DROP") || first.equals("BEGIN") || first.equals("DECLARE")
                || first.equals("IF") || first.equals("WHILE");
    }

    private void follow(SqlToken token, String word) {
        if (last.equals("AS") || last.equals("IS") || last.equals("DECLARE")) {
            openDeclarations(token, word);
        }
        if (word.equals("BEGIN")) {
            depth++;
            declarationsOpen = false;
            headOver = true;
        } else if (last.equals("BEGIN") && TRANSACTION.contains(word)) {
            depth--;
        } else if (word.equals("CASE") && !last.equals("END")) {
            depth++;
        } else if (word.equals("END") && depth > 0) {
            depth--;
        } else if (last.equals("END") && CLOSED_BY_NAME.contains(word) && token.line() == lastLine) {
            depth++;
        } else if (NO_DECLARATION.contains(word)) {
            headOver = true;
        }
    }

    private void openDeclarations(SqlToken token, String word) {
        boolean name = token.isName() && !NO_DECLARATION.contains(word) && !token.text().startsWith("@");
        boolean declare = last.equals("DECLARE");
        boolean begins = declare || !headOver && !object.equals("TRIGGER");
        if (depth > 0 || !name || !begins) {
            return;
        }
        headOver = true;
        if (object.equals("PACKAGE")) {
            depth = 1;
        } else {
            declarationsOpen = true;
        }
    }
}
