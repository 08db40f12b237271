package dev.seqscan.config;

import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tells from a build whether it enhances entities, so that each attribute can be lazy by itself (Hibernate User Guide,
 * "Bytecode Enhancement"). It becomes the setting that asks for the same at run time.
 */
public final class BytecodeEnhancement {

    private static final String SETTING = "hibernate.enhancer.enable-lazy-initialization";
    private static final String PARAMETER = "enableLazyInitialization";
    private static final Pattern GRADLE = Pattern.compile("org\\.hibernate\\.orm\\b.*\\benhancement\\b", Pattern.DOTALL);
    private static final Pattern SWITCHED_OFF = Pattern.compile("\\b(?:enableL|l)azyInitialization\\W{1,6}false\\b");
    private static final int DEEPEST = 12;

    private BytecodeEnhancement() {
    }

    /** Whether lazy attributes are enhanced by these settings; Quarkus enhances all entities. */
    public static boolean isOn(Settings settings) {
        return settings.text(SETTING).map("true"::equals)
                .orElseGet(() -> settings.all().keySet().stream().anyMatch(name -> name.startsWith("quarkus.")));
    }

    /** The settings of an application with what its build says. */
    public static Settings applied(Settings settings, List<XmlFile> poms, List<TextFile> gradle) {
        Optional<Place> place = poms.stream().flatMap(pom -> inPom(pom.path(), pom.root(), 0).stream()).findFirst()
                .or(() -> gradle.stream().filter(BytecodeEnhancement::inGradle)
                        .map(file -> new Place(file.path(), Span.ofLine(1))).findFirst());
        if (place.isEmpty() || settings.text(SETTING).isPresent()) {
            return settings;
        }
        Map<String, Settings.Value> values = new TreeMap<>(settings.all());
        values.put(SETTING, new Settings.Value("true", place.get()));
        return new Settings(values);
    }

    /** The plugin leaves attributes alone unless it is told otherwise. */
    private static Optional<Place> inPom(String path, XmlElement element, int depth) {
        if (element.name().equals(PARAMETER) && element.text().equals("true")) {
            return Optional.of(new Place(path, Span.ofLine(element.line())));
        }
        return depth == DEEPEST ? Optional.empty()
                : element.children().stream().flatMap(each -> inPom(path, each, depth + 1).stream()).findFirst();
    }

    private static boolean inGradle(TextFile file) {
        return GRADLE.matcher(file.text()).find() && !SWITCHED_OFF.matcher(file.text()).find();
    }
}
