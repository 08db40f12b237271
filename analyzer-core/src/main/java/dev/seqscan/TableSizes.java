package dev.seqscan;

import dev.seqscan.config.UserModel;
import dev.seqscan.config.UserTable;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.finding.Weight;
import dev.seqscan.flow.Flow;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.rule.Growth;
import dev.seqscan.schema.Names;
import dev.seqscan.schema.live.LiveSchema;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of how many rows tables have: the user says it, or the statistics of a database, or the program writes them.
 * A database in which all tables are short is one of a developer and says nothing.
 */
final class TableSizes {

    /** Up to so many rows a table is read whole in about the time of one round trip. */
    private static final long FEW = 1_000;
    /** From here on a walk takes longer than all else that a request does. */
    private static final long MANY = 10_000;

    private final UserModel user;
    private final SortedMap<String, Long> counted;
    private final Map<String, QueryUse> writers = new HashMap<>();

    TableSizes(UserModel user, Optional<LiveSchema> live, Flow flow, EntityModel entities) {
        this.user = user;
        SortedMap<String, Long> rows = live.map(LiveSchema::rows).orElseGet(TreeMap::new);
        this.counted = rows.values().stream().anyMatch(each -> each > MANY) ? rows : new TreeMap<>();
        for (QueryUse use : flow.queryUses()) {
            if (use.query().writes()) {
                use.query().shape().roots().stream().limit(1).forEach(root -> note(Names.normalise(root.table()), use));
                entities.ofClass(use.query().entity()).map(Entity::table).ifPresent(table -> note(table, use));
            }
        }
    }

    /** What adds rows tells more than what changes them; of several the first in the text. */
    private void note(String table, QueryUse use) {
        writers.merge(table, use, (one, other) -> adds(one) != adds(other) ? adds(one) ? one : other
                : one.site().place().compareTo(other.site().place()) <= 0 ? one : other);
    }

    private static boolean adds(QueryUse use) {
        QueryShape shape = use.query().shape();
        return shape.command() == Command.INSERT;
    }

    /** Whether the program writes a table. */
    boolean isWritten(String table) {
        return writers.containsKey(table);
    }

    /** Whether the user says how large it is. */
    boolean isSaid(String table) {
        return user.table(table).filter(each -> each.isLarge() || each.isSmall()).isPresent();
    }

    /** {@code SMALL} or {@code LARGE} where somebody says so, else {@code UNKNOWN}. */
    Weight.Table of(String table) {
        Optional<UserTable> said = user.table(table);
        if (isSaid(table)) {
            return said.orElseThrow().isSmall() ? Weight.Table.SMALL : Weight.Table.LARGE;
        }
        long rows = counted.getOrDefault(table, -1L);
        return rows > MANY ? Weight.Table.LARGE : rows >= 0 && rows <= FEW ? Weight.Table.SMALL : Weight.Table.UNKNOWN;
    }

    /** The same as growth; empty where nobody says. */
    Optional<Growth> growth(String table) {
        String reason = isSaid(table) ? "the settings tell how many rows it has" : "the database has " + words(table);
        return switch (of(table)) {
            case LARGE -> Optional.of(new Growth(Growth.Trend.FED, reason));
            case SMALL -> Optional.of(new Growth(Growth.Trend.SMALL, reason));
            default -> Optional.empty();
        };
    }

    /** What is known, as the end of a sentence about the rows of a table. */
    String words(String table) {
        Optional<UserTable> said = user.table(table).filter(each -> each.rows().isPresent());
        if (said.isPresent()) {
            return about(said.get().rows().getAsLong()) + " (the settings)";
        }
        if (counted.containsKey(table)) {
            return about(counted.get(table)) + " (the database's statistics)";
        }
        QueryUse writer = writers.get(table);
        return writer == null ? "the size of " + table + " is not known"
                : table + (adds(writer) ? " grows: written by " : " is written by ") + method(writer);
    }

    private static String about(long rows) {
        return "about " + String.format(Locale.ENGLISH, "%,d", rounded(rows)) + (rows == 1 ? " row" : " rows");
    }

    /** An estimate has no more than two digits that tell something. */
    private static long rounded(long rows) {
        long unit = 1;
        while (rows / unit >= 100) {
            unit *= 10;
        }
        return Math.round((double) rows / unit) * unit;
    }

    /** {@code OrderService.place} of {@code com.shop.OrderService#place(Order)}. */
    private static String method(QueryUse use) {
        String enclosing = use.site().enclosing();
        String name = enclosing.contains("(") ? enclosing.substring(0, enclosing.indexOf('(')) : enclosing;
        int hash = name.indexOf('#');
        return hash < 0 ? name : name.substring(name.lastIndexOf('.', hash) + 1).replace('#', '.');
    }
}
