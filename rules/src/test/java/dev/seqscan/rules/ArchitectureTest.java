package dev.seqscan.rules;

import static com.tngtech.archunit.base.DescribedPredicate.or;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.google.auto.service.AutoService;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.seqscan.rule.Rule;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;

@AnalyzeClasses(packages = "dev.seqscan.rules", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule rules_see_the_model_only = classes().should().onlyDependOnClassesThat(or(
            resideInAnyPackage("java..", "dev.seqscan.rules..", "dev.seqscan.rule", "dev.seqscan.flow", "dev.seqscan.query",
                    "dev.seqscan.entity", "dev.seqscan.schema", "dev.seqscan.config", "dev.seqscan.finding"),
            type(Place.class), type(Span.class), type(AutoService.class)))
            .because("what a rule needs of a syntax tree or a framework becomes a fact first, which all rules can use");

    @ArchTest
    static final ArchRule no_rule_sees_another = slices().matching("dev.seqscan.rules.(*).(*)..").should()
            .notDependOnEachOther().because("a rule can be added and removed as a folder");

    @ArchTest
    static final ArchRule only_the_rule_of_a_folder_is_public = classes().that(resideInAPackage("dev.seqscan.rules.."))
            .and().arePublic().should().beAssignableTo(Rule.class)
            .because("helper classes of a rule are its own");
}
