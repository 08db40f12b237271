package dev.seqscan.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** Runs the {@code main} of another class, and leaves in a file what this process took. */
public final class Meter {

    static final String CPU = "cpu";
    static final String PEAK = "peak";
    static final String STAGE = "stage.";

    private static final Properties MEASURED = new Properties();

    private Meter() {
    }

    /** Takes the file, the class, and the arguments of the class. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Path file = Path.of(arguments[0]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(file)));
        Class.forName(arguments[1]).getMethod("main", String[].class)
                .invoke(null, (Object) Arrays.copyOfRange(arguments, 2, arguments.length));
    }

    /** A stage was at work for some more nanoseconds. */
    public static synchronized void stage(String name, long nanos) {
        MEASURED.merge(STAGE + name, "" + nanos, (one, other) -> "" + (Long.parseLong((String) one) + nanos));
    }

    private static void write(Path file) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        MEASURED.setProperty(CPU, "" + system.getProcessCpuTime());
        try {
            MEASURED.setProperty(PEAK, "" + peak());
            try (var out = Files.newOutputStream(file)) {
                MEASURED.store(out, null);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Bytes that were resident at most, as Linux tells; elsewhere the sum of what each memory pool of the JVM used at most. */
    private static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream().map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(each -> each.getUsed()).sum();
    }

    /** Nanoseconds as seconds. */
    static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
