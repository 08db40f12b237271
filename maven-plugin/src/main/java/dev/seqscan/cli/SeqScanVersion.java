package dev.seqscan.cli;

import dev.seqscan.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class SeqScanVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"SeqScan " + Version.TEXT, "Java ${java.version}"};
    }
}
