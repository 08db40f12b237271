package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.report.sarif.SarifReport;
import dev.seqscan.rule.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that moves keeps the fingerprints by which code hosts know a finding again. */
class MovedCodeTest {

    private static final Path SHOP = Path.of("..", "test-projects", "shop").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void ten_lines_before_all_java_and_sql_change_no_fingerprint() throws IOException {
        keepsFingerprints(SHOP, 20);
    }

    @Test
    void ten_lines_before_mappers_and_changelogs_change_no_fingerprint() throws IOException {
        Path project = folder.resolve("project");
        write(project, "src/main/resources/application.yml", "spring.datasource.url: jdbc:postgresql://localhost/shop\n");
        write(project, "src/main/resources/db/changelog/db.changelog-master.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
                  <changeSet id="1" author="a">
                    <sql>create table orders (id bigint primary key, number varchar(20), status varchar(9))</sql>
                    <sql>create index orders_number on orders (number)</sql>
                    <sql>create index orders_number_2 on orders (number)</sql>
                  </changeSet>
                </databaseChangeLog>
                """);
        write(project, "src/main/resources/com/shop/OrderMapper.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <mapper namespace="com.shop.OrderMapper">
                  <select id="ofStatus" resultType="long">
                    select id from orders where status = #{status}
                  </select>
                  <insert id="add">insert into orders (number, status) values (#{number}, #{status})</insert>
                </mapper>
                """);
        write(project, "src/main/java/com/shop/OrderMapper.java", """
                package com.shop;
                import java.util.List;
                import org.apache.ibatis.annotations.Param;
                interface OrderMapper {
                    List<Long> ofStatus(@Param("status") String status);
                    void add(@Param("number") String number, @Param("status") String status);
                }
                """);
        write(project, "src/main/java/com/shop/Orders.java", """
                package com.shop;
                import java.util.List;
                class Orders {
                    OrderMapper mapper;
                    void load(List<String> numbers) {
                        for (String number : numbers) {
                            mapper.add(number, "NEW");
                        }
                    }
                    List<Long> open() {
                        return mapper.ofStatus("OPEN");
                    }
                }
                """);
        keepsFingerprints(project, 3);
    }

    private void keepsFingerprints(Path project, int least) throws IOException {
        Path moved = folder.resolve("moved");
        copy(project.resolve("src"), moved.resolve("src"));
        TreeMap<String, Integer> before = lines(project);
        TreeMap<String, Integer> after = lines(moved);
        assertThat(before).hasSizeGreaterThanOrEqualTo(least);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after).allSatisfy((fingerprint, line) -> assertThat(line).isEqualTo(before.get(fingerprint) + 10));
    }

    /** The first line of each result by rule, file and fingerprints. */
    private static TreeMap<String, Integer> lines(Path project) throws IOException {
        AnalysisReport report = new Analyzer(RuleCatalog.load(MovedCodeTest.class.getClassLoader()))
                .analyze(new AnalysisRequest(project, List.of(), Set.of(), false, true, line -> { }));
        JsonNode log = new ObjectMapper().readTree(new SarifReport().text(report, ScannedFolder.alone(project)));
        TreeMap<String, Integer> lines = new TreeMap<>();
        for (JsonNode result : log.at("/runs/0/results")) {
            JsonNode place = result.at("/locations/0/physicalLocation");
            lines.put(result.at("/ruleId").asText() + " " + place.at("/artifactLocation/uri").asText() + " "
                    + result.at("/partialFingerprints"), place.at("/region/startLine").asInt());
        }
        return lines;
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, moved(file.getFileName().toString(), Files.readString(file)));
            }
        }
    }

    /** With ten more lines at the start; in XML behind its first line, which must stay the first. */
    private static String moved(String name, String text) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "java" -> "// moved\n".repeat(10) + text;
            case "sql" -> "-- moved\n".repeat(10) + text;
            case "xml" -> text.replaceFirst("\n", "\n" + "<!-- moved -->\n".repeat(10));
            default -> text;
        };
    }

    private static void write(Path project, String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
