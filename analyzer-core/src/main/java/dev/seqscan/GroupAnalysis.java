package dev.seqscan;

import dev.seqscan.config.Settings;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.finding.Trail;
import dev.seqscan.finding.Weight;
import dev.seqscan.flow.Flow;
import dev.seqscan.flow.FlowAnalysis;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.program.Application;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Linker;
import dev.seqscan.program.Module;
import dev.seqscan.program.ModuleGraph;
import dev.seqscan.program.Program;
import dev.seqscan.program.Shapes;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.DeclaredStatement;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryBinders;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.StatementFiles;
import dev.seqscan.query.UserMethods;
import dev.seqscan.query.hql.HqlQueries;
import dev.seqscan.query.settings.SettingsStatements;
import dev.seqscan.query.sql.SqlQueries;
import dev.seqscan.rule.Growth;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.RowEstimate;
import dev.seqscan.rule.RowEstimates;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.RuleChoices;
import dev.seqscan.rule.RuleOptions;
import dev.seqscan.rule.TableGrowth;
import dev.seqscan.rule.Tenancy;
import dev.seqscan.rule.Tenants;
import dev.seqscan.schema.Names;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import dev.seqscan.schema.live.LiveSchema;
import dev.seqscan.source.LookedAt;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Progress;
import dev.seqscan.source.Stage;
import dev.seqscan.source.xml.XmlFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Declares, links and follows the applications that are analysed together, and is the model that rules see of them. */
final class GroupAnalysis implements Model {

    private static final Schema NO_SCHEMA = new Schema(Product.UNKNOWN, Map.of());

    private final Program program;
    private final Notices notices;
    private final Trail trail;
    private final RuleChoices choices;
    private final UserMethods user;
    private final Map<String, ApplicationModel> byModule = new TreeMap<>();
    private final EntityModel entities;
    private final Settings settings;
    private final HqlQueries hql;
    private final SqlQueries sql;
    private final List<XmlFile> xml;
    private final StatementFiles statementFiles;
    private final QueryBinders binders = QueryBinders.installed();
    private final Flow flow;
    private final TableSizes sizes;
    private final Tenants tenants;
    private Tenancy tenancy;
    private final TableGrowth growth;
    private final RowEstimates estimates;

    GroupAnalysis(List<Application> group, Program program, ModuleGraph graph, ReadFiles files, AnalysisRequest request,
            RuleChoices choices, Optional<LiveSchema> live, Notices notices, HqlQueries hql, SqlQueries sql, UserMethods user,
            Progress progress) {
        this.choices = choices;
        this.program = program;
        this.notices = notices;
        this.trail = request.trail();
        this.user = user;
        this.hql = hql;
        this.sql = sql;
        this.xml = files.xml();
        this.statementFiles = new StatementFiles(files.groups(), files.sql());
        progress.begin(Stage.DECLARE);
        Map<String, Entity> all = new TreeMap<>();
        Map<String, Settings.Value> values = new TreeMap<>();
        for (Application application : group) {
            List<DeclaredClass> classes = classesOf(application.directories());
            ApplicationModel model = ApplicationModel.read(application, classes, program, graph, files, request.profiles(),
                    live, notices);
            model.entities().all().forEach(each -> all.putIfAbsent(each.className(), each));
            model.settings().all().forEach(values::putIfAbsent);
            application.modules().forEach(module -> byModule.merge(module.directory(), model, GroupAnalysis::better));
        }
        this.entities = new EntityModel(all);
        this.settings = new Settings(values);
        this.flow = DeclaredUses.added(follow(classesOf(ApplicationGroups.directories(group)), progress),
                this::declaredStatements, graph);
        outOfBounds(flow, notices);
        count(flow, notices.lookedAt());
        this.sizes = new TableSizes(user.model(), live, flow, entities);
        List<Schema> schemas = schemas();
        this.tenants = new Tenants(entities, schemas);
        this.growth = new TableGrowth(flow, entities, schemas, tenants);
        this.estimates = new RowEstimates(flow, entities, schemas, tenants, this::growth);
    }

    /** The statements that were not parsed, since that would have taken too long. */
    private static void outOfBounds(Flow flow, Notices notices) {
        for (QueryUse use : flow.queryUses()) {
            use.query().shape().unknown().stream().filter(each -> each.startsWith(QueryShape.OUT_OF_BOUNDS))
                    .forEach(each -> notices.add(Notice.Kind.NOT_UNDERSTOOD, use.query().place().file(),
                            use.query().place().line(), each));
        }
    }

    /** Calls that say by themselves what they send, as those that load by identifier, are no queries to be understood. */
    private static void count(Flow flow, LookedAt lookedAt) {
        for (QueryUse use : flow.queryUses()) {
            Query query = use.query();
            if (query.kind() != Query.Kind.CRUD && query.kind() != Query.Kind.LOOKUP_BY_ID) {
                lookedAt.add("queries", List.of(query.place(), query.text()),
                        query.shape().unknown().stream().allMatch(each -> each.startsWith(QueryShape.OTHER_FORM)));
            }
        }
    }

    /** A library may be part of several applications, of which only some bring the scripts for its tables. */
    private static ApplicationModel better(ApplicationModel first, ApplicationModel other) {
        return !first.hasScripts() && other.hasScripts() ? other : first;
    }

