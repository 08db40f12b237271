package dev.seqscan.query.jpa;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.query.Calls;
import dev.seqscan.query.Text;
import dev.seqscan.query.Texts;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.config.ConfigFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Properties of persistence units that code puts into a map or into {@code Properties}, as if they stood in a file of
 * settings: {@code map.put("hibernate.jdbc.batch_size", 50)}, {@code Map.of(PersistenceUnitProperties.BATCH_WRITING, "JDBC")}.
 * Conditions around them are not looked at.
 */
public final class CodeSettings {

    private static final Pattern KEY = Pattern.compile(
            "(?:hibernate|eclipselink|openjpa|jakarta\\.persistence|javax\\.persistence)\\.[\\w.-]+");
    private static final Set<String> TYPES = Set.of("java.util.Map", "java.util.HashMap", "java.util.LinkedHashMap",
            "java.util.TreeMap", "java.util.Properties", "java.util", "com.google.common.collect.ImmutableMap");
    /** What classes import that set up a persistence provider. */
    private static final Pattern SETTING = Pattern.compile("persistence|hibernate|openjpa|\\.orm\\.|\\.jpa\\.");
    private static final String ECLIPSELINK = "org.eclipse.persistence.config.";
    private static final String HIBERNATE = "org.hibernate.cfg.";
    /** The constants that libraries have for names of properties, as far as these matter. */
    private static final Map<String, String> CONSTANTS = Map.ofEntries(
            Map.entry(ECLIPSELINK + "BATCH_WRITING", "eclipselink.jdbc.batch-writing"),
            Map.entry(ECLIPSELINK + "BATCH_WRITING_SIZE", "eclipselink.jdbc.batch-writing.size"),
            Map.entry(ECLIPSELINK + "WEAVING", "eclipselink.weaving"),
            Map.entry(ECLIPSELINK + "DDL_GENERATION", "eclipselink.ddl-generation"),
            Map.entry(ECLIPSELINK + "CACHE_SHARED_DEFAULT", "eclipselink.cache.shared.default"),
            Map.entry(HIBERNATE + "STATEMENT_BATCH_SIZE", "hibernate.jdbc.batch_size"),
            Map.entry(HIBERNATE + "DEFAULT_BATCH_FETCH_SIZE", "hibernate.default_batch_fetch_size"),
            Map.entry(HIBERNATE + "MAX_FETCH_DEPTH", "hibernate.max_fetch_depth"),
            Map.entry(HIBERNATE + "HBM2DDL_AUTO", "hibernate.hbm2ddl.auto"),
            Map.entry(HIBERNATE + "PHYSICAL_NAMING_STRATEGY", "hibernate.physical_naming_strategy"),
            Map.entry(HIBERNATE + "IMPLICIT_NAMING_STRATEGY", "hibernate.implicit_naming_strategy"));
    /** What may be set to a value that is known at run time only, and matters all the same. */
    private static final Set<String> WHATEVER = Set.of("hibernate.jdbc.batch_size", "eclipselink.jdbc.batch-writing",
            "eclipselink.cache.shared.default");

    private final Program program;

    /** Takes the program whose constants may be names and values. */
    public CodeSettings(Program program) {
        this.program = program;
    }

    /** What the classes set, one file of settings for each class that does. */
    public List<ConfigFile> of(Collection<DeclaredClass> classes) {
        List<ConfigFile> files = new ArrayList<>();
        for (DeclaredClass type : classes) {
            if (!type.isTest() && usesMaps(type.file())) {
                List<ConfigFile.Entry> entries = new ArrayList<>();
                boolean setsUp = type.file().imports().stream().anyMatch(each -> SETTING.matcher(each.name()).find());
                type.declaration().methods().forEach(method -> entries.addAll(of(method, type, setsUp)));
                if (!entries.isEmpty()) {
                    files.add(new ConfigFile(type.file().path(), List.of(new ConfigFile.Document(List.copyOf(entries)))));
                }
            }
        }
        return files;
    }

    private static boolean usesMaps(CodeFile file) {
        return file.imports().stream().anyMatch(each -> TYPES.contains(each.name()));
    }

    private List<ConfigFile.Entry> of(MethodDeclaration method, DeclaredClass type, boolean setsUp) {
        List<ConfigFile.Entry> entries = new ArrayList<>();
        for (Expression.Call call : Calls.in(method, "put", "putIfAbsent", "setProperty", "of", "entry")) {
            List<Expression> arguments = call.arguments();
            for (int i = 0; i + 1 < arguments.size() && arguments.size() % 2 == 0; i += 2) {
                Expression value = arguments.get(i + 1);
                key(arguments.get(i), method, type, setsUp).ifPresent(key -> value(key, value, method, type).ifPresent(text ->
                        entries.add(new ConfigFile.Entry(key, text, type.place(call.nameSpan())))));
            }
        }
        return entries;
    }

    private Optional<String> key(Expression expression, MethodDeclaration method, DeclaredClass type, boolean setsUp) {
        Optional<String> constant = expression instanceof Expression.Select select && select.target() instanceof Expression.Name owner
                ? constant(type.resolveClass(owner.name()).orElse(""), select.name())
                : expression instanceof Expression.Name name ? imported(name.name(), type.file()) : Optional.empty();
        Optional<String> text = constant.isPresent() || isOther(expression, setsUp) ? Optional.empty()
                : Texts.text(expression, type, method, program).constant();
        return constant.or(() -> text.filter(each -> KEY.matcher(each).matches()));
    }

    /** Whose names nobody needs to look for: most maps of most programs hold something else. */
    private static boolean isOther(Expression key, boolean setsUp) {
        return key instanceof Expression.Literal literal ? !(literal.value() instanceof String text && KEY.matcher(text).matches())
                : !setsUp;
    }

    private static Optional<String> imported(String name, CodeFile file) {
        return file.imports().stream().filter(each -> each.isStatic() && each.name().endsWith("." + name))
                .flatMap(each -> constant(each.name().substring(0, each.name().length() - name.length() - 1), name).stream())
                .findFirst();
    }

    /** Also of a class that is not on the class path, by the import that names it. */
    private static Optional<String> constant(String owner, String name) {
        String library = owner.startsWith(ECLIPSELINK) ? ECLIPSELINK : owner.startsWith(HIBERNATE) ? HIBERNATE : "";
        return Optional.ofNullable(CONSTANTS.get(library + name));
    }

    private Optional<String> value(String key, Expression value, MethodDeclaration method, DeclaredClass type) {
        if (value instanceof Expression.Call call && call.name().equals("getName")
                && call.target() instanceof Expression.ClassLiteral literal) {
            return Optional.of(type.resolve(literal.type()).className()).filter(each -> !each.isEmpty());
        }
        if (value instanceof Expression.Select select && select.target() instanceof Expression.Name owner
                && owner.name().equals("BatchWriting")) {
            return Optional.of(select.name());
        }
        Optional<String> known = Texts.text(value, type, method, program).constant();
        return known.isPresent() || !WHATEVER.contains(key) ? known : Optional.of(Text.HOLE);
    }
}
