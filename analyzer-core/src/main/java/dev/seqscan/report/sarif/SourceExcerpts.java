package dev.seqscan.report.sarif;

import dev.seqscan.finding.Edit;
import dev.seqscan.finding.Finding;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Opens each file with findings once, and keeps line hashes and excerpts for them. */
public final class SourceExcerpts {

    private final Map<String, FileExcerpt> byFile = new HashMap<>();

    /** Reads the files of the findings and of their fixes below the root. A file that cannot be read has nothing to give. */
    SourceExcerpts(Path root, List<Finding> findings) {
        this(root, findings.stream().flatMap(each ->
                Stream.concat(Stream.of(each.place()), each.fixes().stream().map(Edit::place))));
    }

    /** Reads the files of any places below the root. */
    public SourceExcerpts(Path root, Stream<Place> places) {
        Map<String, SortedSet<Span>> spans = new TreeMap<>();
        places.forEach(each -> spans.computeIfAbsent(each.file(), file -> new TreeSet<>()).add(each.span()));
        spans.forEach((file, wanted) -> byFile.put(file, inside(root, file)
                .map(path -> read(path, wanted)).orElseGet(FileExcerpt::none)));
    }

    /** What is at hand of the file of a place. */
    public FileExcerpt of(Place place) {
        return byFile.getOrDefault(place.file(), FileExcerpt.none());
    }

    /** The file below the root; empty if its name leads out of it. */
    private static Optional<Path> inside(Path root, String file) {
        try {
            Path base = root.toAbsolutePath().normalize();
            Path path = base.resolve(file).normalize();
            return path.startsWith(base) && Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException notAFileHere) {
            return Optional.empty();
        }
    }

    private static FileExcerpt read(Path path, SortedSet<Span> wanted) {
        LineHashes hashes = new LineHashes(firstLines(wanted));
        LineCollector lines = new LineCollector(linesAround(wanted));
        // GitHub decodes as UTF-8 whatever the project's encoding is, so the hash must be of that text too.
        try (Reader text = new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8))) {
            for (int unit = text.read(); unit >= 0; unit = text.read()) {
                hashes.accept((char) unit);
                lines.accept((char) unit);
            }
            return new FileExcerpt(hashes.finish(), lines.finish());
        } catch (IOException notReadable) {
            return FileExcerpt.none();
        }
    }

    private static SortedSet<Integer> firstLines(SortedSet<Span> spans) {
        SortedSet<Integer> lines = new TreeSet<>();
        spans.forEach(span -> lines.add(span.startLine()));
        return lines;
    }

    private static SortedSet<Integer> linesAround(SortedSet<Span> spans) {
        SortedSet<Integer> lines = new TreeSet<>();
        for (Span span : spans) {
            int last = Math.min(span.endLine(), span.startLine() + FileExcerpt.MOST_LINES);
            for (int line = span.startLine() - 1; line <= last + 1; line++) {
                lines.add(line);
            }
        }
        return lines;
    }
}
