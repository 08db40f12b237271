package dev.seqscan;

import dev.seqscan.filter.Suppression;
import dev.seqscan.program.ModuleGraph;
import dev.seqscan.schema.liquibase.Changelog;
import dev.seqscan.source.Checksums;
import dev.seqscan.source.PathPatterns;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.config.ConfigFile;
import dev.seqscan.source.stringtemplate.GroupFile;
import dev.seqscan.source.template.TemplateFile;
import dev.seqscan.source.xml.XmlFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was read of a tree; each list in the order of the paths.
 *
 * @param xml XML files that say something about statements or map classes
 * @param groups of templates of StringTemplate, which hold statements
 * @param templates templates of pages, which read what controllers give them
 * @param changelogs of Liquibase in XML, YAML and JSON; those in SQL are among the scripts
 * @param unreadMigrations paths of migrations that cannot be read, and may change any table
 * @param checksums of all files, for who shows lines of them
 */
record ReadFiles(List<CodeFile> code, List<ConfigFile> config, List<XmlFile> poms, List<XmlFile> xml,
        List<TextFile> gradle, List<TextFile> sql, List<GroupFile> groups, List<TemplateFile> templates,
        List<Changelog> changelogs, List<String> unreadMigrations,
        List<Suppression> suppressions, Checksums checksums) {

    /** Whether one of the files that findings may stand in fits a pattern. */
    boolean fits(String pattern) {
        Stream<String> paths = Stream.of(code.stream().map(CodeFile::path), sql.stream().map(TextFile::path),
                xml.stream().map(XmlFile::path), changelogs.stream().map(Changelog::path), config.stream().map(ConfigFile::path),
                groups.stream().map(GroupFile::path)).flatMap(each -> each);
        return paths.anyMatch(path -> PathPatterns.fits(pattern, path));
    }

    /** How many lines of code each module has, by its directory. */
    Map<String, Integer> linesOf(ModuleGraph graph) {
        Map<String, Integer> lines = new HashMap<>();
        code.forEach(each -> lines.merge(graph.of(each.path()).directory(), each.lines(), Integer::sum));
        return lines;
    }

    /** The same without what lies at some paths and does not tell of the tables and settings of all applications. */
    ReadFiles without(Predicate<String> left) {
        return new ReadFiles(code.stream().filter(each -> !left.test(each.path())).toList(), config, poms,
                xml.stream().filter(each -> !left.test(each.path())).toList(), gradle, sql,
                groups.stream().filter(each -> !left.test(each.path())).toList(),
                templates.stream().filter(each -> !left.test(each.path())).toList(), changelogs, unreadMigrations, suppressions,
                checksums);
    }

    /** The same with the code that was read, and what that says, too, is not to be reported. */
    ReadFiles with(List<CodeFile> read, List<Suppression> said) {
        List<Suppression> all = new ArrayList<>(suppressions);
        all.addAll(said);
        return new ReadFiles(read, config, poms, xml, gradle, sql, groups, templates, changelogs, unreadMigrations, all,
                checksums);
    }
}
