package dev.seqscan;

import dev.seqscan.cache.FactsCache;
import dev.seqscan.config.HibernateXml;
import dev.seqscan.config.SettingsReader;
import dev.seqscan.entity.xml.XmlMappings;
import dev.seqscan.filter.Suppression;
import dev.seqscan.filter.SuppressionReader;
import dev.seqscan.query.QueryBinders;
import dev.seqscan.schema.liquibase.Changelog;
import dev.seqscan.schema.liquibase.ChangelogReader;
import dev.seqscan.schema.liquibase.PropertyFiles;
import dev.seqscan.source.ContentHashes;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Progress;
import dev.seqscan.source.SourceTree;
import dev.seqscan.source.Steps;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.TextReader;
import dev.seqscan.source.Workers;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.config.ConfigFile;
import dev.seqscan.source.config.ConfigReader;
import dev.seqscan.source.java.JavaReader;
import dev.seqscan.source.java.SuppressionComments;
import dev.seqscan.source.stringtemplate.GroupFile;
import dev.seqscan.source.stringtemplate.GroupReader;
import dev.seqscan.source.template.TemplateFile;
import dev.seqscan.source.template.TemplateReader;
import dev.seqscan.source.xml.XmlFile;
import dev.seqscan.source.xml.XmlReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads all files of a tree that say something, several at a time; only the facts of code are kept, not its text. */
final class TreeReader {

    private static final List<String> GRADLE =
            List.of("settings.gradle", "settings.gradle.kts", "build.gradle", "build.gradle.kts");

    private final Path root;
    private final Notices notices;
    private final TextReader texts;
    private final Progress progress;
    private final Optional<FactsCache> known;
    private final Steps steps;
    private List<String> paths = List.of();

    TreeReader(Path root, Notices notices, Progress progress) {
        this(root, notices, progress, Optional.empty(), Optional.empty(), new Steps());
    }

    /**
     * A reader that does not read what is known.
     *
     * @param hashes told of all contents; without them nothing is known
     * @param steps counts what is parsed
     */
    TreeReader(Path root, Notices notices, Progress progress, Optional<ContentHashes> hashes, Optional<FactsCache> known,
            Steps steps) {
        this.root = root;
        this.notices = notices;
        this.texts = new TextReader(root, notices, hashes);
        this.progress = progress;
        this.known = known;
        this.steps = steps;
    }

    private record Code(CodeFile facts, List<Suppression> suppressions) {
    }

    ReadFiles read() throws IOException {
        paths = new SourceTree(root, notices).files();
        Workers.Beside<ReadFiles> others = Workers.beside(() -> others(paths));
        List<Code> code = code(matching(paths, path -> path.endsWith(".java")));
        known.ifPresent(FactsCache::close);
        List<Suppression> suppressions = new ArrayList<>();
        code.forEach(each -> suppressions.addAll(each.suppressions()));
        return others.join().with(code.stream().map(Code::facts).toList(), suppressions);
    }

    /** The paths of all files that there were. */
    List<String> paths() {
        return paths;
    }

    /** All but code, which takes so long that the rest is read beside it. */
    private ReadFiles others(List<String> paths) {
        List<ConfigFile> config = new ArrayList<>();
        ConfigReader configReader = new ConfigReader();
        List<Suppression> said = new ArrayList<>();
        for (TextFile file : texts(matching(paths, TreeReader::isConfig))) {
            reading(file.path(), () -> Optional.of(configReader.read(file, notices))).ifPresent(config::add);
            said.addAll(said(file));
        }
        xml(matching(paths, path -> HibernateXml.reads(nameOf(path)) && !SourceTree.isTest(path)), file -> true)
                .forEach(file -> HibernateXml.settings(file).ifPresent(config::add));
        QueryBinders binders = QueryBinders.installed();
        List<XmlFile> poms = xml(matching(paths, path -> nameOf(path).equals("pom.xml")), file -> true);
        Changelogs changelogs = new Changelogs(said);
        List<XmlFile> xml = xml(matching(paths, TreeReader::isResource), file -> {
            if (changelogs.take(file)) {
                return false;
            }
            boolean wanted = binders.reads(file) || XmlMappings.mayBe(file) || HibernateXml.mayHoldUnits(file);
            said.addAll(wanted || HibernateXml.reads(nameOf(file.path())) ? said(file) : List.of());
            return wanted;
        });
        xml.stream().filter(file -> !HibernateXml.reads(nameOf(file.path())))
                .forEach(file -> HibernateXml.settings(file).ifPresent(config::add));
        List<TextFile> sql = texts(matching(paths, path -> path.endsWith(".sql")));
        sql.forEach(file -> said.addAll(said(file)));
        return new ReadFiles(List.of(), config, poms, xml, texts(matching(paths, path -> GRADLE.contains(nameOf(path)))),
                sql, groups(paths, said), templates(paths), changelogs.with(paths), changelogs.unread, said,
                texts.checksums());
    }

    private static List<Suppression> said(TextFile file) {
        return SuppressionReader.of(file, SuppressionComments.in(file.text()));
    }

