package dev.seqscan.cache;

import dev.seqscan.source.ContentHash;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * What tells the code that runs from any other: all jars and class folders of its class loaders, and the JDK. A version is not
 * enough, since all snapshots share one and a user adds rules.
 */
public final class RunningCode {

    private final Set<Path> entries = new LinkedHashSet<>();
    private boolean known = true;

    private RunningCode() {
    }

    /**
     * Hashes the code.
     *
     * @param classes of the analyser and of the rules; what else their loaders see counts too
     * @return nothing where it is not known where the code comes from
     */
    public static Optional<ContentHash> of(Collection<Class<?>> classes) {
        RunningCode code = new RunningCode();
        classes.forEach(code::add);
        try {
            return code.known && !code.entries.isEmpty() ? Optional.of(code.hash()) : Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private ContentHash hash() throws IOException {
        ContentHash.Of sum = new ContentHash.Of();
        for (Path entry : entries) {
            sum.add(Fingerprints.of(entry));
        }
        for (String name : new String[] {"java.runtime.version", "java.vm.vendor", "java.vm.name", "os.arch"}) {
            sum.add(System.getProperty(name, ""));
        }
        Path image = Path.of(System.getProperty("java.home"), "lib", "modules");
        return sum.add(Files.size(image)).add(Files.getLastModifiedTime(image).toMillis()).hash();
    }

    private void add(Class<?> type) {
        if (type.getProtectionDomain().getCodeSource() == null) {
            known = false;
        } else {
            add(type.getProtectionDomain().getCodeSource().getLocation());
        }
        for (ClassLoader loader = type.getClassLoader(); loader != null && loader != ClassLoader.getPlatformClassLoader();
                loader = loader.getParent()) {
            add(loader);
        }
    }

    private void add(ClassLoader loader) {
        if (loader instanceof URLClassLoader urls) {
            Arrays.stream(urls.getURLs()).forEach(this::add);
        } else if (loader == ClassLoader.getSystemClassLoader()) {
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).forEach(this::add);
        } else {
            known = false;
        }
    }

    private void add(URL url) {
        try {
            add(Path.of(url.toURI()));
        } catch (URISyntaxException | RuntimeException noFile) {
            known = false;
        }
    }

    /** A jar may name others in its manifest, as tools do to keep a command line short. */
    private void add(Path entry) {
        Path file = entry.toAbsolutePath().normalize();
        if (!entries.add(file) || !Files.isRegularFile(file)) {
            return;
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            String others = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (others != null) {
                Arrays.stream(others.strip().split("\\s+")).forEach(each -> add(file.toUri().resolve(URI.create(each))));
            }
        } catch (IOException | RuntimeException noJar) {
            known = false;
        }
    }

    private void add(URI other) {
        add(Path.of(other));
    }
}
