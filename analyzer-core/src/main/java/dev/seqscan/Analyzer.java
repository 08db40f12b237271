package dev.seqscan;

import dev.seqscan.config.UserSettings;
import dev.seqscan.config.UserSettingsReader;
import dev.seqscan.config.WrongSettings;
import dev.seqscan.entity.xml.XmlMappings;
import dev.seqscan.filter.UnusedCodeFilter;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Trail;
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
import dev.seqscan.rule.Model;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.RuleChoices;
import dev.seqscan.schema.live.DatabaseUnavailable;
import dev.seqscan.schema.live.LiveSchema;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Progress;
import dev.seqscan.source.SourceTree;
import dev.seqscan.source.Stage;
import dev.seqscan.source.Workers;
import dev.seqscan.source.classfile.ClassLookupChain;
import dev.seqscan.source.classfile.ClassPath;
import dev.seqscan.source.classfile.LibraryClass;
import dev.seqscan.source.classfile.RunningJdk;
import dev.seqscan.source.classfile.index.SignatureIndex;
import dev.seqscan.source.code.CodeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads a folder, links and follows its programs, lets the rules judge and settles what they say. */
public final class Analyzer {

    private final RuleCatalog rules;
    private final Optional<Path> cache;

    /** Takes the rules that are to judge. Each run is as the first. */
    public Analyzer(RuleCatalog rules) {
        this(rules, Optional.empty());
    }

    /**
     * An analyser that does not do again what it did before; what it says is the same.
     *
     * @param cache the folder for what it keeps, which need not exist
     */
    public Analyzer(RuleCatalog rules, Optional<Path> cache) {
        this.rules = rules;
        this.cache = cache;
    }

    /**
     * Analyses a folder. Only a folder that cannot be listed at all is an error; all else that fails is a notice.
     *
     * @throws WrongSettings if the user's settings are not understood, before anything else is read
     * @throws DatabaseUnavailable if the database that the request names cannot be read, before any source is
     */
    public AnalysisReport analyze(AnalysisRequest request) {
        return analyze(request, (model, files, found) -> { }, true);
    }

    /**
     * Analyses a folder and advises on the indexes of each application in it.
     *
     * @param now for migrations whose versions are dates
     * @throws WrongSettings as {@link #analyze} does
     */
    public AdvisedReport advise(AnalysisRequest request, LocalDateTime now) {
        AdviceCollector collector = new AdviceCollector(now);
        return collector.advised(analyze(request, collector, false));
    }

    private AnalysisReport analyze(AnalysisRequest asked, Judged judged, boolean reportAlone) {
        Notices notices = new Notices();
        UserSettings said = UserSettingsReader.read(asked.root(), asked.settings());
        RuleChoices.of(said.run().rules(), rules);
        AnalysisRequest request = asked.completedBy(said.run());
        RuleChoices choices = RuleChoices.of(request.run().rules(), rules);
        UserMethods user = new UserMethods(said.model());
        request.progress().begin(Stage.READ);
        Replay replay = new Replay(cache, rules, request, reportAlone);
        Optional<AnalysisReport> known = replay.report(cards(choices));
        if (known.isPresent()) {
            request.progress().tell("nothing has changed since the last run, so its findings are told again");
            return known.get();
        }
        try (ClassPath classPath = new ClassPath(request.classPath(), notices)) {
            Optional<LiveSchema> live = request.database()
                    .map(access -> LiveSchema.read(access, request.classPath(), notices));
            Progress progress = new Progress(request.progress());
            TreeReader tree = new TreeReader(request.root(), notices, progress, replay.hashes(), replay.facts());
            ReadFiles files = tree.read();
            tellOfFile(request, files);
            AnalysisReport report = Workers.withDeepStack(() -> analyze(request, choices, files, live, user, classPath, notices,
                    progress, judged));
            replay.keep(report, tree.paths(), notices);
            return report;
        } catch (IOException failure) {
            throw new UncheckedIOException("the folder " + request.root() + " cannot be read", failure);
        }
    }

    private static void tellOfFile(AnalysisRequest request, ReadFiles files) {
        Trail trail = request.trail();
        Optional<CodeFile> file = files.code().stream().filter(each -> each.path().equals(trail.file())).findFirst();
        trail.note(trail.place(), Trail.About.FILE, () -> file.map(each -> each.generated()
                ? "generated code, which is read but not reported"
                : SourceTree.isTest(each.path()) ? "test code, which is read but not followed"
                : "Java of " + each.lines() + " lines").orElse("no Java file of that name was read below the path"));
    }

