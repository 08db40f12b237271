package dev.seqscan.run;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Where the cache is: where the user says, else where the system keeps caches of a user. XDG_CACHE_HOME counts on every system
 * (XDG Base Directory Specification); without it that is {@code ~/.cache}, on macOS {@code ~/Library/Caches} (File System
 * Programming Guide), on Windows the folder of LOCALAPPDATA.
 */
final class CachePlace {

    /** The word for no cache. */
    static final String OFF = "off";

    private static final String NAME = "seqscan";

    private final Map<String, String> environment;
    private final Properties system;

    /** Takes the variables of the environment and the properties of the JVM. */
    CachePlace(Map<String, String> environment, Properties system) {
        this.environment = environment;
        this.system = system;
    }

    /**
     * The folder; none where the user wants no cache, or has no folder.
     *
     * @param said by the user, if anything is
     * @param start the folder in which relative names start
     * @throws WrongParameter if it is no folder
     */
    Optional<Path> folder(Optional<String> said, Path start) throws WrongParameter {
        Optional<String> name = said.map(String::strip).filter(each -> !each.isEmpty());
        if (name.isEmpty()) {
            return byDefault();
        }
        if (name.get().equals(OFF)) {
            return Optional.empty();
        }
        Path folder = path(name.get()).map(start::resolve).map(Path::normalize).orElse(null);
        if (folder == null || Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new WrongParameter("cache", name.get(), "this is no folder; allowed are a folder, which need not exist, and "
                    + OFF);
        }
        return Optional.of(folder);
    }

    private Optional<Path> byDefault() {
        String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String home = system.getProperty("user.home", "");
        Stream<String> places = os.startsWith("windows") ? Stream.of(environment.getOrDefault("LOCALAPPDATA", ""))
                : Stream.of(home + (os.startsWith("mac") ? "/Library/Caches" : "/.cache"));
        return Stream.concat(Stream.of(environment.getOrDefault("XDG_CACHE_HOME", "")), places)
                .flatMap(each -> path(each).stream()).filter(Path::isAbsolute).findFirst()
                .map(each -> os.startsWith("windows") ? each.resolve(NAME).resolve("cache") : each.resolve(NAME));
    }

    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }
}
