package dev.seqscan.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Reads what Maven and Eclipse read of the plugin: plugin.xml as it was made of the goals, and the metadata for m2e. */
class PluginDescriptorTest {

    /** Goals that look at a folder once, with or without a POM. */
    private static final Set<String> ONCE = Set.of("baseline", "indexes", "rules", "scan", "why");

    private Map<String, Element> goals;

    @BeforeEach
    void the_goals_of_plugin_xml() throws Exception {
        goals = all(parse("META-INF/maven/plugin.xml"), "mojo")
                .collect(Collectors.toMap(goal -> text(goal, "goal"), Function.identity()));
    }

    @Test
    void every_goal_may_run_in_several_threads() {
        assertThat(goals).containsKeys("check", "scan")
                .allSatisfy((name, goal) -> assertThat(text(goal, "threadSafe")).isEqualTo("true"));
    }

    /** It would break a fresh checkout whose modules need each other. */
    @Test
    void no_goal_lets_maven_resolve_dependencies_or_runs_others_before() {
        assertThat(goals).allSatisfy((name, goal) -> assertThat(children(goal).map(Node::getNodeName))
                .doesNotContain("requiresDependencyResolution", "requiresDependencyCollection", "executePhase", "executeGoal"));
    }

    @Test
    void no_goal_needs_a_network() {
        assertThat(goals).allSatisfy((name, goal) -> assertThat(text(goal, "requiresOnline")).isEqualTo("false"));
    }

    /** Check waits for the last module, which an aggregator in a parent POM would not: it runs before its children. */
    @Test
    void check_alone_is_bound_and_runs_in_each_module() {
        assertThat(named("phase", "verify")).containsExactly("check");
        assertThat(named("requiresProject", "true")).contains("check").doesNotContainAnyElementsOf(ONCE);
        assertThat(named("aggregator", "true")).doesNotContain("check").containsAll(ONCE);
    }

    @Test
    void the_readme_has_a_row_for_every_parameter() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        Set<String> parameters = goals.values().stream().flatMap(goal -> all(goal, "configuration"))
                .flatMap(PluginDescriptorTest::children).map(Node::getTextContent).filter(value -> value.startsWith("${seqscan."))
                .map(value -> value.substring(2, value.length() - 1)).collect(Collectors.toSet());

        assertThat(parameters).isNotEmpty().allSatisfy(name -> assertThat(readme).contains("\n| `" + name + "`"));
    }

    /** Without a word m2e marks each POM with "plugin execution not covered"; it looks at what is bound. */
    @Test
    void m2e_ignores_all_that_can_be_bound() throws Exception {
        Document metadata = parse("META-INF/m2e/lifecycle-mapping-metadata.xml");

        assertThat(all(metadata, "goal").map(Node::getTextContent)).isSubsetOf(goals.keySet())
                .contains("check").containsAll(ONCE);
        assertThat(all(metadata, "action").flatMap(PluginDescriptorTest::children).map(Node::getNodeName))
                .containsExactly("ignore");
        // Embedded in a plugin, the metadata is about that plugin, which m2e fills in where it is not named.
        assertThat(all(metadata, "pluginExecutionFilter").flatMap(PluginDescriptorTest::children).map(Node::getNodeName))
                .containsExactly("goals");
    }

    private Set<String> named(String property, String value) {
        return goals.entrySet().stream().filter(goal -> value.equals(text(goal.getValue(), property))).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Document parse(String resource) throws Exception {
        try (InputStream in = CheckMojo.class.getClassLoader().getResourceAsStream(resource)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }

    private static Stream<Element> all(Node within, String name) {
        NodeList found = within instanceof Document document
                ? document.getElementsByTagName(name) : ((Element) within).getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    private static Stream<Node> children(Node node) {
        return IntStream.range(0, node.getChildNodes().getLength()).mapToObj(node.getChildNodes()::item)
                .filter(child -> child.getNodeType() == Node.ELEMENT_NODE);
    }

    /** The text of a child, or nothing. */
    private static String text(Element goal, String name) {
        return children(goal).filter(child -> child.getNodeName().equals(name)).map(Node::getTextContent).findFirst().orElse("");
    }
}
