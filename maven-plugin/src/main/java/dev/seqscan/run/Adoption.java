package dev.seqscan.run;

import dev.seqscan.NewFindings;
import java.io.File;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/**
 * What tells new findings from those that a project knows, in types that can be sent to another JVM.
 *
 * @param baselines none or one file with known findings
 * @param changedSince none or one revision, if only what changed since counts
 */
public record Adoption(List<File> baselines, List<String> changedSince) implements Serializable {

    /** All findings are new. */
    public static final Adoption NONE = new Adoption(List.of(), List.of());

    NewFindings read(Path root) {
        return NewFindings.of(root, baselines.stream().map(File::toPath).findFirst(), changedSince.stream().findFirst());
    }
}
