package dev.seqscan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between the stages: read, declare, link, query, follow, judge, settle, show. */
class ArchitectureTest {

    private static final String BASE = "dev.seqscan.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.seqscan");

    /** For each stage, the packages of ours that it may use beside itself. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("source", List.of()),
            Map.entry("finding", List.of("source", "schema")),
            Map.entry("program", List.of("source")),
            Map.entry("config", List.of("source")),
            Map.entry("schema", List.of("source")),
            Map.entry("entity", List.of("source", "program", "config", "schema")),
            Map.entry("query", List.of("source", "program", "config", "schema", "entity")),
            Map.entry("flow", List.of("source", "program", "config", "schema", "entity", "query", "finding")),
            Map.entry("rule", List.of("source", "config", "schema", "entity", "query", "flow", "finding")),
            Map.entry("filter", List.of("source", "finding", "rule")),
            Map.entry("overview", List.of("source", "config", "schema", "entity", "query", "flow", "finding", "rule")),
            Map.entry("baseline", List.of("source", "finding")),
            Map.entry("change", List.of("source", "finding")),
            Map.entry("cache", List.of("source", "schema", "finding", "overview")),
            Map.entry("advice", List.of("source", "schema", "entity", "query", "flow", "finding", "rule")));

    /** Libraries that one package hides from all others. */
    private static final Map<String, String> HIDDEN_IN = Map.of(
            "com.github.javaparser..", "dev.seqscan.source.java..",
            "net.sf.jsqlparser..", "dev.seqscan.query.sql..",
            "org.hibernate..", "dev.seqscan.query.hql..",
            "org.antlr..", "dev.seqscan.query.hql..",
            "org.objectweb.asm..", "dev.seqscan.source.classfile..",
            "org.jsoup..", "dev.seqscan.source.template..",
            "org.snakeyaml..", "dev.seqscan.source.config..",
            "javax.xml..", "dev.seqscan.source.xml..",
            "java.sql..", "dev.seqscan.schema.live..");

    @TestFactory
    Stream<DynamicTest> a_stage_uses_only_the_stages_before_it() {
        return MAY_USE.entrySet().stream().map(stage -> DynamicTest.dynamicTest(stage.getKey(), () ->
                noClasses().that().resideInAPackage(BASE + stage.getKey() + "..")
                        .should().dependOnClassesThat(ours().and(DescribedPredicate.not(allowed(stage.getKey(), stage.getValue()))))
                        .check(CLASSES)));
    }

    @TestFactory
    Stream<DynamicTest> a_library_is_used_in_one_package_only() {
        return HIDDEN_IN.entrySet().stream().map(library -> DynamicTest.dynamicTest(library.getKey(), () ->
                noClasses().that(resideOutsideOfPackage(library.getValue()))
                        .should().dependOnClassesThat(resideInAPackage(library.getKey())).check(CLASSES)));
    }

    /** Two threads that first need such a pair at once, each from its side, stand still for ever (JLS 12.4.2). */
    @Test
    void no_classes_wait_for_each_other_when_they_are_initialised() {
        Map<JavaClass, Set<JavaClass>> waits = CLASSES.stream()
                .collect(Collectors.toMap(Function.identity(), ArchitectureTest::initialisedWith));
        assertThat(CLASSES.stream().filter(type -> reached(type, waits).contains(type))).isEmpty();
    }

    /** What JLS 12.4.1 initialises while {@code type} is, as far as its initialiser says so itself. */
    private static Set<JavaClass> initialisedWith(JavaClass type) {
        Stream<JavaClass> above = Stream.concat(type.getRawSuperclass().stream(), type.getAllRawInterfaces().stream()
                .filter(each -> each.getMethods().stream().anyMatch(ArchitectureTest::isDefault)));
        Stream<JavaClass> used = type.getAccessesFromSelf().stream().filter(access -> !access.isDeclaredInLambda())
                .filter(access -> access.getOrigin().getName().equals(JavaStaticInitializer.STATIC_INITIALIZER_NAME))
                .map(access -> access.getTargetOwner());
        return Stream.concat(above, used).filter(each -> !each.equals(type) && !each.isAnonymousClass())
                .collect(Collectors.toSet());
    }

    private static boolean isDefault(JavaMethod method) {
        return !method.getModifiers().contains(JavaModifier.ABSTRACT) && !method.getModifiers().contains(JavaModifier.STATIC);
    }

    private static Set<JavaClass> reached(JavaClass from, Map<JavaClass, Set<JavaClass>> waits) {
        Set<JavaClass> reached = new HashSet<>();
        Deque<JavaClass> open = new ArrayDeque<>(waits.get(from));
        while (!open.isEmpty()) {
            JavaClass next = open.pop();
            if (reached.add(next)) {
                open.addAll(waits.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    @Test
    void reports_know_findings_and_cards_but_no_model() {
        noClasses().that().resideInAPackage("dev.seqscan.report..").should().dependOnClassesThat(
                resideInAnyPackage("dev.seqscan.flow..", "dev.seqscan.query..", "dev.seqscan.entity..", "dev.seqscan.schema..",
                        "dev.seqscan.program..", "dev.seqscan.config..", "dev.seqscan.source.code..")).check(CLASSES);
    }

    @Test
    void rules_see_places_and_no_other_part_of_the_sources() {
        noClasses().that().resideInAPackage("dev.seqscan.rule..").should()
                .dependOnClassesThat(resideInAPackage("dev.seqscan.source.*..")).check(CLASSES);
    }

    @Test
    void every_stage_named_here_has_classes() {
        for (String stage : MAY_USE.keySet()) {
            assertThat(CLASSES.stream().filter(each -> each.getPackageName().startsWith(BASE + stage))).as(stage).isNotEmpty();
        }
        for (String owner : HIDDEN_IN.values()) {
            String name = owner.substring(0, owner.length() - 2);
            assertThat(CLASSES.stream().filter(each -> each.getPackageName().startsWith(name))).as(name).isNotEmpty();
        }
    }

    private static DescribedPredicate<JavaClass> ours() {
        return resideInAPackage("dev.seqscan..");
    }

    private static DescribedPredicate<JavaClass> allowed(String stage, List<String> others) {
        String[] packages = Stream.concat(Stream.of(stage), others.stream()).map(each -> BASE + each + "..").toArray(String[]::new);
        return resideInAnyPackage(packages).as("may use " + Arrays.toString(packages));
    }
}
