package dev.seqscan;

import dev.seqscan.config.BytecodeEnhancement;
import dev.seqscan.config.PersistenceProvider;
import dev.seqscan.config.Settings;
import dev.seqscan.config.SettingsReader;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.entity.EntityReader;
import dev.seqscan.entity.NamingStrategy;
import dev.seqscan.program.Application;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.ModuleGraph;
import dev.seqscan.program.Program;
import dev.seqscan.query.jooq.GeneratedSchema;
import dev.seqscan.query.jpa.CodeSettings;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import dev.seqscan.schema.live.LiveSchema;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.config.ConfigFile;
import dev.seqscan.source.xml.XmlFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is declared of one application: settings, entities, and one schema per database product.
 *
 * @param unreadMigrations whether migrations that cannot be read may have made more tables and indexes
 */
record ApplicationModel(Application application, Settings settings, EntityModel entities, List<Schema> schemas,
        boolean unreadMigrations) {

    static ApplicationModel read(Application application, Collection<DeclaredClass> classes, Program program,
            ModuleGraph graph, ReadFiles files, Set<String> profiles, Optional<LiveSchema> live, Notices notices) {
        Set<String> directories = application.directories();
        Settings settings = settings(application, classes, program, graph, files, profiles);
        boolean springBoot = application.springBoot() || isSpringBoot(settings, classes);
        NamingStrategy naming = NamingStrategy.of(settings, springBoot, notices);
        List<XmlFile> xml = files.xml().stream()
                .filter(each -> directories.contains(graph.of(each.path()).directory())).toList();
        EntityModel entities = new EntityReader().read(classes, xml, program, naming, settings, notices);
        ApplicationSchemas schemas = new ApplicationSchemas(application, graph, settings, entities, notices,
                product -> GeneratedSchema.tables(classes, program, product));
        List<Schema> read = schemas.read(files.sql(), files.changelogs());
        Optional<List<Schema>> asked = live.flatMap(database -> new LiveTables(database, entities, notices).insteadOf(read));
        return new ApplicationModel(application, settings, entities, asked.orElse(read), asked.isEmpty()
                && (schemas.isRootMissing() || files.unreadMigrations().stream()
                        .anyMatch(each -> directories.contains(graph.of(each).directory()))));
    }

    private static Settings settings(Application application, Collection<DeclaredClass> classes, Program program,
            ModuleGraph graph, ReadFiles files, Set<String> profiles) {
        Predicate<String> within = path -> application.directories().contains(graph.of(path).directory());
        List<ConfigFile> config = new ArrayList<>(mainModuleLast(files.config().stream()
                .filter(each -> within.test(each.path())).toList(), application, graph));
        config.addAll(new CodeSettings(program).of(classes));
        Settings stated = provided(new SettingsReader().read(config, profiles), application, classes);
        return BytecodeEnhancement.applied(stated, files.poms().stream().filter(each -> within.test(each.path())).toList(),
                files.gradle().stream().filter(each -> within.test(each.path())).toList());
    }

    private static Settings provided(Settings settings, Application application, Collection<DeclaredClass> classes) {
        Set<CodeFile> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Settings.Value> imports = classes.stream().map(DeclaredClass::file).filter(seen::add)
                .flatMap(file -> file.imports().stream()
                        .map(each -> new Settings.Value(each.name(), new Place(file.path(), Span.ofLine(1))))).toList();
        Place build = new Place(application.main().directory(), Span.ofLine(1));
        return PersistenceProvider.applied(settings, imports, application.libraries(), new Settings.Value("", build));
    }

    /**
     * Whether scripts make tables of it or classes were generated from them, so that these are known and not only how they are
     * mapped.
     */
    boolean hasScripts() {
        return schemas.stream().flatMap(schema -> schema.tables().stream())
                .anyMatch(table -> table.source() != Table.Source.MAPPING);
    }

    /** Where the build is not in the tree, or names it in a parent outside, settings and code give it away. */
    private static boolean isSpringBoot(Settings settings, Collection<DeclaredClass> classes) {
        return settings.all().keySet().stream().anyMatch(name -> name.startsWith("spring."))
                || classes.stream().flatMap(type -> type.file().imports().stream())
                        .anyMatch(each -> each.name().startsWith("org.springframework.boot."));
    }

    /** Of settings in several modules those of the main module win. */
    private static List<ConfigFile> mainModuleLast(List<ConfigFile> files, Application application, ModuleGraph graph) {
        return files.stream().sorted(Comparator.comparing(
                each -> graph.of(each.path()).directory().equals(application.main().directory()))).toList();
    }
}
