package dev.seqscan.rules.fuzz;

import dev.seqscan.source.TextFile;
import dev.seqscan.source.Workers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each reader gets its own sound file in many broken forms, and throws nothing and ends soon. {@code -Pfuzz} runs it for minutes. */
class BrokenFilesTest {

    private static final int USUAL_ROUNDS = 30;
    private static final Pattern FORMS = Pattern.compile(System.getProperty("fuzz.forms", ""));

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> aBrokenTextIsReadWithoutAFault() {
        List<TextFile> samples = new ArrayList<>(ReaderSamples.texts());
        samples.add(new TextFile("src/main/java/com/shop/Order.java", ReaderSamples.JAVA));
        samples.add(new TextFile("src/main/resources/db/migration/V1__orders.sql", ReaderSamples.SQL));
        return samples.stream().map(sample -> texts(sample.name(), sample.text(), text -> Reading.text(new TextFile(sample.path(), text))));
    }

    @TestFactory
    Stream<DynamicTest> aBrokenStatementIsReadWithoutAFault() {
        return ReaderSamples.QUERIES.stream().map(query -> texts(query.substring(0, 40), query, Reading::query));
    }

    @TestFactory
    Stream<DynamicTest> whatTheUserWroteForSeqScanIsReadOrToldToBeWrong() {
        byte[] baseline = ReaderSamples.BASELINE.getBytes(StandardCharsets.UTF_8);
        return Stream.of(texts("seqscan.yml", ReaderSamples.SETTINGS, Reading::settings),
                bytes("baseline", baseline, broken -> Reading.baseline(folder, broken)));
    }

    @TestFactory
    Stream<DynamicTest> damagedClassesAndJarsAreReadWithoutAFault() throws IOException {
        byte[] type = classFile(java.util.Map.Entry.class);
        byte[] annotated = classFile(Deprecated.class);
        String name = "java/util/Map$Entry.class";
        return Stream.of(bytes("class", type, Reading::classFile), bytes("annotation", annotated, Reading::classFile),
                bytes("jar", jar(name, type), broken -> Reading.jar(folder, broken, "java.util.Map.Entry")));
    }

    private static DynamicTest texts(String name, String sound, Consumer<String> reader) {
        return rounds(name, mutations -> {
            String broken = mutations.broken(sound);
            return () -> reader.accept(broken);
        });
    }

    private static DynamicTest bytes(String name, byte[] sound, Consumer<byte[]> reader) {
        return rounds(name, mutations -> {
            byte[] broken = mutations.broken(sound);
            return () -> reader.accept(broken);
        });
    }

    private interface Breaking {
        Runnable reading(Mutations mutations);
    }

    private static DynamicTest rounds(String name, Breaking breaking) {
        return DynamicTest.dynamicTest(name, () -> {
            Assumptions.assumeTrue(FORMS.matcher(name).find());
            FuzzTime time = new FuzzTime(USUAL_ROUNDS);
            try (Watch watch = new Watch(name)) {
                int count = Workers.withDeepStack(() -> {
                    int rounds = 0;
                    for (; time.goesOn(); rounds++) {
                        watch.read(time.seed(), breaking.reading(new Mutations(time.seed())));
                    }
                    return rounds;
                });
                System.out.println("broken " + name + ": " + count + " in " + time.seconds() + " s, slowest " + watch.slowest());
            }
        });
    }

    private static byte[] classFile(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }

    private static byte[] jar(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.putNextEntry(new ZipEntry("../out.class"));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
