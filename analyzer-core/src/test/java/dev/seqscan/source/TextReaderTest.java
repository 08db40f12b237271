package dev.seqscan.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextReaderTest {

    private static final String TEXT = "-- f\u00fcr alle\nselect 1;\n";

    @TempDir
    private Path folder;
    private final Notices notices = new Notices();

    @Test
    void textsOfAllUsualEncodingsAreTheSame() throws IOException {
        write("utf8.sql", TEXT, StandardCharsets.UTF_8);
        write("mark.sql", "\uFEFF" + TEXT, StandardCharsets.UTF_8);
        write("latin.sql", TEXT, StandardCharsets.ISO_8859_1);
        write("little.sql", "\uFEFF" + TEXT, StandardCharsets.UTF_16LE);
        write("big.sql", "\uFEFF" + TEXT, StandardCharsets.UTF_16BE);

        for (String path : new SourceTree(folder, notices).files()) {
            assertThat(read(path)).as(path).isEqualTo(TEXT);
        }
        assertThat(notices.all()).isEmpty();
    }

    /** The places of the zeros tell the encoding. */
    @Test
    void utf16WithoutAMarkIsRead() throws IOException {
        write("little.sql", TEXT, StandardCharsets.UTF_16LE);
        write("big.sql", TEXT, StandardCharsets.UTF_16BE);

        assertThat(read("little.sql")).isEqualTo(TEXT);
        assertThat(read("big.sql")).isEqualTo(TEXT);
    }

    @Test
    void zerosMakeNoUtf16OfAnotherText() throws IOException {
        write("one.sql", "s\0elect 1; -- \u00e4", StandardCharsets.UTF_8);
        write("many.sql", "\0\0\0\0\0\0 select 1;", StandardCharsets.UTF_8);

        assertThat(read("one.sql")).isEqualTo("s\0elect 1; -- \u00e4");
        assertThat(read("many.sql")).isEqualTo("\0\0\0\0\0\0 select 1;");
    }

    @Test
    void halfACharacterIsNoFault() throws IOException {
        Files.write(folder.resolve("odd.sql"), new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'});
        Files.write(folder.resolve("mark.sql"), new byte[] {(byte) 0xFE, (byte) 0xFF});

        assertThat(read("odd.sql")).isEqualTo("a\uFFFD");
        assertThat(read("mark.sql")).isEmpty();
    }

    @Test
    void aFileThatVanishesAfterItIsListedIsTold() throws IOException {
        write("a.sql", TEXT, StandardCharsets.UTF_8);
        List<String> listed = new SourceTree(folder, notices).files();
        Files.delete(folder.resolve("a.sql"));

        assertThat(listed).containsExactly("a.sql");
        assertThat(new TextReader(folder, notices).read("a.sql")).isEmpty();
        assertThat(notices.all()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.NOT_READ);
            assertThat(notice.file()).isEqualTo("a.sql");
            assertThat(notice.reason()).isEqualTo("cannot be read: NoSuchFileException");
        });
    }

    private String read(String path) {
        return new TextReader(folder, notices).read(path).orElseThrow().text();
    }

    private void write(String path, String text, Charset charset) throws IOException {
        Files.write(folder.resolve(path), text.getBytes(charset));
    }
}
