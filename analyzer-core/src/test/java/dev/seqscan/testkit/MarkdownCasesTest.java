package dev.seqscan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqscan.rule.RulePageException;
import dev.seqscan.source.TextFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownCasesTest {

    @Test
    void the_blocks_under_one_heading_form_one_project() {
        Case only = only("""
                # Lazy load in a loop
                ## Bad
                ```java
                package com.shop;
                @Service class OrderService { }
                ```
                Some words.
                ```sql
                create table orders (id bigint);
                ```
                ```yaml
                spring.jpa.open-in-view: false
                ```
                ```properties
                a=b
                ```
                """);
        assertThat(only.name()).isEqualTo("Bad");
        assertThat(only.origin()).isEqualTo("X.md:3");
        assertThat(paths(only)).containsExactly("src/main/java/com/shop/OrderService.java",
                "src/main/resources/application.properties", "src/main/resources/application.yml",
                "src/main/resources/db/migration/V1__case.sql");
        assertThat(only.files().get(0).text()).isEqualTo("package com.shop;\n@Service class OrderService { }\n");
    }

    @Test
    void nested_headings_join_and_each_is_a_case() {
        List<Case> cases = MarkdownCases.parse("X.md", """
                # Title
                ## Bad
                ```java
                class A { }
                ```
                ### In a stream
                ```java
                class B { }
                ```
                ## Good
                ```java
                class C { }
                ```
                """);
        assertThat(cases).extracting(Case::name).containsExactly("Bad", "Bad > In a stream", "Good");
        assertThat(cases).allSatisfy(each -> assertThat(each.files()).hasSize(1));
    }

    @Test
    void a_file_name_finds_its_folder_and_a_path_is_kept() {
        assertThat(paths(only("""
                ## Case
                ```java Orders.java
                package com.shop.order;
                class Order { }
                ```
                ```sql schema.sql
                ```
                ```sql V2__index.sql
                ```
                ```sql other/V3__index.sql
                ```
                ```yaml application-prod.yml
                ```
                ```xml pom.xml
                ```
                ```html order.html
                ```
                """))).containsExactlyInAnyOrder("src/main/java/com/shop/order/Orders.java", "src/main/resources/schema.sql",
                "src/main/resources/db/migration/V2__index.sql", "other/V3__index.sql",
                "src/main/resources/application-prod.yml", "pom.xml", "src/main/resources/templates/order.html");
    }

    @Test
    void a_java_file_is_named_after_its_public_type_or_else_its_first() {
        assertThat(paths(only("""
                ## Case
                ```java
                record Line(int number) { }
                @Entity public final class Order { class Inner { } }
                ```
                ```java
                @interface Cached { }
                interface Orders { }
                ```
                """))).containsExactly("src/main/java/Cached.java", "src/main/java/Order.java");
    }

    @Test
    void shared_blocks_belong_to_every_case_and_can_be_replaced() {
        List<Case> cases = MarkdownCases.parse("X.cases.md", """
                # Cases
                ## Domain
                ### Tables
                ```sql
                create table orders (id bigint);
                ```
                ## Eager
                ```java
                class Order { int eager; }
                ```
                ```sql
                create index i on orders (id);
                ```
                ## Lazy
                ```java
                class OrderService { }
                ```
                ## Later
                ```java shared
                class Order { }
                ```
                """);
        assertThat(cases).extracting(Case::name).containsExactly("Eager", "Lazy");
        assertThat(paths(cases.get(0))).containsExactly("src/main/java/Order.java",
                "src/main/resources/db/migration/V1__case.sql", "src/main/resources/db/migration/V2__case.sql");
        assertThat(cases.get(0).files().get(0).text()).contains("eager");
        assertThat(paths(cases.get(1))).containsExactly("src/main/java/Order.java", "src/main/java/OrderService.java",
                "src/main/resources/db/migration/V1__case.sql");
    }

    @Test
    void marks_become_expectations_and_leave_the_text() {
        Case only = only("""
                ## Bad
                ```java
                class A {
                    int a;  // finding
                    int b; // finding x2: second part
                }
                ```
                ```sql
                create table a (id int); -- finding: no index
                ```
                ```properties
                a=b # finding
                ```
                ```html page.html
                <p></p> <!-- finding: too slow -->
                ```
                """);
        String sql = "src/main/resources/db/migration/V1__case.sql";
        assertThat(only.expectations()).containsExactly(
                new Expectation("src/main/java/A.java", 2, 1, "", "X.md:4"),
                new Expectation("src/main/java/A.java", 3, 2, "second part", "X.md:5"),
                new Expectation("src/main/resources/application.properties", 1, 1, "", "X.md:12"),
                new Expectation(sql, 1, 1, "no index", "X.md:9"),
                new Expectation("src/main/resources/templates/page.html", 1, 1, "too slow", "X.md:15"));
        assertThat(only.files().get(0)).isEqualTo(
                new TextFile("src/main/java/A.java", "class A {\n    int a;\n    int b;\n}\n"));
        assertThat(only.files().get(1).text()).isEqualTo("a=b\n");
    }

    @Test
    void blocks_in_other_languages_are_no_files() {
        assertThat(MarkdownCases.parse("X.md", "## Case\n```\nplain\n```\n~~~console\n$ mvn verify\n~~~\n")).isEmpty();
    }

    @Test
    void hash_signs_within_a_block_are_no_headings() {
        assertThat(only("## Case\n```yaml\n# not a heading\na: b\n```\n").name()).isEqualTo("Case");
    }

    @Test
    void a_fault_of_the_page_names_page_and_line() {
        assertFault("## Case\n```java\nint a;\n```\n", "X.md:2: a Java block without a type");
        assertFault("## Case\n```xml\n<a/>\n```\n", "X.md:2: a block of xml needs a file name");
        assertFault("## Case\n```java\nclass A { } // finding here\n```\n", "X.md:3: write 'finding'");
        assertFault("## Case\n```java\nclass A { }\n", "X.md:2: the fenced block is never closed");
        assertFault("## C\n```java\nclass A { }\n```\n```java\nclass A { }\n```\n", "X.md:5: a second file src/main/java/A.java");
        assertFault("## C\n```java\nclass A { }\n```\n## C\n```java\nclass B { }\n```\n", "X.md:6: a second case named C");
        assertFault("## Case\n```java A.java B.java\n```\n", "X.md:2: one file name");
    }

    private static void assertFault(String text, String message) {
        assertThatThrownBy(() -> MarkdownCases.parse("X.md", text)).isInstanceOf(RulePageException.class)
                .hasMessageStartingWith(message);
    }

    private static List<String> paths(Case project) {
        return project.files().stream().map(TextFile::path).toList();
    }

    private static Case only(String text) {
        List<Case> cases = MarkdownCases.parse("X.md", text);
        assertThat(cases).hasSize(1);
        return cases.get(0);
    }
}
