package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.finding.Finding;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.Notice;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may lie in a folder or on a class path beside sources: what is beside it is judged all the same. */
class HostileTreesTest {

    private static final RuleCatalog RULES = RuleCatalog.load(HostileTreesTest.class.getClassLoader());
    private static final String LOOP = "class Products { org.springframework.jdbc.core.JdbcTemplate jdbc;\n"
            + "void all(java.util.List<Long> ids) { for (Long id : ids) { jdbc.queryForList(\"select 1 from a where id = ?\", id); } } }";

    @TempDir
    private Path folder;

    @BeforeEach
    void anApplicationWithOneProblem() throws IOException {
        Files.writeString(folder.resolve("Products.java"), LOOP);
    }

    @Test
    void aSocketIsNotWaitedFor() throws IOException {
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            Path socket = folder.resolve("Socket.java");
            Assumptions.assumeTrue(socket.toString().length() < 100);
            channel.bind(UnixDomainSocketAddress.of(socket));

            assertThat(judged().notices()).isEmpty();
        } catch (UnsupportedOperationException noSuchSockets) {
            Assumptions.abort("this system has no such sockets");
        }
    }

    @Test
    void linksToThemselvesAndToDevicesAreNotOpened() throws IOException {
        Files.createSymbolicLink(folder.resolve("Self.java"), folder.resolve("Self.java"));
        Files.createSymbolicLink(folder.resolve("V1__zero.sql"), Path.of("/dev/zero"));
        Files.createSymbolicLink(folder.resolve("application.yml"), Path.of("/dev/zero"));
        Files.createSymbolicLink(folder.resolve("pom.xml"), Path.of("/dev/zero"));
        Files.createSymbolicLink(folder.resolve("seqscan.yml"), folder.resolve("seqscan.yml"));

        judged();
    }

    /** Who may read everything, as root does, sees no such file. */
    @Test
    void aFileAndAFolderThatMayNotBeReadAreTold() throws IOException {
        Path file = Files.writeString(folder.resolve("Secret.java"), "class Secret {}");
        Path secret = Files.createDirectory(folder.resolve("secret"));
        Assumptions.assumeTrue(file.toFile().setReadable(false) && secret.toFile().setReadable(false) && !Files.isReadable(file));
        try {
            assertThat(judged().notices()).extracting(Notice::file).containsExactlyInAnyOrder("Secret.java", "secret");
        } finally {
            assertThat(secret.toFile().setReadable(true)).isTrue();
        }
    }

    @Test
    void namesThatNoPersonGivesAreNamesOfFiles() throws IOException {
        for (String name : List.of("new\nline.java", "a b'\"<&.java", "\uD83D\uDE00.java", "%s%n$(x).java", "-rf.java", "..java", ".java")) {
            try {
                Files.writeString(folder.resolve(name), LOOP.replace("Products", "Odd"));
            } catch (InvalidPathException notHere) {
                continue;
            }
        }
        assertThat(judged().findings()).extracting(finding -> finding.place().file()).contains("new\nline.java", "-rf.java");
    }

    /** Names are bytes to Linux, and need be no text. */
    @Test
    void aNameThatIsNoTextIsNoFault() throws Exception {
        Process made = new ProcessBuilder("sh", "-c", "echo 'class Odd {}' > \"$(printf 'Odd\\377\\355\\240\\275.java')\"")
                .directory(folder.toFile()).start();
        Assumptions.assumeTrue(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0);

        judged();
    }

    @Test
    void aScriptOfUtf16IsRead() throws IOException {
        Files.write(folder.resolve("V1__a.sql"), "\uFEFFcreate table a (id bigint primary key);".getBytes(StandardCharsets.UTF_16LE));

        assertThat(judged().notices()).isEmpty();
    }

    @Test
    void jarsThatBlowUpOrLeadOutsideOrAreBrokenAreNoFault(@TempDir Path jars) throws IOException {
        Path bomb = jars.resolve("bomb.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            entry(zip, "org/springframework/jdbc/core/JdbcTemplate.class", 300_000_000);
            entry(zip, "../../Outside.class", 10);
            entry(zip, "/java/util/List.class", 10);
            entry(zip, "META-INF/versions/99999999999/A.class", 10);
            entry(zip, "BOOT-INF/lib/inner.jar", 10_000);
        }
        byte[] whole = Files.readAllBytes(bomb);
        Path cut = Files.write(jars.resolve("cut.jar"), Arrays.copyOf(whole, whole.length / 2));
        Path text = Files.writeString(jars.resolve("text.jar"), "no jar");

        AnalysisReport report = judged(bomb, cut, text, jars.resolve("gone.jar"), jars);

        assertThat(report.notices()).extracting(Notice::reason).hasSize(4).allMatch(reason -> reason.length() < 300)
                .anyMatch(reason -> reason.contains("JdbcTemplate.class in bomb.jar")).anyMatch(reason -> reason.contains("cut.jar"))
                .anyMatch(reason -> reason.contains("text.jar")).anyMatch(reason -> reason.contains("gone.jar"));
        assertThat(jars.getParent().resolve("Outside.class")).doesNotExist();
    }

    private static void entry(ZipOutputStream zip, String name, int size) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        byte[] zeros = new byte[10_000];
        OutputStream out = zip;
        for (int written = 0; written < size; written += zeros.length) {
            out.write(zeros, 0, Math.min(zeros.length, size - written));
        }
        zip.closeEntry();
    }

    private AnalysisReport judged(Path... classPath) {
        AnalysisRequest request = new AnalysisRequest(folder, List.of(classPath), Set.of(), false, false, line -> { });
        AnalysisReport report = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> new Analyzer(RULES).analyze(request));
        assertThat(report.notices()).noneMatch(notice -> notice.kind() == Notice.Kind.INTERNAL);
        assertThat(report.findings()).filteredOn(finding -> finding.place().file().equals("Products.java"))
                .extracting(Finding::ruleId).containsExactly("query-in-loop");
        return report;
    }
}
