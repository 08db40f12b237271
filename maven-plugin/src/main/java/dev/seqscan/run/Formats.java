package dev.seqscan.run;

import dev.seqscan.config.NearestWord;
import dev.seqscan.report.github.GithubCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the parameter {@code formats}. */
public final class Formats {

    private Formats() {
    }

    /** The formats for this process. */
    public static List<String> of(List<String> names) throws WrongParameter {
        return of(names, System.getenv());
    }

    /**
     * The formats of the names, or the default ones; commands for GitHub only where somebody reads them.
     *
     * @throws WrongParameter if a name is none of a format
     */
    static List<String> of(List<String> names, Map<String, String> environment) throws WrongParameter {
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

    private static String known(String name) throws WrongParameter {
        if (!ReportFiles.FORMATS.contains(name)) {
            String meant = NearestWord.of(name, ReportFiles.FORMATS).map(word -> "did you mean " + word + "? ").orElse("");
            throw new WrongParameter("formats", name, meant + "allowed are " + String.join(", ", ReportFiles.FORMATS)
                    + ", separated by commas");
        }
        return name;
    }
}
