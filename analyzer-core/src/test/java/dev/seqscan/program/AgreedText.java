package dev.seqscan.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.testkit.javac.ComparedSources;
import dev.seqscan.testkit.javac.Tally;
import dev.seqscan.testkit.javac.TypeAgreement;
import dev.seqscan.testkit.javac.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Java text that uses the JDK alone: for every call in it the linker and the JDK's compiler must agree. */
final class AgreedText {

    private static final String IMPORTS = """
            package com.shop;
            import java.io.*;
            import java.math.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            import java.util.stream.*;
            """;

    private AgreedText() {
    }

    /** Writes the text into a folder, which both read it from. */
    static void agree(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("Odd.java"), IMPORTS + text);
        ComparedSources sources = new ComparedSources(folder, List.of());
        TypeAgreement agreement = sources.withoutClassPath();

        assertThat(sources.errors()).isEmpty();
        for (Tally tally : List.of(agreement.receivers(), agreement.results(), agreement.arguments(), agreement.methods())) {
            assertThat(tally.others()).isEmpty();
        }
        assertThat(agreement.results().count(Verdict.RIGHT)).isPositive();
    }
}
