package dev.seqscan.cli;

import dev.seqscan.rule.Rule;
import dev.seqscan.run.InstalledRules;
import dev.seqscan.run.TaskFailed;
import dev.seqscan.run.WrongParameter;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * SeqScan with the rules that the user adds. Nothing of the analysed code is on its class path.
 *
 * @param classPath of a JVM that analyses
 * @param loader that sees the same in this JVM
 */
record Analyser(List<File> classPath, URLClassLoader loader) implements AutoCloseable {

    private static final String NAME = "ruleJar";
    private static final String SERVICE = "META-INF/services/" + Rule.class.getName();

    /**
     * Adds jars to this process.
     *
     * @throws WrongParameter if they do not exist, or hold no rules or rules that cannot be used
     */
    static Analyser with(List<Path> ruleJars) throws WrongParameter, IOException {
        List<File> classPath = new ArrayList<>(own());
        List<URL> urls = new ArrayList<>();
        for (Path jar : ruleJars) {
            if (!Files.isReadable(jar)) {
                throw new WrongParameter(NAME, jar, "there is no such file; allowed are jars with rules, separated by commas");
            }
            classPath.add(jar.toFile());
            urls.add(jar.toUri().toURL());
        }
        Analyser analyser = new Analyser(classPath,
                new URLClassLoader(urls.toArray(URL[]::new), Analyser.class.getClassLoader()));
        if (!ruleJars.isEmpty()) {
            analyser.check(ruleJars);
        }
        return analyser;
    }

    /** With {@code java -jar} the class path is that jar. */
    private static List<File> own() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(File::new).toList();
    }

    private void check(List<Path> ruleJars) throws WrongParameter {
        if (loader.findResource(SERVICE) == null) {
            throw new WrongParameter(NAME, shown(ruleJars), "it holds no rules, as it has no " + SERVICE);
        }
        try {
            InstalledRules.of(loader);
        } catch (TaskFailed unusable) {
            throw new WrongParameter(NAME, shown(ruleJars), unusable.getMessage());
        }
    }

    private static String shown(List<Path> ruleJars) {
        return String.join(",", ruleJars.stream().map(Path::toString).toList());
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
