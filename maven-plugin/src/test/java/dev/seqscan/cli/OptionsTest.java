package dev.seqscan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Holds the options of each command to the parameters of the goal of the same name, which the plugin's descriptor tells. */
class OptionsTest {

    private static final Pattern GOAL = Pattern.compile("<mojo>\\s*<goal>(\\w+)</goal>.*?</mojo>", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$\\{seqscan\\.(\\w+)}");

    /** What makes sense in a build of Maven only: its settings.xml, and a goal that a POM binds but a profile skips. */
    private static final Set<String> OF_MAVEN = Set.of("--jdbc-server", "--skip");

    /** In Maven these are dependencies of the plugin, and the plugin's own goal {@code help} and version. */
    private static final Set<String> OF_THE_COMMAND_LINE = Set.of("--rule-jar", "--help", "--version");

    @TestFactory
    Stream<DynamicTest> a_command_has_the_parameters_of_its_goal() throws IOException {
        Map<String, Set<String>> goals = goals();
        return SeqScan.commandLine().getSubcommands().entrySet().stream().map(command -> DynamicTest.dynamicTest(
                command.getKey(), () -> assertThat(options(command.getValue())).isEqualTo(goals.get(command.getKey()))));
    }

    private static Set<String> options(CommandLine command) {
        Set<String> options = command.getCommandSpec().options().stream().map(OptionSpec::longestName)
                .collect(Collectors.toCollection(TreeSet::new));
        options.removeAll(OF_THE_COMMAND_LINE);
        return options;
    }

    private static Map<String, Set<String>> goals() throws IOException {
        return GOAL.matcher(descriptor()).results()
                .collect(Collectors.toMap(goal -> goal.group(1), goal -> parameters(goal.group())));
    }

    private static Set<String> parameters(String goal) {
        Matcher matcher = PARAMETER.matcher(goal);
        Set<String> parameters = matcher.results().map(each -> Complaints.spelled(each.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        parameters.removeAll(OF_MAVEN);
        return parameters;
    }

    private static String descriptor() throws IOException {
        try (InputStream in = OptionsTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
