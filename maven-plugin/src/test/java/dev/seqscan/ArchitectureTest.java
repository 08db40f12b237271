package dev.seqscan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The goals and the command line stand side by side on what they share. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.seqscan.run", "dev.seqscan.cli", "dev.seqscan.maven");

    @Test
    void what_they_share_knows_neither_of_them() {
        noClasses().that().resideInAPackage("dev.seqscan.run").should().dependOnClassesThat()
                .resideInAnyPackage("dev.seqscan.cli..", "dev.seqscan.maven..", "org.apache.maven..", "picocli..").check(CLASSES);
    }

    @Test
    void the_command_line_runs_without_maven() {
        noClasses().that().resideInAPackage("dev.seqscan.cli").should().dependOnClassesThat()
                .resideInAnyPackage("dev.seqscan.maven..", "org.apache.maven..").check(CLASSES);
    }

    @Test
    void the_goals_run_without_the_library_of_the_command_line() {
        noClasses().that().resideInAPackage("dev.seqscan.maven").should().dependOnClassesThat()
                .resideInAnyPackage("dev.seqscan.cli..", "picocli..").check(CLASSES);
    }
}
