package dev.seqscan.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The JSON schema of SARIF 2.1.0. */
public final class SarifSchema {

    private static final JsonSchema SCHEMA = load();

    private SarifSchema() {
    }

    /** What a log has that the schema forbids, or lacks that it asks for. */
    public static List<String> faults(JsonNode log) {
        return SCHEMA.validate(log).stream().map(Object::toString).toList();
    }

    private static JsonSchema load() {
        try (InputStream in = SarifSchema.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(in);
            // The schema's own address answers with nothing; its references are all to itself.
            tree.remove(List.of("id", "$id"));
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
