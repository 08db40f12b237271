package dev.seqscan.maven;

import dev.seqscan.config.NearestWord;
import dev.seqscan.report.github.GithubCommands;
import dev.seqscan.run.ReportFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;

/** Reads the parameter {@code seqscan.formats}. */
final class Formats {

    private Formats() {
    }

    /** The formats for this process. */
    static List<String> of(List<String> names) throws MojoExecutionException {
        return of(names, System.getenv());
    }

    /**
     * The formats of the names, or the default ones; commands for GitHub only where somebody reads them.
     *
     * @throws MojoExecutionException if a name is none of a format
     */
    static List<String> of(List<String> names, Map<String, String> environment) throws MojoExecutionException {
        List<String> formats = new ArrayList<>();
        for (String name : names) {
            if (!name.isBlank()) {
                formats.add(known(name.strip()));
            }
        }
        if (formats.isEmpty()) {
            formats.addAll(ReportFiles.DEFAULT);
            formats.add(GithubCommands.NAME);
        }
        if (!GithubCommands.runsThere(environment)) {
            formats.remove(GithubCommands.NAME);
        }
        return formats.stream().distinct().toList();
    }

    private static String known(String name) throws MojoExecutionException {
        if (!ReportFiles.FORMATS.contains(name)) {
            String meant = NearestWord.of(name, ReportFiles.FORMATS).map(word -> "did you mean " + word + "? ").orElse("");
            throw WrongParameter.of("seqscan.formats", name, meant + "allowed are " + String.join(", ", ReportFiles.FORMATS)
                    + ", separated by commas");
        }
        return name;
    }
}
