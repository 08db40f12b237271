package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.finding.Finding;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.Notice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the scanned tree that name files and addresses outside of it, or that grow when they are read. */
class HostileFilesTest {

    private static final RuleCatalog RULES = RuleCatalog.load(HostileFilesTest.class.getClassLoader());
    private static final String CANARY = "canary_that_must_not_sing";
    private static final String RESOURCES = "src/main/resources/";

    @TempDir
    private Path folder;

    @BeforeEach
    void anApplicationWithOneProblem() throws IOException {
        write("src/main/java/com/shop/Products.java", """
                package com.shop;
                import java.util.List;
                class Products {
                    org.springframework.jdbc.core.JdbcTemplate jdbc;
                    void all(List<Long> ids) {
                        for (Long id : ids) {
                            jdbc.queryForList("select name from product where id = ?", id);
                        }
                    }
                }
                """);
    }

    @Test
    void noReaderOpensAFileOrAnAddressThatADocumentTypeNames(@TempDir Path outside) throws IOException {
        Path canary = Files.writeString(outside.resolve("canary.txt"), CANARY);
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + listening.getLocalPort() + "/";
            String type = "<?xml version=\"1.0\"?>\n<!DOCTYPE ROOT PUBLIC \"-//x//EN\" \"" + address + "x.dtd\" [<!ENTITY % p SYSTEM \""
                    + address + "p\"> %p; <!ENTITY file SYSTEM \"" + canary.toUri() + "\"> <!ENTITY net SYSTEM \"" + address + "e\">]>\n";
            everyKind(type, "&file;&net;");

            AnalysisReport report = analyze();

            assertOneProblem(report);
            assertThat(report.toString()).doesNotContain(CANARY);
            assertThat(report.notices()).extracting(Notice::reason).contains("the entity file is not followed",
                    "the entity net is not followed");
            listening.setSoTimeout(300);
            org.assertj.core.api.Assertions.assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void entitiesThatMultiplyAreNotExpanded() throws IOException {
        StringBuilder entities = new StringBuilder("<!ENTITY e0 \"grows\">");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY e").append(i).append(" \"").append(("&e" + (i - 1) + ";").repeat(10)).append("\">");
        }
        everyKind("<!DOCTYPE ROOT [" + entities + "]>\n", "&e29;");