    private List<DeclaredClass> classesOf(Collection<String> directories) {
        List<DeclaredClass> classes = new ArrayList<>();
        for (DeclaredClass type : program.classes()) {
            if (!type.isTest() && directories.contains(type.module().directory())) {
                classes.add(type);
            }
        }
        return classes;
    }

    private Flow follow(List<DeclaredClass> classes, Progress progress) {
        Map<ApplicationModel, QueryContext> contexts = new IdentityHashMap<>();
        byModule.values().forEach(model -> contexts.computeIfAbsent(model, Context::new));
        QueryContext none = new Context(null);
        Shapes shapes = new Shapes(program);
        Linker linker = new Linker(shapes);
        SettingsStatements said = new SettingsStatements(user);
        BiFunction<Module, CallSite, Optional<Query>> queries = (module, site) -> {
            QueryContext context = contexts.getOrDefault(byModule.get(module.directory()), none);
            return said.bind(site, linker.types(module), context, () -> binders.bind(site, context));
        };
        return new FlowAnalysis(shapes, entities, settings, queries, user, notices, progress).analyse(classes, trail);
    }

    @Override
    public Flow flow() {
        return flow;
    }

    @Override
    public EntityModel entities() {
        return entities;
    }

    @Override
    public Settings settings(QueryUse use) {
        ApplicationModel model = byModule.get(use.module());
        return model == null ? settings : model.settings();
    }

    @Override
    public List<Schema> schemas(QueryUse use) {
        ApplicationModel model = byModule.get(use.module());
        return model == null ? List.of() : model.schemas();
    }

    @Override
    public List<Schema> schemas() {
        return byModule.values().stream().distinct().flatMap(model -> model.schemas().stream()).toList();
    }

    @Override
    public List<DeclaredStatement> declaredStatements() {
        return binders.declared(new Context(byModule.values().stream()
                .max(Comparator.comparing(ApplicationModel::hasScripts)).orElse(null)));
    }

    @Override
    public boolean hasUnreadMigrations(QueryUse use) {
        ApplicationModel model = byModule.get(use.module());
        return model != null && model.unreadMigrations();
    }

    @Override
    public boolean isWritten(String table) {
        return sizes.isWritten(Names.normalise(table));
    }

    @Override
    public boolean isSmall(Table table) {
        return switch (sizes.of(table.name())) {
            case SMALL -> !growth.of(table.name()).isFed() || sizes.isSaid(table.name());
            case LARGE -> false;
            default -> Model.super.isSmall(table);
        };
    }

    @Override
    public Weight.Table size(Table table) {
        return sizes.of(table.name()) == Weight.Table.LARGE ? Weight.Table.LARGE : Model.super.size(table);
    }

    @Override
    public String sizeWords(Table table) {
        return sizes.words(table.name());
    }

    @Override
    public Trail trail() {
        return trail;
    }

    @Override
    public RuleOptions options(RuleCard card) {
        return choices.options(card);
    }

    @Override
    public Growth growth(String table) {
        Growth own = growth.of(table);
        return sizes.growth(Names.normalise(table)).filter(said -> !said.isSmall() || !own.isFed()
                || sizes.isSaid(Names.normalise(table))).orElse(own);
    }

    @Override
    public Tenants tenants() {
        return tenants;
    }

    @Override
    public Tenancy tenancy() {
        if (tenancy == null) {
            tenancy = Model.super.tenancy();
        }
        return tenancy;
    }

    @Override
    public boolean hasTable(String table) {
        return growth.knows(table);
    }

    @Override
    public RowEstimate rows(QueryUse use) {
        return estimates.of(use.query(), schemas(use));
    }

    /** What is worked out when it is asked for first; a second thread waits rather than do it again. */
    private static final class Once {

        private Object found;

        synchronized Object of(Supplier<?> work) {
            if (found == null) {
                found = work.get();
            }
            return found;
        }
    }

    /** What a binder may ask about the application that a call stands in. */
    private final class Context implements QueryContext {

        private final ApplicationModel model;
        private final Map<Class<?>, Once> known = new ConcurrentHashMap<>();

        Context(ApplicationModel model) {
            this.model = model;
        }

        @Override
        public <T> T once(Class<T> what, Supplier<T> work) {
            return what.cast(known.computeIfAbsent(what, none -> new Once()).of(work));
        }

        @Override
        public Program program() {
            return program;
        }

        @Override
        public EntityModel entities() {
            return entities;
        }

        @Override
        public Schema schema() {
            return model == null || model.schemas().isEmpty() ? NO_SCHEMA : model.schemas().get(0);
        }

        @Override
        public Settings settings() {
            return model == null ? settings : model.settings();
        }

        @Override
        public List<XmlFile> xml() {
            return xml;
        }

        @Override
        public StatementFiles statementFiles() {
            return statementFiles;
        }

        @Override
        public QueryShape jpql(String text) {
            return hql.shape(text, entities);
        }

        @Override
        public QueryShape sql(String text) {
            return sql.shape(text, schema());
        }

        @Override
        public Notices notices() {
            return notices;
        }
    }
}
