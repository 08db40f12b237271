package dev.seqscan.source.classfile.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether an index is still the one that the jars and the code would make. */
record BuildStamp(String hash) {

    /** Jars of one name and size are the same, as released ones never change; of the code all bytes count. */
    static BuildStamp of(List<Path> jars, List<Path> codeFolders) throws IOException {
        MessageDigest digest = sha256();
        for (Path jar : jars) {
            digest.update((jar.getFileName() + " " + Files.size(jar) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        for (Path folder : codeFolders) {
            for (Path file : classFiles(folder)) {
                digest.update(Files.readAllBytes(file));
            }
        }
        return new BuildStamp(HexFormat.of().formatHex(digest.digest()));
    }

    private static List<Path> classFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        }
    }

    boolean isIn(Path file) throws IOException {
        return Files.exists(file) && Files.readString(file, StandardCharsets.UTF_8).equals(hash);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, hash, StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
