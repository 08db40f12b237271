package dev.seqscan.source.xml;

/**
 * What stands in one XML file.
 *
 * @param path relative to the scanned root, with forward slashes
 */
public record XmlFile(String path, XmlElement root) {

    /** The folder of the file, without a slash at its end; empty for the scanned root. */
    public String directory() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