    private AnalysisReport analyze(AnalysisRequest request, RuleChoices choices, ReadFiles files, Optional<LiveSchema> live,
            UserMethods user, ClassPath classPath, Notices notices, Progress progress, Judged judged) {
        progress.begin(Stage.DECLARE);
        ModuleGraph graph = ModuleGraph.of(files.poms(), files.gradle(), files.code().stream().map(CodeFile::path).toList());
        Program program = declare(files, graph, classPath, notices);
        SortedMap<String, Integer> counts = new TreeMap<>();
        List<Finding> found = new ArrayList<>();
        OverviewBuilder overview = new OverviewBuilder();
        HqlQueries hql = new HqlQueries();
        SqlQueries sql = new SqlQueries();
        for (List<Application> group : ApplicationGroups.of(graph, files.code())) {
            GroupAnalysis model = new GroupAnalysis(group, program, graph, files, request, choices, live, notices, hql, sql,
                    user, progress);
            model.flow().notJudged().forEach((what, count) -> counts.merge(what, count, Integer::sum));
            if (request.trail().line() > 0) {
                new SchemaExplainer(model).explain(request.trail());
            }
            progress.begin(Stage.JUDGE);
            List<Finding> own = new ArrayList<>();
            judging(request, choices).forEach(entry -> judge(entry, model, choices, own, notices));
            live.ifPresent(database -> new StatementPlaces(model).settle(own));
            judged.accept(model, files, own);
            if (request.overview()) {
                overview.add(model);
            }
            found.addAll(own);
        }
        progress.begin(Stage.SETTLE);
        user.tellOfUnused(notices);
        count(files, counts);
        live.ifPresent(database -> counts.put("tables of the database", database.schema().tables().size()));
        List<RuleCard> cards = cards(choices);
        Settlement settlement = new Settlement(files, request, installed(), cards, choices, notices);
        List<Finding> settled = settlement.settle(found);
        return new AnalysisReport(settled, List.copyOf(notices.all()), cards, counts, Version.TEXT,
                settlement.suppressed(found), "", overview.build(graph.modules().stream().map(Module::directory).toList()),
                files.checksums());
    }

    private List<RuleCard> cards(RuleChoices choices) {
        return rules.entries().stream().map(RuleCatalog.Entry::card).filter(card -> !choices.isOff(card.id()))
                .map(choices::chosen).toList();
    }

    /** Rules that are off judge only for somebody who asks why a line is not reported. */
    private List<RuleCatalog.Entry> judging(AnalysisRequest request, RuleChoices choices) {
        boolean asked = request.trail().line() > 0;
        return rules.entries().stream().filter(entry -> asked || !choices.isOff(entry.card().id())).toList();
    }

    private Set<String> installed() {
        return rules.entries().stream().map(entry -> entry.card().id()).collect(Collectors.toSet());
    }

    private static Program declare(ReadFiles files, ModuleGraph graph, ClassPath classPath, Notices notices) {
        ClassLookupChain lookup = new ClassLookupChain(
                List.of(new RunningJdk(notices), classPath, SignatureIndex.shipped(notices)));
        Program program = new Program(new LibraryShapes(name -> lookup.find(name).map(LibraryClass::declaration)));
        Set<String> forTests = TestModules.of(graph, files.code());
        for (CodeFile file : files.code()) {
            Module module = graph.of(file.path());
            program.add(file, module, SourceTree.isTest(file.path()) || forTests.contains(module.directory()), notices);
        }
        files.templates().forEach(each -> program.add(each, graph.of(each.path())));
        program.addMapped(XmlMappings.classNames(files.xml()));
        return program;
    }

    /** Told of each group of applications what the rules say, before that is settled. */
    interface Judged {
        void accept(Model model, ReadFiles files, List<Finding> found);
    }

    private static void judge(RuleCatalog.Entry entry, GroupAnalysis model, RuleChoices choices, List<Finding> found,
            Notices notices) {
        List<Finding> own = new ArrayList<>();
        try {
            entry.rule().check(model, each -> own.add(choices.chosen(each)));
        } catch (RuntimeException | LinkageError fault) {
            notices.add(Notice.Kind.INTERNAL, "", 0, "rule " + entry.card().id() + " failed: " + fault);
        }
        found.addAll(new UnusedCodeFilter(model.flow().unusedMethods()).apply(own));
    }

    private static void count(ReadFiles files, SortedMap<String, Integer> counts) {
        counts.put("Java files", files.code().size());
        counts.put("Java lines", files.code().stream().mapToInt(CodeFile::lines).sum());
        counts.put("SQL files", files.sql().size());
        counts.put("configuration files", files.config().size());
    }
}