    private List<XmlFile> xml(List<String> paths, Predicate<TextFile> wanted) {
        List<XmlFile> read = new ArrayList<>();
        XmlReader reader = new XmlReader();
        paths.forEach(path -> reading(path, () -> texts.read(path).filter(wanted).flatMap(file -> reader.read(file, notices)))
                .ifPresent(read::add));
        return read;
    }

    private List<GroupFile> groups(List<String> paths, List<Suppression> said) {
        List<GroupFile> groups = new ArrayList<>();
        for (TextFile file : texts(matching(paths, path -> path.endsWith(GroupFile.ENDING) && !SourceTree.isTest(path)))) {
            reading(file.path(), () -> Optional.of(GroupReader.read(file, notices))).ifPresent(groups::add);
            said.addAll(said(file));
        }
        return groups;
    }

    private List<TemplateFile> templates(List<String> paths) {
        TemplateReader reader = new TemplateReader();
        return matching(paths, path -> TemplateReader.reads(path) && !SourceTree.isTest(path)).stream()
                .flatMap(path -> reading(path, () -> texts.read(path).flatMap(file -> reader.read(file, notices))).stream())
                .toList();
    }

    /** What a reader makes of one file; a fault of the reader costs that file alone. */
    private <T> Optional<T> reading(String path, Supplier<Optional<T>> read) {
        try {
            return read.get();
        } catch (RuntimeException | StackOverflowError fault) {
            tellOfFault(path, fault);
            return Optional.empty();
        }
    }

    private void tellOfFault(String path, Throwable fault) {
        notices.add(Notice.Kind.INTERNAL, path, 0, "SeqScan failed to read it: " + fault);
    }

    private static boolean isResource(String path) {
        return path.endsWith(".xml") && !nameOf(path).equals("pom.xml") && !SourceTree.isTest(path);
    }

    /** The changelogs of Liquibase that are met while other files are read, and those that are looked for. */
    private final class Changelogs {

        private final ChangelogReader reader = new ChangelogReader();
        private final List<Changelog> read = new ArrayList<>();
        private final List<String> unread = new ArrayList<>();
        private final List<Suppression> said;

        Changelogs(List<Suppression> said) {
            this.said = said;
        }

        /** Whether a file is a changelog, which is read then. */
        boolean take(TextFile file) {
            boolean is = ChangelogReader.isChangelog(file);
            if (is) {
                said.addAll(said(file));
                reader.read(file, notices).ifPresentOrElse(read::add, () -> unread.add(file.path()));
            }
            return is;
        }

        /** All changelogs, those in other forms than XML among them. */
        List<Changelog> with(List<String> paths) {
            List<String> resources = matching(paths, path -> !SourceTree.isTest(path));
            matching(resources, path -> !path.endsWith(".xml") && ChangelogReader.mayBe(path))
                    .forEach(path -> reading(path, () -> texts.read(path).map(this::take)));
            texts(matching(resources, ChangelogReader::mayBeProgram)).stream().filter(ChangelogReader::isProgram)
                    .forEach(file -> tellOfProgram(file.path()));
            PropertyFiles properties = new PropertyFiles(resources, texts::read);
            return read.stream().map(properties::filled).toList();
        }

        private void tellOfProgram(String path) {
            notices.add(Notice.Kind.NOT_READ, path, 0, "changelogs that are programs are not read");
            unread.add(path);
        }
    }

    private static boolean isConfig(String path) {
        return ConfigReader.reads(path) && (SettingsReader.reads(nameOf(path)) || SettingsReader.mayRead(path))
                && !SourceTree.isTest(path);
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<String> matching(List<String> paths, Predicate<String> wanted) {
        return paths.stream().filter(wanted).toList();
    }

    private List<TextFile> texts(List<String> paths) {
        List<TextFile> read = new ArrayList<>();
        paths.forEach(path -> texts.read(path).ifPresent(read::add));
        return read;
    }

    private List<Code> code(List<String> paths) {
        AtomicInteger done = new AtomicInteger();
        ThreadLocal<JavaReader> readers = ThreadLocal.withInitial(JavaReader::new);
        Function<String, Code> read = path -> {
            progress.tell("reading files", done.incrementAndGet(), paths.size());
            return texts.content(path).map(content -> code(readers, content)).orElse(null);
        };
        return Workers.map(paths, read, this::tellOfFault).stream().filter(Objects::nonNull).toList();
    }

    private Code code(ThreadLocal<JavaReader> readers, TextReader.Content content) {
        CodeFile facts = known.flatMap(cache -> content.hash().flatMap(hash -> cache.find(content.path(), hash)))
                .orElseGet(() -> parsed(readers.get(), content));
        return new Code(facts, SuppressionReader.of(facts, content::text));
    }

    /** What was read with a fault is read again the next time, so that the fault is told again. */
    private CodeFile parsed(JavaReader reader, TextReader.Content content) {
        steps.count(Steps.Step.JAVA_FILE_PARSED);
        Notices own = new Notices();
        CodeFile facts = reader.read(content.text(), own);
        if (own.all().isEmpty()) {
            known.ifPresent(cache -> content.hash().ifPresent(hash -> cache.add(hash, facts)));
        } else {
            notices.addAll(own);
        }
        return facts;
    }
}
