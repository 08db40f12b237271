package dev.seqscan.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.java.JavaReader;
import dev.seqscan.source.xml.XmlFile;
import dev.seqscan.source.xml.XmlReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleGraphTest {

    private final List<XmlFile> poms = new ArrayList<>();
    private final List<TextFile> gradleFiles = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();

    @Test
    void a_tree_without_build_files_is_one_module_and_one_application() {
        source("com/shop/Order.java");

        assertThat(graph().modules()).extracting(Module::directory).containsExactly("");
        assertThat(graph().of("com/shop/Order.java").directory()).isEmpty();
        assertThat(graph().applications()).extracting(Application::name).containsExactly("root");
    }

    @Test
    void an_empty_tree_is_one_application() {
        assertThat(graph().applications()).hasSize(1);
    }

    @Test
    void modules_reach_what_their_poms_depend_on() {
        shopOfThreeModules();

        assertThat(module("web").reaches()).containsExactlyInAnyOrder("web", "orders", "common");
        assertThat(module("common").reaches()).containsExactly("common");
        assertThat(graph().of("orders/src/main/java/Order.java").name()).isEqualTo("shop-orders");
    }

    @Test
    void the_application_is_the_module_that_nothing_depends_on() {
        shopOfThreeModules();

        assertThat(graph().applications()).singleElement().satisfies(application -> {
            assertThat(application.name()).isEqualTo("shop-web");
            assertThat(application.modules()).extracting(Module::directory).containsExactly("web", "common", "orders");
            assertThat(application.springBoot()).isTrue();
        });
    }

    @Test
    void modules_that_see_each_other_are_one_family() {
        shopOfThreeModules();
        pom("mail", child("shop-mail") + dependency("com.shop", "shop-common", ""));
        pom("tools", child("shop-tools"));
        source("mail/src/main/java/Mail.java");
        source("tools/src/main/java/Tool.java");

        assertThat(graph().families()).extracting(List::copyOf)
                .containsExactly(List.of("common", "mail", "orders", "web"), List.of("tools"));
    }

    @Test
    void a_module_without_code_joins_those_that_use_it_for_their_tests() {
        pom("", "<groupId>com.shop</groupId><artifactId>shop</artifactId><version>1</version><packaging>pom</packaging>");
        pom("data", child("shop-data"));
        pom("orders", child("shop-orders") + dependency("com.shop", "shop-data", "test"));
        pom("mail", child("shop-mail") + dependency("com.shop", "shop-data", "test"));
        source("orders/src/main/java/Order.java");
        source("mail/src/main/java/Mail.java");

        assertThat(graph().families()).extracting(List::copyOf).containsExactly(List.of("data", "mail", "orders"));
    }

    @Test
    void a_tree_without_code_is_one_family() {
        assertThat(graph().families()).extracting(List::copyOf).containsExactly(List.of(""));
    }

    private void shopOfThreeModules() {
        pom("", "<groupId>com.shop</groupId><artifactId>shop</artifactId><version>1</version><packaging>pom</packaging>"
                + "<properties><prefix>shop</prefix></properties>");
        pom("common", child("shop-common"));
        pom("orders", child("shop-orders") + dependency("${project.groupId}", "${prefix}-common", ""));
        pom("web", child("shop-web") + dependency("com.shop", "shop-orders", "")
                .replace("</dependencies>", "<dependency><groupId>org.springframework.boot</groupId>"
                        + "<artifactId>spring-boot-starter-web</artifactId></dependency></dependencies>"));
        source("common/src/main/java/Money.java");
        source("orders/src/main/java/Order.java");
        source("web/src/main/java/OrderController.java");
    }

    @Test
    void what_a_missing_module_of_the_build_brings_may_be_any_other_module() {
        pom("", "<groupId>com.shop</groupId><artifactId>shop</artifactId><packaging>pom</packaging>"
                + "<modules><module>data</module><module>services</module><module>web</module></modules>");
        pom("data", child("shop-data"));
        pom("web", child("shop-web") + dependency("com.shop", "shop-services", ""));

        assertThat(module("web").reaches()).contains("data");
        assertThat(module("data").reaches()).containsExactly("data");
    }

    @Test
    void a_missing_library_of_a_whole_build_brings_nothing() {
        pom("", "<groupId>com.shop</groupId><artifactId>shop</artifactId><packaging>pom</packaging>"
                + "<modules><module>data</module><module>web</module></modules>");
        pom("data", child("shop-data"));
        pom("web", child("shop-web") + dependency("com.shop", "shop-services", ""));

        assertThat(module("web").reaches()).containsExactly("web");
    }

    @Test
    void a_library_belongs_to_each_application_that_uses_it() {
        pom("common", "<groupId>com.shop</groupId><artifactId>common</artifactId>");
        pom("shop", "<groupId>com.shop</groupId><artifactId>shop</artifactId>" + dependency("com.shop", "common", ""));
        pom("billing", "<groupId>com.shop</groupId><artifactId>billing</artifactId>"
                + dependency("com.shop", "common", ""));
        List.of("common/A.java", "shop/B.java", "billing/C.java").forEach(this::source);

        assertThat(graph().applications()).extracting(Application::directories)
                .containsExactly(java.util.Set.of("billing", "common"), java.util.Set.of("shop", "common"));
    }

    @Test
    void a_dependency_for_tests_is_seen_by_that_module_alone() {
        pom("app", "<groupId>com.shop</groupId><artifactId>app</artifactId>");
        pom("it", "<groupId>com.shop</groupId><artifactId>it</artifactId>" + dependency("com.shop", "app", "test"));
        pom("all", "<groupId>com.shop</groupId><artifactId>all</artifactId>" + dependency("com.shop", "it", ""));
        List.of("app/A.java", "it/B.java", "all/C.java").forEach(this::source);

        assertThat(module("it").reaches()).containsExactlyInAnyOrder("it", "app");
        assertThat(module("all").reaches()).containsExactlyInAnyOrder("all", "it");
        assertThat(graph().applications()).extracting(Application::name).containsExactly("all", "app");
    }

    @Test
    void a_test_kit_is_used_by_tests_only_and_imports_a_test_framework() {
        pom("kit", "<groupId>com.shop</groupId><artifactId>kit</artifactId>");
        pom("app", "<groupId>com.shop</groupId><artifactId>app</artifactId>" + dependency("com.shop", "kit", "test"));
        pom("it", "<groupId>com.shop</groupId><artifactId>it</artifactId>" + dependency("com.shop", "app", "test"));
        String kit = "import org.junit.jupiter.api.Test; class Kit { }";
        List<CodeFile> files = List.of(java("kit/src/main/java/Kit.java", kit), java("app/src/main/java/App.java", "class App { }"),
                java("app/src/test/java/AppTest.java", kit), java("it/src/test/java/AppIt.java", kit));
        files.forEach(each -> source(each.path()));

        assertThat(TestModules.of(graph(), files)).containsExactly("kit");
    }

    private static CodeFile java(String path, String text) {
        return new JavaReader().read(new TextFile(path, text), new Notices());
    }

    @Test
    void of_two_modules_with_the_same_name_the_nearer_one_is_meant() {
        for (String variant : List.of("jpa", "jdbc")) {
            pom(variant + "/model", "<groupId>com.shop</groupId><artifactId>model</artifactId>");
            pom(variant + "/web", "<groupId>com.shop</groupId><artifactId>web</artifactId>"
                    + dependency("com.shop", "model", ""));
        }

        assertThat(module("jdbc/web").reaches()).containsExactlyInAnyOrder("jdbc/web", "jdbc/model");
        assertThat(module("jpa/web").reaches()).containsExactlyInAnyOrder("jpa/web", "jpa/model");
    }

    @Test
    void dependencies_of_profiles_count_where_the_profile_is_active_by_default() {
        pom("a", "<groupId>com.shop</groupId><artifactId>a</artifactId>");
        pom("b", "<groupId>com.shop</groupId><artifactId>b</artifactId>");
        pom("app", "<groupId>com.shop</groupId><artifactId>app</artifactId><profiles>"
                + profile("!jdbc", dependency("com.shop", "a", "")) + profile("jdbc", dependency("com.shop", "b", ""))
                + "</profiles>");

        assertThat(module("app").reaches()).containsExactlyInAnyOrder("app", "a");
    }

    private static String profile(String property, String content) {
        return "<profile><activation><property><name>" + property + "</name></property></activation>" + content
                + "</profile>";
    }

    @Test
    void modules_in_a_ring_are_one_application() {
        pom("a", "<groupId>com.shop</groupId><artifactId>a</artifactId>" + dependency("com.shop", "b", ""));
        pom("b", "<groupId>com.shop</groupId><artifactId>b</artifactId>" + dependency("com.shop", "a", ""));
        List.of("a/A.java", "b/B.java").forEach(this::source);

        assertThat(graph().applications()).extracting(Application::directories)
                .containsExactly(java.util.Set.of("a", "b"));
    }

    @Test
    void poms_that_name_each_other_as_parent_come_to_an_end() {
        pom("", "<artifactId>a</artifactId><parent><groupId>g</groupId><artifactId>b</artifactId>"
                + "<relativePath>b</relativePath></parent><properties><x>${y}</x><y>${x}</y></properties>");
        pom("b", "<artifactId>b</artifactId><parent><groupId>g</groupId><artifactId>a</artifactId></parent>"
                + dependency("${x}", "${y}", ""));

        assertThat(graph().modules()).extracting(Module::name).containsExactly("a", "b");
    }

    @Test
    void gradle_projects_are_read_from_text() {
        gradle("settings.gradle", "rootProject.name = 'shop'\ninclude 'web',\n  'libs:orders'\n"
                + "// include 'old'\ninclude ':common'\nproject(':common').projectDir = file('shared/common')\n");
        gradle("web/build.gradle", "plugins { id 'org.springframework.boot' version '3.5.0' }\ndependencies {\n"
                + "  implementation project(':libs:orders')\n  testImplementation(project(path: ':common'))\n}\n");
        gradle("libs/orders/build.gradle", "dependencies { api project(':common') }\n");
        List.of("web/A.java", "libs/orders/B.java", "shared/common/C.java").forEach(this::source);

        assertThat(graph().modules()).extracting(Module::directory)
                .containsExactly("", "libs/orders", "shared/common", "web");
        assertThat(module("web").reaches()).containsExactlyInAnyOrder("web", "libs/orders", "shared/common");
        assertThat(graph().applications()).extracting(Application::name, Application::springBoot)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("web", true));
    }

    @Test
    void long_comments_and_many_includes_of_gradle_are_read() {
        StringBuilder text = new StringBuilder("/* ").append("* ".repeat(50_000)).append("*/ include 'first'");
        for (int i = 0; i < 20_000; i++) {
            text.append(", 'm").append(i).append("'");
        }
        gradle("settings.gradle", text.toString());

        assertThat(module("m19999").name()).isEqualTo("m19999");
    }

    @Test
    void kotlin_builds_and_type_safe_accessors_are_read() {
        gradle("settings.gradle.kts", "include(\":web-app\", \":shop-core:model\")\n"
                + "project(\":web-app\").projectDir = File(settingsDir, \"apps/web\")\n");
        gradle("apps/web/build.gradle.kts", "dependencies {\n    implementation(projects.shopCore.model)\n}\n");
        gradle("shop-core/model/build.gradle.kts", "dependencies { testImplementation(project(\":web-app\")) }\n");

        assertThat(module("apps/web").reaches()).containsExactlyInAnyOrder("apps/web", "shop-core/model");
    }

    @Test
    void a_task_that_names_a_project_is_no_dependency() {
        gradle("settings.gradle", "include 'a', 'b'");
        gradle("a/build.gradle", "tasks.named('jar') { dependsOn(project(':b')) }\nproject(':b') { }\n");

        assertThat(module("a").reaches()).containsExactly("a");
    }

    private static String child(String artifactId) {
        return "<parent><groupId>com.shop</groupId><artifactId>shop</artifactId><version>1</version></parent><artifactId>"
                + artifactId + "</artifactId>";
    }

    private static String dependency(String groupId, String artifactId, String scope) {
        return "<dependencies><dependency><groupId>" + groupId + "</groupId><artifactId>" + artifactId
                + "</artifactId><scope>" + scope + "</scope></dependency></dependencies>";
    }

    private void pom(String directory, String content) {
        String path = directory.isEmpty() ? "pom.xml" : directory + "/pom.xml";
        poms.add(new XmlReader().read(new TextFile(path, "<project>" + content + "</project>"), new Notices()).orElseThrow());
    }

    private void gradle(String path, String text) {
        gradleFiles.add(new TextFile(path, text));
    }

    private void source(String path) {
        sources.add(path);
    }

    private ModuleGraph graph() {
        return ModuleGraph.of(poms, gradleFiles, sources);
    }

    private Module module(String directory) {
        return graph().modules().stream().filter(each -> each.directory().equals(directory)).findFirst().orElseThrow();
    }
}
