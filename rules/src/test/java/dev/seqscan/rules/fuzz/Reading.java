package dev.seqscan.rules.fuzz;

import dev.seqscan.baseline.Baseline;
import dev.seqscan.baseline.WrongBaseline;
import dev.seqscan.config.HibernateXml;
import dev.seqscan.config.SettingsReader;
import dev.seqscan.config.UserSettingsReader;
import dev.seqscan.config.WrongSettings;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.entity.xml.XmlMappings;
import dev.seqscan.program.ModuleGraph;
import dev.seqscan.query.hql.HqlQueries;
import dev.seqscan.query.sql.SqlQueries;
import dev.seqscan.schema.Migrations;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.liquibase.ChangelogReader;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.classfile.ClassFileReader;
import dev.seqscan.source.classfile.ClassPath;
import dev.seqscan.source.config.ConfigReader;
import dev.seqscan.source.java.JavaReader;
import dev.seqscan.source.java.SuppressionComments;
import dev.seqscan.source.stringtemplate.GroupReader;
import dev.seqscan.source.template.TemplateReader;
import dev.seqscan.source.xml.XmlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hands a broken file to the reader of its form. */
final class Reading {

    private static final EntityModel NO_ENTITIES = new EntityModel(Map.of());
    private static final Schema NO_TABLES = new Schema(Product.UNKNOWN, Map.of());
    private static final Schema MYSQL = new Schema(Product.MYSQL, Map.of());

    private Reading() {
    }

    static void text(TextFile file) {
        Notices notices = new Notices();
        String name = file.name();
        SuppressionComments.in(file.text());
        if (name.endsWith(".java")) {
            new JavaReader().read(file, notices);
        } else if (ChangelogReader.mayBe(file.path()) && ChangelogReader.isChangelog(file)) {
            new ChangelogReader().read(file, notices);
        } else if (name.endsWith(".sql")) {
            new Migrations(List.of(), Map.of("a", "b"), Product.UNKNOWN, notices).schemas(List.of(file));
        } else if (name.endsWith(".xml")) {
            xml(file, notices);
        } else if (ConfigReader.reads(file.path())) {
            new SettingsReader().read(List.of(new ConfigReader().read(file, notices)), Set.of("prod"));
            new ConfigReader().trees(file, notices);
        } else if (name.endsWith(".stg")) {
            GroupReader.read(file, notices);
        } else if (TemplateReader.reads(file.path())) {
            new TemplateReader().read(file, notices);
        } else if (name.contains("gradle")) {
            ModuleGraph.of(List.of(), List.of(file), List.of("web/src/main/java/A.java"));
        }
    }

    private static void xml(TextFile file, Notices notices) {
        new XmlReader().read(file, notices).ifPresent(xml -> {
            HibernateXml.settings(xml);
            XmlMappings.mayBe(file);
            XmlMappings.classNames(List.of(xml));
            ModuleGraph.of(List.of(xml), List.of(), List.of("src/main/java/A.java"));
        });
    }

    static void query(String text) {
        new SqlQueries().shape(text, NO_TABLES);
        new SqlQueries().shape(text, MYSQL);
        new HqlQueries().shape(text, NO_ENTITIES);
    }

    static void settings(String text) {
        try {
            new UserSettingsReader().read(new TextFile("seqscan.yml", text));
        } catch (WrongSettings told) {
            // As documented.
        }
    }

    static void baseline(Path folder, byte[] bytes) {
        try {
            Baseline.read(Files.write(folder.resolve("baseline.txt"), bytes));
        } catch (WrongBaseline told) {
            // As documented.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void classFile(byte[] bytes) {
        new ClassFileReader(new Notices()).read(bytes, "A.class");
    }

    static void jar(Path folder, byte[] bytes, String className) {
        try (ClassPath path = new ClassPath(List.of(Files.write(folder.resolve("a.jar"), bytes)), new Notices())) {
            path.find(className);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
