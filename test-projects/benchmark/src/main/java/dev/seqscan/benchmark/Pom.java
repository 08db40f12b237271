package dev.seqscan.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The POMs of a tree. */
final class Pom {

    private static final String POM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>benchmark</groupId>
              <artifactId>%s</artifactId>
              <version>1</version>
            %s</project>
            """;

    private Pom() {
    }

    /** Of a module. The artifacts that are taken do not use each other. */
    static byte[] of(String artifact) {
        return bytes(POM.formatted(artifact, ""));
    }

    /** Of the project with all modules. */
    static byte[] ofAll(List<String> modules) {
        return bytes(POM.formatted("all", modules.stream().map("    <module>%s</module>\n"::formatted)
                .collect(Collectors.joining("", "  <packaging>pom</packaging>\n  <modules>\n", "  </modules>\n"))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
