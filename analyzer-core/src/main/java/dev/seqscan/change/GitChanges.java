package dev.seqscan.change;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Asks Git what changed between the merge base of a revision with {@code HEAD} and the files as they are now: committed,
 * staged, not staged and not tracked.
 */
public final class GitChanges {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /**
     * The form does not depend on the configuration of the user or the repository, and no program that it names for diffs is
     * run; the filters through which files are checked in are, as what was committed has gone through them.
     */
    private static final List<String> DIFF = List.of("diff", "--no-ext-diff", "--no-textconv", "--no-color", "--text",
            "--unified=0", "--inter-hunk-context=0", "--find-renames", "--relative", "--ignore-submodules=none",
            "--submodule=short", "--src-prefix=a/", "--dst-prefix=b/");

    private final Git git;
    private final String revision;

    private GitChanges(Git git, String revision) {
        this.git = git;
        this.revision = revision;
    }

    /**
     * The lines that changed since a revision.
     *
     * @param root the folder that is scanned, in the working tree of a repository
     * @param revision as {@code origin/main}
     * @throws WrongRevision if that is not known; it names the revision and the reason
     */
    public static ChangedLines since(Path root, String revision) {
        try {
            return checked(root, revision);
        } catch (WrongRevision wrong) {
            throw wrong.of(revision);
        }
    }

    private static ChangedLines checked(Path root, String revision) {
        if (revision.isBlank() || revision.startsWith("-") || CONTROL.matcher(revision).find()) {
            throw new WrongRevision("it is no name of a revision; allowed is a branch, tag or commit, as origin/main");
        }
        return new GitChanges(new Git(root), revision).lines(root);
    }

    private ChangedLines lines(Path root) {
        Git.Answer inside = git.ask("rev-parse", "--is-inside-work-tree");
        if (!inside.isGood() || !inside.line().equals("true")) {
            throw new WrongRevision(root + " is not in the working tree of a Git repository"
                    + (inside.error().isEmpty() ? "" : "; git says: " + inside.error()));
        }
        String base = mergeBase(commit());
        ChangedLines changed = new ChangedLines();
        List<String> diff = new ArrayList<>(DIFF);
        diff.addAll(List.of(base, "--", "."));
        git.read(diff, output -> {
            DiffReader.read(output, changed);
            return changed;
        });
        return git.read(List.of("ls-files", "--others", "--exclude-standard", "-z", "--", "."),
                output -> untracked(output, changed));
    }

    private String commit() {
        Git.Answer commit = git.ask("rev-parse", "--verify", "--quiet", revision + "^{commit}");
        if (!commit.isGood()) {
            throw new WrongRevision("there is no such revision in the repository"
                    + (isShallow() ? ", which is a shallow clone: fetch the revision, as with git fetch --unshallow" : "")
                    + "; allowed is a branch, tag or commit, as origin/main");
        }
        return commit.line();
    }

    private String mergeBase(String commit) {
        Git.Answer base = git.ask("merge-base", commit, "HEAD");
        if (base.isGood()) {
            return base.line();
        }
        throw new WrongRevision(isShallow()
                ? "this is a shallow clone, which does not hold the commit where the two histories part: fetch more of them, as"
                        + " with git fetch --unshallow, or fetch-depth: 0 in a workflow of GitHub"
                : "it has no commit in common with HEAD" + (base.error().isEmpty() ? "" : "; git says: " + base.error()));
    }

    private boolean isShallow() {
        return git.ask("rev-parse", "--is-shallow-repository").line().equals("true");
    }

    /** A repository within this one is named as a folder, with a slash at its end. */
    private static ChangedLines untracked(InputStream output, ChangedLines changed) throws IOException {
        for (String file : new String(output.readAllBytes(), StandardCharsets.UTF_8).split("\0")) {
            if (file.endsWith("/")) {
                changed.addFolder(file);
            } else if (!file.isEmpty()) {
                changed.addWhole(file);
            }
        }
        return changed;
    }
}
