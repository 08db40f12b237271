package dev.seqscan.change;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Runs the command {@code git} in a folder, without a shell. It runs no program that a repository's configuration names for
 * watching files or paging, takes no locks and asks no questions.
 */
final class Git {

    private static final List<String> COMMAND = List.of("git", "--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false",
            "-c", "core.quotePath=false");

    /** What a hook sets for another folder than ours, and what changes the form of the output. */
    private static final List<String> NOT_OURS = List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX",
            "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_TRACE", "GIT_LITERAL_PATHSPECS");

    private static final int LONGEST_ERROR = 2000;

    private final Path folder;

    Git(Path folder) {
        this.folder = folder;
    }

    /** What a command says; {@code output} is read as UTF-8. */
    record Answer(int exit, String output, String error) {

        boolean isGood() {
            return exit == 0;
        }

        /** The output without the line end. */
        String line() {
            return output.strip();
        }
    }

    /** Takes the output while it comes. */
    interface Reader<T> {
        T read(InputStream output) throws IOException;
    }

    /** Runs a command whose output is short. */
    Answer ask(String... arguments) {
        List<Answer> failed = new ArrayList<>();
        String output = run(List.of(arguments), in -> new String(in.readAllBytes(), StandardCharsets.UTF_8), failed);
        return failed.isEmpty() ? new Answer(0, output, "") : failed.get(0);
    }

    /** Runs a command that must succeed. */
    <T> T read(List<String> arguments, Reader<T> reader) {
        List<Answer> failed = new ArrayList<>();
        T result = run(arguments, reader, failed);
        if (!failed.isEmpty()) {
            throw new WrongRevision("git " + arguments.get(0) + " failed: " + failed.get(0).error());
        }
        return result;
    }

    private <T> T run(List<String> arguments, Reader<T> reader, List<Answer> failed) {
        try {
            Process process = start(arguments);
            try {
                process.getOutputStream().close();
                CompletableFuture<String> error = CompletableFuture.supplyAsync(() -> errorOf(process));
                T result = reader.read(process.getInputStream());
                int exit = process.waitFor();
                if (exit != 0) {
                    failed.add(new Answer(exit, String.valueOf(result), error.join()));
                }
                return result;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException failure) {
            throw new WrongRevision("the command git cannot be run: " + failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WrongRevision("interrupted while git ran");
        }
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(COMMAND);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        NOT_OURS.forEach(builder.environment()::remove);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        return builder.start();
    }

    /** All of it is read, so that the command does not wait, but only the beginning is kept. */
    private static String errorOf(Process process) {
        try (InputStream in = process.getErrorStream()) {
            String start = new String(in.readNBytes(LONGEST_ERROR), StandardCharsets.UTF_8).strip();
            in.transferTo(OutputStream.nullOutputStream());
            return start;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