        assertTimeout(Duration.ofSeconds(60), () -> assertOneProblem(analyze()));
    }

    @Test
    void changelogsThatEachIncludeTheNextOneTwiceAreBounded() throws IOException {
        String twice = "<include file='%s.xml' relativeToChangelogFile='true'/>".repeat(2);
        write(RESOURCES + "db/changelog/db.changelog-master.xml", "<databaseChangeLog>" + twice.formatted("a0", "a0") + "</databaseChangeLog>");
        for (int i = 0; i < 30; i++) {
            String next = "a" + (i + 1);
            write(RESOURCES + "db/changelog/a" + i + ".xml", "<databaseChangeLog>" + twice.formatted(next, next) + "</databaseChangeLog>");
        }
        write(RESOURCES + "db/changelog/a30.xml", "<databaseChangeLog/>");

        AnalysisReport report = assertTimeout(Duration.ofSeconds(30), this::analyze);

        assertOneProblem(report);
        assertThat(report.notices()).extracting(Notice::reason).containsOnlyOnce("more than 10000 changelogs are included");
    }

    @Test
    void fiftyThousandWishesInOneFileAreReadInOneWalk() throws IOException {
        write("src/main/java/com/shop/Wishes.java", "// seqscan:ignore query-in-loop: so\n".repeat(50_000) + "class Wishes { }");
        write(RESOURCES + "db/migration/V1__a.sql", "/*\n" + "seqscan:ignore query-in-loop: so\n".repeat(50_000) + "*/");

        assertTimeout(Duration.ofSeconds(30), () -> assertOneProblem(analyze()));
    }

    @Test
    void commentsOfGradleThatAreNeverClosedAreNoComments() throws IOException {
        write("build.gradle", "/* ".repeat(50_000));

        assertTimeout(Duration.ofSeconds(15), () -> assertOneProblem(analyze()));
    }

    @Test
    void aliasesThatMultiplyAreBounded() throws IOException {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        IntStream.range(1, 30).forEach(i -> yaml.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9)
                + "*a" + (i - 1) + "]\n"));
        write(RESOURCES + "application.yml", yaml.toString());
        write(RESOURCES + "db/changelog/db.changelog-master.yaml", yaml + "databaseChangeLog:\n  - changeSet: *a29\n");

        assertTimeout(Duration.ofSeconds(60), () -> assertOneProblem(analyze()));
    }

    @Test
    void brokenMappingsAreToldAndTheRestGoesOn() throws IOException {
        write(RESOURCES + "META-INF/orm.xml", "<entity-mappings>\n<entity class=\"com.shop.Gone\">\n<table");
        write(RESOURCES + "Product.hbm.xml", "<hibernate-mapping>\n<class name=\"com.shop.Gone\" table=\"gone\"></clas></hibernate-mapping>");
        write(RESOURCES + "db/changelog/db.changelog-master.xml", "<databaseChangeLog>\n<include file=\"gone.xml\"/>\n<changeSet id=\"1\"");
        write(RESOURCES + "mapper/Half.xml", "<mapper namespace=\"com.shop.Half\">\n<select id=\"all\">select");

        AnalysisReport report = analyze();

        assertOneProblem(report);
        assertThat(report.notices()).filteredOn(each -> each.kind() == Notice.Kind.NOT_READ).hasSize(4)
                .allMatch(each -> each.line() > 0).extracting(Notice::file).containsExactlyInAnyOrder(RESOURCES + "META-INF/orm.xml",
                        RESOURCES + "Product.hbm.xml", RESOURCES + "db/changelog/db.changelog-master.xml", RESOURCES + "mapper/Half.xml");
    }

    @Test
    void aFragmentThatIsNowhereIsToldWithTheLineOfItsInclude() throws IOException {
        write("src/main/java/com/shop/OrderMapper.java", """
                package com.shop;
                import java.util.List;
                @org.apache.ibatis.annotations.Mapper
                interface OrderMapper {
                    List<String> names(long id);
                }
                class Names {
                    OrderMapper mapper;
                    void one() { mapper.names(1L); mapper.names(2L); }
                }
                """);
        write(RESOURCES + "mapper/OrderMapper.xml", """
                <mapper namespace="com.shop.OrderMapper">
                    <select id="names" resultType="string">
                        select name from orders
                        <include refid="onlyMine"/>
                    </select>
                </mapper>
                """);

        AnalysisReport report = analyze();

        assertOneProblem(report);
        assertThat(report.notices()).filteredOn(each -> each.kind() == Notice.Kind.MISSING).singleElement().satisfies(notice -> {
            assertThat(notice.file()).isEqualTo(RESOURCES + "mapper/OrderMapper.xml");
            assertThat(notice.line()).isEqualTo(4);
            assertThat(notice.reason()).isEqualTo("no mapper has the fragment onlyMine");
        });
    }

    /** One file for each reader of XML, with its document type and a reference to an entity in a place where text counts. */
    private void everyKind(String type, String reference) throws IOException {
        write("pom.xml", type.replace("ROOT", "project") + "<project><artifactId>shop" + reference + "</artifactId></project>");
        write(RESOURCES + "META-INF/persistence.xml", type.replace("ROOT", "persistence")
                + "<persistence><persistence-unit name=\"x\"><class>" + reference + "</class></persistence-unit></persistence>");
        write(RESOURCES + "META-INF/orm.xml", type.replace("ROOT", "entity-mappings") + "<entity-mappings><named-query name=\"n\"><query>"
                + reference + "</query></named-query></entity-mappings>");
        write(RESOURCES + "Product.hbm.xml", type.replace("ROOT", "hibernate-mapping") + "<hibernate-mapping><query name=\"n\">"
                + reference + "</query></hibernate-mapping>");
        write(RESOURCES + "mapper/ProductMapper.xml", type.replace("ROOT", "mapper") + "<mapper namespace=\"m\"><select id=\"s\">select "
                + reference + " from product</select></mapper>");
        write(RESOURCES + "db/changelog/db.changelog-master.xml", type.replace("ROOT", "databaseChangeLog")
                + "<databaseChangeLog><changeSet id=\"1\" author=\"a\"><sql>create table " + reference
                + " (id int)</sql></changeSet></databaseChangeLog>");
        write(RESOURCES + "queries.xml", type.replace("ROOT", "properties") + "<properties><entry key=\"q\">" + reference
                + "</entry></properties>");
    }

    private AnalysisReport analyze() {
        return new Analyzer(RULES).analyze(AnalysisRequest.of(folder));
    }

    private static void assertOneProblem(AnalysisReport report) {
        assertThat(report.findings()).filteredOn(finding -> finding.ruleId().equals("query-in-loop"))
                .extracting(Finding::subject).hasSize(1);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
