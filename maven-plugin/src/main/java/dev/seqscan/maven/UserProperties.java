package dev.seqscan.maven;

import dev.seqscan.config.NearestWord;
import dev.seqscan.run.WrongParameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/**
 * Holds {@code -Dseqscan.*} to what the goals declare. Maven drops a misspelt property without a word, and takes any text
 * but {@code true} for false: a build that should fail would pass.
 */
final class UserProperties {

    private static final String PREFIX = "seqscan.";

    /** Not a parameter, but the name by which many POMs keep a plugin's version. */
    private static final String VERSION = "seqscan.version";

    /** The second is that of parameters whose default may stand in a file. */
    private static final Set<String> BOOLEAN_TYPES = Set.of("boolean", "java.lang.Boolean");

    private static final Set<String> BOOLEANS = Set.of("", "true", "false");

    private final Map<String, String> typesByName = new TreeMap<>();

    UserProperties(PluginDescriptor plugin) {
        plugin.getMojos().forEach(goal -> typesByName.putAll(properties(goal)));
    }

    /** The types of the parameters of a goal, by their properties. */
    private static Map<String, String> properties(MojoDescriptor goal) {
        Map<String, String> types = new TreeMap<>();
        for (Parameter parameter : goal.getParameters()) {
            String expression = goal.getMojoConfiguration().getChild(parameter.getName()).getValue("");
            if (expression.startsWith("${" + PREFIX)) {
                types.put(expression.substring(2, expression.length() - 1), parameter.getType());
            }
        }
        return types;
    }

    /** The property of a parameter. */
    static String spelled(String parameter) {
        return PREFIX + parameter;
    }

    /** The exception that Maven shows for a parameter that is wrong. */
    static MojoExecutionException stop(WrongParameter wrong) {
        return new MojoExecutionException("Wrong parameter " + wrong.told(UserProperties::spelled));
    }

    /**
     * Checks the properties of the command line.
     *
     * @throws WrongParameter if one is unknown to all goals, or is neither true nor false where it must be
     */
    void check(Properties properties) throws WrongParameter {
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            if (name.startsWith(PREFIX) && !name.equals(VERSION)) {
                check(name, properties.getProperty(name));
            }
        }
    }

    /** The properties of the command line that are parameters of other goals, but not of this one. */
    static List<String> ofOtherGoals(Properties properties, MojoDescriptor goal) {
        Set<String> own = properties(goal).keySet();
        return properties.stringPropertyNames().stream().sorted()
                .filter(name -> name.startsWith(PREFIX) && !name.equals(VERSION) && !own.contains(name)).toList();
    }

    private void check(String name, String value) throws WrongParameter {
        if (!typesByName.containsKey(name)) {
            boolean secret = name.toLowerCase(Locale.ROOT).contains("password");
            List<String> known = List.copyOf(typesByName.keySet());
            String meant = NearestWord.of(name, known).map(nearest -> "did you mean " + nearest + "? ").orElse("");
            throw new WrongParameter(name.substring(PREFIX.length()), secret ? "***" : value,
                    "there is no such parameter; " + meant + "allowed are " + String.join(", ", known));
        }
        if (BOOLEAN_TYPES.contains(typesByName.get(name)) && !BOOLEANS.contains(value)) {
            throw new WrongParameter(name.substring(PREFIX.length()), value, "allowed are true, false");
        }
    }
}
