package dev.seqscan.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.Notices;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.xml.XmlFile;
import dev.seqscan.source.xml.XmlReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BytecodeEnhancementTest {

    private static final Settings NONE = new Settings(Map.of());

    @Test
    void a_maven_build_enhances_where_its_plugin_is_told_so() {
        assertThat(isOn(pom("<configuration><enableLazyInitialization>true</enableLazyInitialization></configuration>"))).isTrue();
        assertThat(isOn(pom("<configuration><enableDirtyTracking>true</enableDirtyTracking></configuration>"))).isFalse();
        assertThat(isOn(pom("<configuration><enableLazyInitialization>false</enableLazyInitialization></configuration>"))).isFalse();
    }

    @Test
    void a_gradle_build_enhances_unless_it_switches_lazy_attributes_off() {
        String plugin = "plugins { id 'org.hibernate.orm' version '6.6.0.Final' }\n";
        assertThat(isOn(gradle(plugin + "hibernate { enhancement { } }"))).isTrue();
        assertThat(isOn(gradle(plugin + "hibernate { enhancement { enableLazyInitialization = false } }"))).isFalse();
        assertThat(isOn(gradle(plugin))).isFalse();
    }

    @Test
    void a_setting_wins_over_the_build_and_quarkus_always_enhances() {
        Settings off = settings("hibernate.enhancer.enable-lazy-initialization", "false");
        assertThat(BytecodeEnhancement.isOn(BytecodeEnhancement.applied(off, List.of(),
                List.of(new TextFile("build.gradle", "id 'org.hibernate.orm' enhancement { }"))))).isFalse();
        assertThat(BytecodeEnhancement.isOn(settings("quarkus.datasource.db-kind", "postgresql"))).isTrue();
        assertThat(BytecodeEnhancement.isOn(NONE)).isFalse();
    }

    private static boolean isOn(Settings settings) {
        return BytecodeEnhancement.isOn(settings);
    }

    private static Settings pom(String configuration) {
        String text = "<project><build><plugins><plugin><artifactId>hibernate-enhance-maven-plugin</artifactId>"
                + configuration + "</plugin></plugins></build></project>";
        XmlFile pom = new XmlReader().read(new TextFile("pom.xml", text), new Notices()).orElseThrow();
        return BytecodeEnhancement.applied(NONE, List.of(pom), List.of());
    }

    private static Settings gradle(String text) {
        return BytecodeEnhancement.applied(NONE, List.of(), List.of(new TextFile("build.gradle", text)));
    }

    private static Settings settings(String name, String value) {
        return new Settings(Map.of(name, new Settings.Value(value, new Place("application.properties", Span.ofLine(1)))));
    }
}
