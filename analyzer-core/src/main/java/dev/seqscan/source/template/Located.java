package dev.seqscan.source.template;

import dev.seqscan.source.Span;

/** A piece of a template's text and where it starts; lines and columns count from 1. */
record Located(String text, int line, int column) {

    /** The place of a stretch of this text, which ends on the line on which it starts. */
    Span span(int from, int to) {
        int lastBreak = text.lastIndexOf('\n', from - 1);
        int startLine = line + (int) text.substring(0, from).chars().filter(each -> each == '\n').count();
        int startColumn = lastBreak < 0 ? column + from : from - lastBreak;
        int end = text.indexOf('\n', from);
        int length = Math.max(1, (end < 0 ? to : Math.min(to, end)) - from);
        return new Span(startLine, startColumn, startLine, startColumn + length);
    }

    /** A stretch of this text. */
    Located part(int from, int to) {
        Span start = span(from, to);
        return new Located(text.substring(from, to), start.startLine(), start.startColumn());
    }

    Span span() {
        return span(0, text.length());
    }
}
