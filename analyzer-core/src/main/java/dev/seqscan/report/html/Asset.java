package dev.seqscan.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The style or the script of the report, which stands in it word for word. */
record Asset(String text) {

    /** Reads a file beside this class. */
    static Asset of(String file) {
        try (InputStream in = Asset.class.getResourceAsStream(file)) {
            // A browser reads any line end as LF before it compares hashes.
            return new Asset(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** What a Content Security Policy (Level 3, section 2.3.1) names it by. */
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
