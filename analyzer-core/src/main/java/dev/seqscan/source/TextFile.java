package dev.seqscan.source;

/** The text of one file. The path is relative to the scanned root, with forward slashes. */
public record TextFile(String path, String text) {

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
