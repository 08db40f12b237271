package dev.seqscan.source.code;

/** Modifiers of types and members that the analysis asks about. */
public enum Modifier { PUBLIC, PROTECTED, PRIVATE, STATIC, FINAL, ABSTRACT, DEFAULT, TRANSIENT, VOLATILE, SYNCHRONIZED }
