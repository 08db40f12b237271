package dev.seqscan;

import dev.seqscan.cache.form.KeptRun;
import dev.seqscan.entity.xml.XmlMappings;
import dev.seqscan.filter.UnusedCodeFilter;
import dev.seqscan.finding.Finding;
import dev.seqscan.overview.OverviewBuilder;
import dev.seqscan.program.Application;
import dev.seqscan.program.LibraryShapes;
import dev.seqscan.program.Module;
import dev.seqscan.program.ModuleGraph;
import dev.seqscan.program.Program;
import dev.seqscan.program.TestModules;
import dev.seqscan.query.UserMethods;
import dev.seqscan.query.hql.HqlQueries;
import dev.seqscan.query.sql.SqlQueries;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.rule.RuleChoices;
import dev.seqscan.schema.live.LiveSchema;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Progress;
import dev.seqscan.source.SourceTree;
import dev.seqscan.source.Stage;
import dev.seqscan.source.Steps;
import dev.seqscan.source.classfile.ClassLookupChain;
import dev.seqscan.source.classfile.ClassPath;
import dev.seqscan.source.classfile.LibraryClass;
import dev.seqscan.source.classfile.RunningJdk;
import dev.seqscan.source.classfile.index.SignatureIndex;
import dev.seqscan.source.code.CodeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Declares, links and follows the applications of a family of modules, and lets the rules judge; nothing is settled yet. */
final class FamilyAnalysis {

    private final RuleCatalog rules;
    private final AnalysisRequest request;
    private final RuleChoices choices;
    private final Optional<LiveSchema> live;
    private final UserMethods user;
    private final Notices notices;
    private final LibraryShapes libraries;
    private final Progress progress;
    private final Analyzer.Judged judged;
    private final Steps steps;
    private final HqlQueries hql;
    private final SqlQueries sql;

    /** Takes what all families of a run share; {@code notices} is told what is wrong with libraries. */
    FamilyAnalysis(RuleCatalog rules, AnalysisRequest request, RuleChoices choices, Optional<LiveSchema> live, UserMethods user,
            ClassPath classPath, Notices notices, Progress progress, Analyzer.Judged judged, Steps steps) {
        this.rules = rules;
        this.request = request;
        this.choices = choices;
        this.live = live;
        this.user = user;
        this.notices = notices;
        this.progress = progress;
        this.judged = judged;
        this.steps = steps;
        this.hql = new HqlQueries(steps);
        this.sql = new SqlQueries(steps);
        ClassLookupChain lookup = new ClassLookupChain(
                List.of(new RunningJdk(notices), classPath, SignatureIndex.shipped(notices)));
        this.libraries = new LibraryShapes(name -> lookup.find(name).map(LibraryClass::declaration));
    }

    /** What is wrong with libraries, as far as families have asked for them. */
    Notices notices() {
        return notices;
    }

    /** What is found in a family, out of all that was read of the tree; several may be analysed at once. */
    KeptRun of(Family family, ReadFiles read, ModuleGraph graph, Notices own) {
        try (Progress stages = progress.beside()) {
            return of(family, read, graph, own, stages);
        }
    }

    private KeptRun of(Family family, ReadFiles read, ModuleGraph graph, Notices own, Progress stages) {
        ReadFiles files = family.of(read, graph);
        stages.begin(Stage.DECLARE);
        Program program = declare(files, graph, own);
        SortedMap<String, Integer> counts = new TreeMap<>();
        List<Finding> found = new ArrayList<>();
        OverviewBuilder overview = new OverviewBuilder();
        for (List<Application> group : ApplicationGroups.of(family.applications(), graph, files.code())) {
            GroupAnalysis model = new GroupAnalysis(group, program, graph, files, request, choices, live, own, hql, sql,
                    user, stages);
            model.flow().notJudged().forEach((what, count) -> counts.merge(what, count, Integer::sum));
            found.addAll(judge(model, read, own, stages));
            if (request.overview()) {
                overview.add(model);
            }
        }
        own.lookedAt().counts().forEach((what, count) -> counts.merge(what, count, Integer::sum));
        return new KeptRun(found, List.copyOf(own.all()), counts, List.of(), overview.build(Set.of()));
    }

    private Program declare(ReadFiles files, ModuleGraph graph, Notices own) {
        Program program = new Program(libraries, steps);
        Set<String> forTests = TestModules.of(graph, files.code());
        for (CodeFile file : files.code()) {
            Module module = graph.of(file.path());
            program.add(file, module, SourceTree.isTest(file.path()) || forTests.contains(module.directory()), own);
        }
        files.templates().forEach(each -> program.add(each, graph.of(each.path())));
        program.addMapped(XmlMappings.classNames(files.xml()));
        return program;
    }

    private List<Finding> judge(GroupAnalysis model, ReadFiles read, Notices own, Progress stages) {
        if (request.trail().line() > 0) {
            new SchemaExplainer(model).explain(request.trail());
        }
        stages.begin(Stage.JUDGE);
        List<Finding> found = new ArrayList<>();
        judging().forEach(entry -> judge(entry, model, found, own));
        live.ifPresent(database -> new StatementPlaces(model).settle(found));
        judged.accept(model, read, found);
        return found;
    }

    /** Rules that are off judge only for somebody who asks why a line is not reported. */
    private List<RuleCatalog.Entry> judging() {
        boolean asked = request.trail().line() > 0;
        return rules.entries().stream().filter(entry -> asked || !choices.isOff(entry.card().id())).toList();
    }

    private void judge(RuleCatalog.Entry entry, GroupAnalysis model, List<Finding> found, Notices own) {
        List<Finding> said = new ArrayList<>();
        try {
            entry.rule().check(model, each -> said.add(choices.chosen(each)));
        } catch (RuntimeException | LinkageError fault) {
            own.add(Notice.Kind.INTERNAL, "", 0, "rule " + entry.card().id() + " failed: " + fault);
        }
        found.addAll(new UnusedCodeFilter(model.flow().unusedMethods()).apply(said));
    }

    /** Adds how many tables the database has, if one was asked. */
    void countTables(SortedMap<String, Integer> counts) {
        live.ifPresent(database -> counts.put("tables of the database", database.schema().tables().size()));
    }
}
