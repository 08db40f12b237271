package dev.seqscan.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.seqscan.source.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON schema for editors says the same as the reader of the file. */
class SettingsSchemaTest {

    /** What follows a paragraph that names the file; other examples are of other files. */
    private static final Pattern EXAMPLE =
            Pattern.compile("seqscan\\.yml`[^\n]*(?:\n[^\n]+)*\n\n```yaml\n(.*?)```", Pattern.DOTALL);
    private static JsonNode tree;
    private static JsonSchema schema;

    @BeforeAll
    static void load_the_schema() throws IOException {
        try (InputStream in = SettingsSchemaTest.class.getResourceAsStream("seqscan.schema.json")) {
            tree = new ObjectMapper().readTree(in);
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(tree);
        }
    }

    @Test
    void it_has_the_keys_that_the_reader_knows_and_no_others() {
        assertThat(properties("")).isEqualTo(new TreeSet<>(UserSettingsReader.KEYS));
        assertThat(properties("/definitions/method")).isEqualTo(new TreeSet<>(UserModelReader.OF_METHODS));
        assertThat(properties("/definitions/table")).isEqualTo(new TreeSet<>(UserModelReader.OF_TABLES));
        assertThat(properties("/definitions/rule/anyOf/1")).isEqualTo(new TreeSet<>(RunSettingsReader.OF_RULES));
    }

    @Test
    void it_has_the_words_that_the_reader_knows_and_no_others() {
        assertThat(words("/definitions/level")).startsWith(RuleSetting.LEVELS.toArray(String[]::new))
                .hasSize(RuleSetting.LEVELS.size() + 2).endsWith("false", "true");
        RunSettings.WORDS.forEach((name, allowed) -> {
            JsonNode property = tree.at("/properties/" + name);
            List<String> words = property.has("enum") ? words("/properties/" + name) : List.of("true", "false");
            assertThat(property.has("enum") || property.get("type").asText().equals("boolean")).as(name).isTrue();
            assertThat(words).as(name).isEqualTo(allowed);
        });
        assertThat(words("/definitions/method/properties/sends")).containsExactly("read", "write");
        assertThat(words("/definitions/method/properties/rows")).isEqualTo(names(UserMethod.Rows.values()));
        assertThat(words("/definitions/method/properties/loop")).isEqualTo(names(UserMethod.Loop.values()));
    }

    @Test
    void the_examples_of_the_readme_are_right_for_both() throws IOException {
        List<String> examples = new ArrayList<>(EXAMPLE.matcher(Files.readString(Path.of("..", "README.md"))).results()
                .map((MatchResult found) -> found.group(1)).toList());
        assertThat(examples).hasSizeGreaterThan(1);
        for (String example : examples) {
            assertThat(faults(example)).as(example).isEmpty();
            new UserSettingsReader().read(new TextFile("seqscan.yml", example));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"failOnSeverty: error", "failOnSeverity: fatal", "includeTests: maybe", "includes: {path: src}",
        "includes: [/src]", "rules: [query-in-loop]", "rules: {query-in-loop: fatal}", "rules: {query-in-loop: {levl: note}}",
        "methods: {load: {sends: read}}", "methods: {com.shop.Dao#load: {sends: reads}}", "tables: {orders: {rows: many}}",
        "tables: {orders: {small: 1}}"})
    void what_the_reader_refuses_the_schema_refuses_too(String text) throws IOException {
        assertThat(faults(text)).isNotEmpty();
        assertThatThrownBy(() -> new UserSettingsReader().read(new TextFile("seqscan.yml", text))).isInstanceOf(WrongSettings.class);
    }

    private static Set<ValidationMessage> faults(String yaml) throws IOException {
        return schema.validate(new YAMLMapper().readTree(yaml));
    }

    private static Set<String> properties(String at) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> each : tree.at(at + "/properties").properties()) {
            names.add(each.getKey());
        }
        assertThat(tree.at(at + "/additionalProperties").asBoolean(true)).as(at).isFalse();
        return names;
    }

    private static List<String> words(String at) {
        List<String> words = new ArrayList<>();
        tree.at(at + "/enum").forEach(each -> words.add(each.asText()));
        return words;
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    }
}
