package dev.seqscan.report.sarif;

import dev.seqscan.finding.Edit;
import dev.seqscan.finding.Finding;
import dev.seqscan.source.Checksums;
import dev.seqscan.source.Notice;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CheckedInputStream;
import java.util.zip.Checksum;

/**
 * Opens each file with findings once, and keeps line hashes and excerpts for them: of no file that was changed since it was
 * judged, as its lines would be others.
 */
public final class SourceExcerpts {

    private final Map<String, FileExcerpt> byFile = new HashMap<>();
    private final Checksums sources;
    private final List<Notice> changed = new ArrayList<>();

    /** Reads the files of the findings and of their fixes below the root. A file that cannot be read has nothing to give. */
    SourceExcerpts(Path root, Checksums sources, List<Finding> findings) {
        this(root, sources, findings.stream().flatMap(each ->
                Stream.concat(Stream.of(each.place()), each.fixes().stream().map(Edit::place))));
    }

    /**
     * Reads the files of any places below the root.
     *
     * @param sources what they were like when they were judged
     */
    public SourceExcerpts(Path root, Checksums sources, Stream<Place> places) {
        this.sources = sources;
        Map<String, SortedSet<Span>> spans = new TreeMap<>();
        places.forEach(each -> spans.computeIfAbsent(each.file(), file -> new TreeSet<>()).add(each.span()));
        spans.forEach((file, wanted) -> byFile.put(file, inside(root, file)
                .map(path -> read(file, path, wanted)).orElseGet(FileExcerpt::none)));
    }

    /** Of each file that is not shown because it was changed since it was judged. */
    public List<Notice> changed() {
        return List.copyOf(changed);
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

    private FileExcerpt read(String file, Path path, SortedSet<Span> wanted) {
        LineHashes hashes = new LineHashes(firstLines(wanted));
        LineCollector lines = new LineCollector(linesAround(wanted));
        Checksum sum = Checksums.start();
        // GitHub decodes as UTF-8 whatever the project's encoding is, so the hash must be of that text too.
        try (Reader text = open(path, sum)) {
            for (int unit = text.read(); unit >= 0; unit = text.read()) {
                hashes.accept((char) unit);
                lines.accept((char) unit);
            }
            if (!sources.differ(file, sum)) {
                return new FileExcerpt(hashes.finish(), lines.finish());
            }
            changed.add(new Notice(Notice.Kind.MISSING, file, 0, "changed since it was judged, so none of its lines is shown"));
            return FileExcerpt.none();
        } catch (IOException notReadable) {
            return FileExcerpt.none();
        }
    }

    private static Reader open(Path path, Checksum sum) throws IOException {
        return new BufferedReader(new InputStreamReader(new CheckedInputStream(Files.newInputStream(path), sum),
                StandardCharsets.UTF_8));
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
