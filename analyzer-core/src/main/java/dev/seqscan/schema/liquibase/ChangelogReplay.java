package dev.seqscan.schema.liquibase;

import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.SchemaReplay;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Walks through changelogs in the order in which Liquibase runs them, and applies their changes for one product. */
final class ChangelogReplay {

    private static final int DEEPEST = 32;
    /** Changelogs that each include the next one twice are walked without end, though each change set runs once. */
    private static final int MOST_WALKED = 10_000;
    /** Changes after which a table, a column or an index is not there any more, or not under its name. */
    private static final Pattern TAKES_AWAY = Pattern.compile("drop\\w+|renameTable|renameColumn");

    private final ChangelogFiles files;
    private final Contexts contexts;
    private final SchemaReplay replay;
    private final Conditions conditions;
    private final Notices notices;
    private final Map<String, String> values = new HashMap<>();
    private final Set<List<String>> done = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private int walked;
    private Schema made = new Schema(Product.UNKNOWN, Map.of());

    /** Takes the contexts of the settings in lower case, none where they name none. */
    ChangelogReplay(ChangelogFiles files, Set<String> contexts, SchemaReplay replay, Notices notices) {
        this.files = files;
        this.replay = replay;
        this.conditions = new Conditions(replay.product());
        this.contexts = new Contexts(contexts, conditions);
        this.notices = notices;
    }

    /**
     * Applies a changelog with which Liquibase begins.
     *
     * @param before what others made before it. Several beginnings are often several ways to the same tables, as a snapshot for
     *        new databases and updates for older ones: then what takes away under a condition is meant for the older ones
     */
    void replay(Changelog root, Schema before) {
        made = before;
        replay(root);
    }

    private void replay(Changelog changelog) {
        if (++walked > MOST_WALKED) {
            if (walked == MOST_WALKED + 1) {
                tell(Notice.Kind.NOT_READ, changelog, changelog.root(), "more than " + MOST_WALKED + " changelogs are included");
            }
            return;
        }
        open.push(changelog.path());
        boolean applies = isMeant(changelog.root()) && changelog.root().children("preConditions").stream()
                .allMatch(each -> conditions.holds(each).mayBe());
        Map<String, String> own = new HashMap<>();
        for (Node part : applies ? changelog.root().children() : List.<Node>of()) {
            part(part, changelog, own);
        }
        values.keySet().removeAll(own.keySet());
        replay.end(changelog.path());
        open.pop();
    }

    private void part(Node part, Changelog changelog, Map<String, String> own) {
        switch (part.name()) {
            case "property" -> property(part, changelog, own);
            case "include" -> include(part, changelog);
            case "includeAll" -> includeAll(part, changelog);
            case "changeSet" -> changeSet(part, changelog);
            default -> { }
        }
    }

    /** The first definition of a property holds (Liquibase documentation, "Changelog property substitution"). */
    private void property(Node property, Changelog changelog, Map<String, String> own) {
        Optional<String> name = property.attribute("name");
        if (name.isEmpty()) {
            tell(Notice.Kind.NOT_READ, changelog, property, "the file of properties is not there, or cannot be read");
        } else if (isMeant(property) && !values.containsKey(name.get())) {
            String value = Properties.filled(property.attributes().getOrDefault("value", ""), values);
            values.put(name.get(), value);
            if (property.isFalse("global")) {
                own.put(name.get(), value);
            }
        }
    }

    private boolean isMeant(Node part) {
        return part.attribute("dbms").map(conditions::holdsFor).orElse(true)
                && part.attribute("contextFilter", "context").map(contexts::has).orElse(Truth.YES).mayBe()
                && part.attribute("labels").map(contexts::hasLabels).orElse(Truth.YES).mayBe();
    }

    private void include(Node include, Changelog changelog) {
        String name = Properties.filled(include.attribute("file").orElse(""), values);
        if (!isMeant(include)) {
            return;
        }
        Optional<Changelog> found = files.changelog(name, include.isTrue("relativeToChangelogFile"), changelog.path());
        if (found.isEmpty()) {
            tell(Notice.Kind.MISSING, changelog, include, "the changelog " + name + " that is included is not there");
        } else if (open.contains(found.get().path()) || open.size() >= DEEPEST) {
            tell(Notice.Kind.NOT_READ, changelog, include, "the changelog " + name + " includes itself");
        } else {
            replay(found.get());
        }
    }

    private void includeAll(Node include, Changelog changelog) {
        String name = Properties.filled(include.attribute("path").orElse(""), values);
        if (!isMeant(include)) {
            return;
        }
        List<Changelog> found = files.folder(name, include.isTrue("relativeToChangelogFile"), changelog.path(),
                include.attribute("endsWithFilter").orElse(""));
        if (found.isEmpty() && !include.isFalse("errorIfMissingOrEmpty")) {
            tell(Notice.Kind.MISSING, changelog, include, "the folder " + name + " that is included holds no changelog");
        }
        found.stream().filter(each -> !open.contains(each.path()) && open.size() < DEEPEST).forEach(this::replay);
    }

    /** A change set runs once, even where two changelogs include it; the name of its file is part of its identity. */
    private void changeSet(Node changeSet, Changelog changelog) {
        Truth wanted = changeSet.children("preConditions").stream().map(conditions::holds).reduce(Truth.YES, Truth::and);
        if (!isMeant(changeSet) || changeSet.isTrue("ignore") || !wanted.mayBe()) {
            return;
        }
        String file = changeSet.attribute("logicalFilePath")
                .orElse(changelog.root().attribute("logicalFilePath").orElse(changelog.path()));
        if (!done.add(List.of(file, changeSet.attribute("author").orElse(""), changeSet.attribute("id").orElse("")))) {
            return;
        }
        ChangeTarget target = new ChangeTarget(changelog.path(), replay, files, values, wanted == Truth.UNKNOWN);
        for (Node change : changeSet.children()) {
            boolean older = wanted == Truth.UNKNOWN && isForOlder(change);
            if (!older && change.attribute("dbms").map(conditions::holdsFor).orElse(true)) {
                change(change, changelog, target);
            }
        }
    }

    private boolean isForOlder(Node change) {
        return TAKES_AWAY.matcher(change.name()).matches()
                && change.attribute("tableName", "oldTableName", "baseTableName").flatMap(made::table).isPresent();
    }

    private void change(Node change, Changelog changelog, ChangeTarget target) {
        try {
            Changes.apply(change, target);
        } catch (Node.Incomplete reason) {
            notices.lookedAt().add("schema statements", List.of(changelog.path(), change.span()), false);
            tell(Notice.Kind.NOT_UNDERSTOOD, changelog, change, reason.getMessage());
        }
    }

    private void tell(Notice.Kind kind, Changelog changelog, Node at, String reason) {
        notices.add(kind, changelog.path(), at.span().startLine(), reason);
    }
}
