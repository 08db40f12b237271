package dev.seqscan.report.console;

import dev.seqscan.finding.Level;

/** Colours text with ANSI escapes (ECMA-48, Select Graphic Rendition), or leaves it as it is. */
record Paint(boolean colour) {

    private static final String RESET = "\u001b[0m";

    String bold(String text) {
        return painted("1", text);
    }

    String dim(String text) {
        return painted("2", text);
    }

    String level(Level level) {
        return switch (level) {
            case ERROR -> painted("1;31", level.id());
            case WARNING -> painted("1;33", level.id());
            case NOTE -> painted("1;36", level.id());
        };
    }

    private String painted(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
