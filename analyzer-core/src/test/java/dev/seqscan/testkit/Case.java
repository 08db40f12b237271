package dev.seqscan.testkit;

import dev.seqscan.source.TextFile;
import java.util.List;
import java.util.Set;

/**
 * One small project of a page. Exactly the expected lines are to be reported, all others are to be silent.
 *
 * @param name the headings above its blocks, as {@code Bad > In a stream}
 * @param origin where its first block stands, as {@code QueryInLoop.md:31}
 * @param files without the marks of the expectations, ordered by path
 * @param expectations ordered by file and line
 */
public record Case(String name, String origin, List<TextFile> files, Set<Expectation> expectations) {

    @Override
    public String toString() {
        return origin + " " + name;
    }
}
