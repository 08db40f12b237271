package dev.seqscan.source.xml;

/** The document type at the beginning of an XML text. */
final class DocumentType {

    private DocumentType() {
    }

    /**
     * Whether the text ends within the declarations of its document type. The JDK's parser is not asked then, as it prints
     * its own fault to the standard error stream ({@code XMLDocumentScannerImpl.DTDDriver}).
     */
    static boolean isCut(String text) {
        int declarations = declarations(text, afterProlog(text));
        if (declarations < 0) {
            return false;
        }
        int close = text.indexOf(']', declarations);
        return close < 0 || text.substring(close + 1).isBlank();
    }

    private static int afterProlog(String text) {
        int at = 0;
        while (at >= 0 && at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("<?", at)) {
                at = after("?>", text, at);
            } else if (text.startsWith("<!--", at)) {
                at = after("-->", text, at);
            } else {
                return at;
            }
        }
        return -1;
    }

    private static int after(String mark, String text, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? -1 : found + mark.length();
    }

    /** Where the declarations begin, which stand in brackets; -1 where there are none. */
    private static int declarations(String text, int start) {
        if (start < 0 || !text.startsWith("<!DOCTYPE", start)) {
            return -1;
        }
        for (int at = start; at >= 0 && at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '[' || next == '>') {
                return next == '[' ? at + 1 : -1;
            }
            int quoted = next == '"' || next == '\'' ? text.indexOf(next, at + 1) : at;
            at = quoted < 0 ? text.length() : quoted;
        }
        return -1;
    }
}
