package dev.seqscan;

import dev.seqscan.cache.form.KeptRun;
import dev.seqscan.config.UserSettings;
import dev.seqscan.config.UserSettingsReader;
import dev.seqscan.config.WrongSettings;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Trail;
import dev.seqscan.overview.Overview;
import dev.seqscan.program.Module;
import dev.seqscan.program.ModuleGraph;
import dev.seqscan.query.UserMethods;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.RuleChoices;
import dev.seqscan.schema.live.DatabaseUnavailable;
import dev.seqscan.schema.live.LiveSchema;
import dev.seqscan.source.ContentHash;
import dev.seqscan.source.LookedAt;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Progress;
import dev.seqscan.source.SourceTree;
import dev.seqscan.source.Stage;
import dev.seqscan.source.Steps;
import dev.seqscan.source.Workers;
import dev.seqscan.source.classfile.ClassPath;
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
    private final Steps steps;

    /** Takes the rules that are to judge. Each run is as the first. */
    public Analyzer(RuleCatalog rules) {
        this(rules, Optional.empty(), new Steps());
    }

    /**
     * An analyser that does not do again what it did before; what it says is the same.
     *
     * @param cache the folder for what it keeps, which need not exist
     */
    public Analyzer(RuleCatalog rules, Optional<Path> cache) {
        this(rules, cache, new Steps());
    }

    /** The same, counting what is done. */
    public Analyzer(RuleCatalog rules, Optional<Path> cache, Steps steps) {
        this.rules = rules;
        this.cache = cache;
        this.steps = steps;
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
        Optional<ContentHash> settings = Replay.settings(asked);
        UserSettings said = UserSettingsReader.read(asked.root(), asked.settings());
        RuleChoices.of(said.run().rules(), rules);
        AnalysisRequest request = asked.completedBy(said.run());
        RuleChoices choices = RuleChoices.of(request.run().rules(), rules);
        UserMethods user = new UserMethods(said.model());
        Progress progress = new Progress(request.progress());
        progress.begin(Stage.READ);
        Replay replay = new Replay(cache, rules, request, settings, reportAlone);
        Optional<AnalysisReport> known = replay.report(cards(choices));
        if (known.isPresent()) {
            request.progress().tell("nothing has changed since the last run, so its findings are told again");
            return known.get();
        }
        Notices ofLibraries = new Notices();
        try (ClassPath classPath = new ClassPath(request.classPath(), ofLibraries)) {
            Optional<LiveSchema> live = request.database()
                    .map(access -> LiveSchema.read(access, request.classPath(), notices));
            TreeReader tree = new TreeReader(request.root(), notices, progress, replay.hashes(), replay.facts(), steps);
            ReadFiles files = tree.read();
            tellOfFile(request, files);
            countFiles(files, notices);
            FamilyAnalysis analysis =
                    new FamilyAnalysis(rules, request, choices, live, user, classPath, ofLibraries, progress, judged, steps);
            AnalysisReport report = Workers.withDeepStack(() -> report(request, choices, files, tree.paths(), user, replay,
                    analysis, notices, progress, reportAlone));
            replay.keep(report, tree.paths(), notices);
            progress.close();
            return report;
        } catch (IOException failure) {
            throw new UncheckedIOException("the folder " + request.root() + " cannot be read", failure);
        }
    }

    /** To be counted before anything but files may be told as not read. */
    private static void countFiles(ReadFiles files, Notices notices) {
        LookedAt lookedAt = notices.lookedAt();
        files.checksums().files().forEach(each -> lookedAt.add("files", each, true));
        notices.all().stream().filter(each -> each.kind() == Notice.Kind.NOT_READ || each.kind() == Notice.Kind.INTERNAL)
                .map(Notice::file).filter(each -> !each.isEmpty()).forEach(each -> lookedAt.add("files", each, false));
    }

    private static void tellOfFile(AnalysisRequest request, ReadFiles files) {
        Trail trail = request.trail();
        Optional<CodeFile> file = files.code().stream().filter(each -> each.path().equals(trail.file())).findFirst();
        trail.note(trail.place(), Trail.About.FILE, () -> file.map(each -> each.generated()
                ? "generated code, which is read but not reported"
                : SourceTree.isTest(each.path()) ? "test code, which is read but not followed"
                : "Java of " + each.lines() + " lines").orElse("no Java file of that name was read below the path"));
    }

    private AnalysisReport report(AnalysisRequest request, RuleChoices choices, ReadFiles files, List<String> paths,
            UserMethods user, Replay replay, FamilyAnalysis analysis, Notices notices, Progress progress,
            boolean reportAlone) {
        progress.begin(Stage.DECLARE);
        ModuleGraph graph = ModuleGraph.of(files.poms(), files.gradle(), files.code().stream().map(CodeFile::path).toList());
        SortedMap<String, Integer> counts = new TreeMap<>();
        List<Finding> found = new ArrayList<>();
        List<Overview> overviews = new ArrayList<>();
        progress.close();
        Families families = new Families(Family.of(graph), files.linesOf(graph), reportAlone && request.trail().line() == 0);
        for (KeptRun run : families.each(family -> replay.of(family, graph, paths, user, notices, analysis.notices(),
                own -> analysis.of(family, files, graph, own)))) {
            found.addAll(run.findings());
            run.counts().forEach((what, count) -> counts.merge(what, count, Integer::sum));
            overviews.add(run.overview());
        }
        progress.begin(Stage.SETTLE);
        notices.addAll(analysis.notices());
        user.tellOfUnused(notices);
        count(files, counts);
        counts.putAll(notices.lookedAt().counts());
        analysis.countTables(counts);
        List<RuleCard> cards = cards(choices);
        Settlement settlement = new Settlement(files, request, installed(), cards, choices, notices);
        List<Finding> settled = settlement.settle(found);
        return new AnalysisReport(settled, List.copyOf(notices.all()), cards, counts, Version.TEXT, settlement.suppressed(found),
                "", Overview.joined(overviews, graph.modules().stream().map(Module::directory).toList()), files.checksums());
    }

    private List<RuleCard> cards(RuleChoices choices) {
        return rules.entries().stream().map(RuleCatalog.Entry::card).filter(card -> !choices.isOff(card.id()))
                .map(choices::chosen).toList();
    }

    private Set<String> installed() {
        return rules.entries().stream().map(entry -> entry.card().id()).collect(Collectors.toSet());
    }

    /** Told of each group of applications what the rules say, before that is settled. */
    interface Judged {
        void accept(Model model, ReadFiles files, List<Finding> found);
    }

    private static void count(ReadFiles files, SortedMap<String, Integer> counts) {
        counts.put("Java files", files.code().size());
        counts.put("Java lines", files.code().stream().mapToInt(CodeFile::lines).sum());
        counts.put("SQL files", files.sql().size());
        counts.put("configuration files", files.config().size());
    }
}
