package dev.seqscan;

import dev.seqscan.cache.FactsCache;
import dev.seqscan.cache.PartCache;
import dev.seqscan.cache.Question;
import dev.seqscan.cache.RunCache;
import dev.seqscan.cache.RunningCode;
import dev.seqscan.cache.form.KeptRun;
import dev.seqscan.config.RunSettings;
import dev.seqscan.config.UserSettingsReader;
import dev.seqscan.program.ModuleGraph;
import dev.seqscan.query.UserMethods;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.ContentHash;
import dev.seqscan.source.ContentHashes;
import dev.seqscan.source.Notices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What earlier runs left in the cache, for one run: the facts of files, and the whole report where nothing has changed. Without
 * a cache, or where it is not known which code runs, each run is the first. A run that asks a database or about a line, or that
 * needs the model, is never replayed.
 */
final class Replay {

    private final RuleCatalog rules;
    private final AnalysisRequest request;
    private final Optional<Path> cache;
    private final Optional<ContentHash> code;
    private final boolean wanted;
    private final Optional<ContentHash> question;
    private final Optional<ContentHashes> hashes;

    /**
     * Begins a run.
     *
     * @param request with all that the file of settings says
     * @param settings what {@link #settings} gave before that file was read: one that was saved since is not what the run heeds
     * @param wanted whether the report is all that is wanted
     */
    Replay(Optional<Path> cache, RuleCatalog rules, AnalysisRequest request, Optional<ContentHash> settings, boolean wanted) {
        this.rules = rules;
        this.request = request;
        this.code = cache.flatMap(folder -> RunningCode.of(classes(rules)));
        this.cache = code.flatMap(known -> cache);
        this.wanted = wanted && request.trail().line() == 0 && request.database().isEmpty();
        this.hashes = this.cache.map(folder -> new ContentHashes());
        this.question = settings.equals(settings(request)) ? question() : Optional.empty();
    }

    /** The hash of the file of settings, if it can be read. */
    static Optional<ContentHash> settings(AnalysisRequest request) {
        try {
            Path file = request.settings().orElse(request.root().resolve(UserSettingsReader.NAME));
            return Optional.of(new Question().file(file.toAbsolutePath()).flag(request.settings().isPresent()).hash());
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static List<Class<?>> classes(RuleCatalog rules) {
        List<Class<?>> classes = new ArrayList<>(List.of(Analyzer.class));
        rules.entries().forEach(entry -> classes.add(entry.rule().getClass()));
        return classes;
    }

    /** Told of all contents that are read, if there is a cache. */
    Optional<ContentHashes> hashes() {
        return hashes;
    }

    /** The facts that are known of files. */
    Optional<FactsCache> facts() {
        return cache.flatMap(folder -> code.map(known -> new FactsCache(folder, known,
                request.root().toAbsolutePath().normalize().toString())));
    }

    /** The report of the run before, if this one would find the same. */
    Optional<AnalysisReport> report(List<RuleCard> cards) {
        return question.flatMap(this::runs).flatMap(RunCache::find).map(kept -> new AnalysisReport(kept.run().findings(),
                kept.run().notices(), cards, kept.run().counts(), Version.TEXT, kept.run().setAside(), "", kept.run().overview(),
                kept.sources()));
    }

    /**
     * Keeps a report, unless the next run may find another one though no file has changed, or a file has changed meanwhile.
     *
     * @param paths that were listed
     */
    void keep(AnalysisReport report, List<String> paths, Notices notices) {
        boolean steady = !notices.arePassing() && hashes.filter(ContentHashes::areChanging).isEmpty();
        if (question.isPresent() && steady && question.equals(question())) {
            KeptRun run = new KeptRun(report.findings(), report.notices(), report.counts(), report.setAside(), report.overview());
            question.flatMap(this::runs).ifPresent(runs -> runs.keep(run, paths, hashes.orElseThrow().all()));
        }
    }

    /**
     * What is found in a family of modules: what was found before, if it is asked the same of the same contents, or else what
     * an analysis finds now. All that is no code counts as part of each family, and so does which files there are.
     *
     * @param listed the paths of all files
     * @param said what the user says of methods, of which each run has to tell whether they are met
     * @param notices of the run, which are told those of the family
     * @param ofLibraries what is wrong with libraries; where that became more meanwhile, this family may have to tell it again
     * @param analysis takes where to tell its notices
     */
    KeptRun of(Family family, ModuleGraph graph, List<String> listed, UserMethods said, Notices notices,
            Notices ofLibraries, Function<Notices, KeptRun> analysis) {
        Notices own = new Notices();
        if (question.isEmpty() || !said.model().methods().isEmpty()) {
            KeptRun run = analysis.apply(own);
            notices.addAll(own);
            return run;
        }
        PartCache parts = new PartCache(cache.orElseThrow(), request.root());
        ContentHash content = content(family, graph, listed);
        Optional<KeptRun> known = parts.find(family.directories(), content);
        if (known.isPresent()) {
            known.get().notices().forEach(notices::add);
            return known.get();
        }
        int before = ofLibraries.all().size();
        KeptRun run = analysis.apply(own);
        boolean steady = !notices.arePassing() && !own.arePassing() && before == ofLibraries.all().size()
                && hashes.filter(ContentHashes::areChanging).isEmpty();
        notices.addAll(own);
        if (steady && content.equals(content(family, graph, listed))) {
            parts.keep(run, family.directories(), content);
        }
        return run;
    }

    private ContentHash content(Family family, ModuleGraph graph, List<String> listed) {
        ContentHash.Of content = new ContentHash.Of().add(question.orElseThrow()).add(listed);
        Predicate<String> left = family.isOfOthers(graph);
        hashes.orElseThrow().all().forEach((path, hash) -> {
            if (!path.endsWith(".java") || !left.test(path)) {
                content.add(path).add(hash);
            }
        });
        return content.hash();
    }

    private Optional<RunCache> runs(ContentHash asked) {
        return cache.map(folder -> new RunCache(folder, request.root(), asked));
    }

    private Optional<ContentHash> question() {
        if (!wanted || cache.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(asked(new Question().text(Version.TEXT).hash(code.orElseThrow())).hash());
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The rules that judge, and all of the request but how the run tells of its progress. */
    private Question asked(Question question) throws IOException {
        question.texts(rules.entries().stream().map(entry -> entry.rule().getClass().getName()).toList());
        question.hash(settings(request).orElseThrow()).classPath(request.classPath())
                .texts(request.profiles().stream().sorted().toList())
                .flag(request.includeTests()).flag(request.includePossible()).flag(request.overview());
        RunSettings run = request.run();
        question.texts(run.values().keySet());
        run.values().values().forEach(question::texts);
        question.texts(run.rules().keySet());
        run.rules().values().forEach(rule -> question.text(rule.level()).text(rule.place())
                .texts(rule.options().keySet()).texts(rule.options().values()));
        return question;
    }
}
