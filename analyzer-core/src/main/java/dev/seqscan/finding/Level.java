package dev.seqscan.finding;

/** How grave a finding is, in the words of SARIF 2.1.0 section 3.27.10; ordered from the mildest. */
public enum Level {
    NOTE, WARNING, ERROR;

    /** The name in SARIF and in settings. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
