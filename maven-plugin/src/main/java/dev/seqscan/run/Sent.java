package dev.seqscan.run;

import java.io.ObjectInputFilter;

/** What two JVMs of one run may send each other. */
final class Sent {

    static final ObjectInputFilter ONLY_OURS = ObjectInputFilter.Config.createFilter("dev.seqscan.**;java.base/*;!*");

    private Sent() {
    }
}
