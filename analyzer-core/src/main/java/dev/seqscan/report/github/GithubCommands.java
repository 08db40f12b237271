package dev.seqscan.report.github;

import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.report.console.ConsoleText;
import dev.seqscan.source.Place;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Writes workflow commands of GitHub Actions ("Workflow commands for GitHub Actions"), which put findings beside the lines of a
 * pull request and need neither an upload nor a right. Files are named from the root of the repository.
 */
public final class GithubCommands {

    /** The word for them in settings. */
    public static final String NAME = "github";

    /** GitHub shows no more of each level that one step prints. */
    private static final int MOST_OF_A_LEVEL = 10;

    private static final List<Level> LEVELS = List.of(Level.ERROR, Level.WARNING, Level.NOTE);

    /** Whether a program with this environment runs in a workflow, whose runner sets {@code GITHUB_ACTIONS}. */
    public static boolean runsThere(Map<String, String> environment) {
        return "true".equals(environment.get("GITHUB_ACTIONS"));
    }

    /** A line for each of the worst findings of each level, then how many there are more; empty without findings. */
    public String text(AnalysisReport report, ScannedFolder folder) {
        StringBuilder out = new StringBuilder();
        StringBuilder more = new StringBuilder();
        for (Level level : LEVELS) {
            List<Finding> findings = report.findings().stream().filter(each -> each.level() == level).toList();
            findings.stream().limit(MOST_OF_A_LEVEL).forEach(each -> out.append(command(each, folder)).append('\n'));
            if (findings.size() > MOST_OF_A_LEVEL) {
                more.append(more.isEmpty() ? "" : ", ").append(findings.size() - MOST_OF_A_LEVEL).append(" more of level ")
                        .append(level.id());
            }
        }
        return more.isEmpty() ? out.toString()
                : out.append("Not annotated, as GitHub shows ").append(MOST_OF_A_LEVEL).append(" of a level: ").append(more)
                        .append('\n').toString();
    }

    /**
     * A text that may hold anything, so that the runner takes no command from it. The word that ends its silence is the hash
     * of the text, which the text itself cannot hold.
     */
    public String silenced(String text) {
        String word = "seqscan-" + hash(text);
        return "::stop-commands::" + word + "\n" + text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + "::" + word
                + "::\n";
    }

    private static String command(Finding finding, ScannedFolder folder) {
        Place place = finding.place();
        boolean oneLine = place.span().endLine() == place.line() && place.span().startColumn() > 0;
        return "::" + command(finding.level())
                + " file=" + property(folder.inRepository(place.file()))
                + ",line=" + Math.max(1, place.line())
                + (oneLine ? ",col=" + place.span().startColumn() : "")
                + ",title=" + property("SeqScan: " + finding.ruleId())
                + "::" + data(finding);
    }

    private static String command(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    private static String data(Finding finding) {
        String message = finding.message().isBlank() ? finding.ruleId() : finding.message().strip();
        String cost = finding.cost().isBlank() ? "" : "\nCost: " + finding.cost().strip();
        return escaped(harmless(message) + (cost.isEmpty() ? "" : "\n" + harmless(cost).strip()));
    }

    private static String property(String value) {
        return escaped(harmless(value)).replace(":", "%3A").replace(",", "%2C");
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String harmless(String text) {
        return ConsoleText.harmless(text);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
